import { expect, test } from 'vitest';
import { computeExpiry, isWorthNoting } from './session-lifetime.ts';

const HOUR = 3_600_000;

test('a session lasts twelve hours beyond its last use', () => {
  expect(computeExpiry(0, 0)).toBe(12 * HOUR);
  expect(computeExpiry(0, 30 * HOUR)).toBe(42 * HOUR);
});

test('a session ends seven days after it was opened, however much it is used', () => {
  expect(computeExpiry(0, 167 * HOUR)).toBe(168 * HOUR);
});

test('use is noted once in five minutes', () => {
  expect(isWorthNoting(0, 299_999)).toBe(false);
  expect(isWorthNoting(0, 300_000)).toBe(true);
});
