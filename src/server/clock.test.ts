import { expect, test } from 'vitest';
import { clockFrom } from './clock.ts';

test.each([
  ['2026-12-31T16:59:59Z', '2026-12-31'],
  ['2026-12-31T17:00:00Z', '2027-01-01'],
])('at %s it is %s in the province', (instant, day) => {
  expect(clockFrom(() => instant).today()).toBe(day);
});
