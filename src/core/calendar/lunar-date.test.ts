import { expect, it } from 'vitest';
import { dayOfLunarDate, findHungKingsDay, findLunarNewYear } from './lunar-date.ts';

it.each([
  [2020, '2020-01-25'],
  [2021, '2021-02-12'],
  [2022, '2022-02-01'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
])('the lunar new year of %i is the official one', (year, day) => {
  expect(findLunarNewYear(year)).toBe(day);
});

it.each([
  [2023, '2023-04-29'],
  [2024, '2024-04-18'],
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
])('the day of the Hùng kings of %i is the official one', (year, day) => {
  expect(findHungKingsDay(year)).toBe(day);
});

it('differs from the calendar of China where the new moon falls between the midnights of both', () => {
  // China: 1985-02-20, 2007-02-18, 2030-02-03.
  expect([1985, 2007, 2030].map(findLunarNewYear)).toEqual(['1985-01-21', '2007-02-17', '2030-02-02']);
});

it('counts over leap months: the second of 2023, the sixth of 2025', () => {
  expect(dayOfLunarDate(2023, 3, 1)).toBe('2023-04-20');
  expect(dayOfLunarDate(2025, 8, 15)).toBe('2025-10-06');
  expect(dayOfLunarDate(2025, 12, 1)).toBe('2026-01-19');
});
