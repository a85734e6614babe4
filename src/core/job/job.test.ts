import { expect, it } from 'vitest';
import { JOB_STATES, isJobOver, retryDelaySeconds } from './job.ts';

it('waits twice as long after each fault, and never longer than an hour', () => {
  expect([1, 2, 3, 4].map(retryDelaySeconds)).toEqual([5, 10, 20, 40]);
  expect(retryDelaySeconds(11)).toBe(3600);
  expect(retryDelaySeconds(5000)).toBe(3600);
});

it('is over when it has an outcome', () => {
  expect(JOB_STATES.filter((state) => !isJobOver(state))).toEqual(['waiting', 'running']);
});
