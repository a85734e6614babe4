import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, dayOfWeek } from './day-arithmetic.ts';
import { findHungKingsDay, findLunarNewYear } from './lunar-date.ts';
import { HOLIDAYS, HOLIDAY_BASES, buildWorkingCalendar, listCompensatoryDays } from './public-holidays.ts';
import { firstWorkingDayFrom, isWorkingDay, lastWorkingDayUntil } from './working-days.ts';
import type { HolidayTable } from './public-holidays.ts';
import holidays from '#data/holidays/vietnam-2024-2035.json' with { type: 'json' };
import { isPlainDate, plainDate } from '#core/kernel/plain-date.ts';

const table = holidays as unknown as HolidayTable;
const calendar = buildWorkingCalendar(table);
const anyDay = fc.integer({ min: 0, max: 6 * 365 }).map((days) => addDays(plainDate('2025-01-01'), days));

describe('the holiday table', () => {
  it('holds days that exist, each in its year, with a known holiday and basis', () => {
    for (const year of table.years) {
      expect(year.sources.length).toBeGreaterThan(0);
      for (const holiday of year.holidays) {
        expect(isPlainDate(holiday.day) && holiday.day.startsWith(String(year.year))).toBe(true);
        expect(HOLIDAYS).toContain(holiday.holiday);
        expect(HOLIDAY_BASES).toContain(holiday.basis);
      }
    }
  });

  it('gives each year its eleven days, twelve from 2026 on', () => {
    expect(table.years.map((year) => [year.year, year.holidays.length])).toEqual([
      [2024, 11],
      [2025, 11],
      [2026, 12],
      [2027, 12],
      [2028, 12],
      [2029, 12],
      [2030, 12],
      [2031, 12],
      [2032, 12],
      [2033, 12],
      [2034, 12],
      [2035, 12],
    ]);
  });

  it('puts the lunar feasts among its days off, on the days that are computed for UTC+7', () => {
    for (const year of table.years) {
      expect(year.holidays.map((holiday) => holiday.day)).toContain(year.lunarNewYear);
      expect(year.lunarNewYear).toBe(findLunarNewYear(year.year));
      const kings = year.holidays.find(({ holiday }) => holiday === 'hung-kings');
      expect(kings?.day).toBe(findHungKingsDay(year.year));
    }
  });
});

describe('working days', () => {
  it.each([
    ['2024-02-14', 'in lieu of the Sunday of Tết'],
    ['2024-04-29', 'swapped for Saturday 04/5'],
    ['2026-02-20', 'Friday of Tết'],
    ['2026-04-27', 'in lieu of Giỗ Tổ on a Sunday'],
    ['2025-05-02', 'swapped for Saturday 26/4'],
    ['2026-11-24', 'culture day, the first'],
    ['2028-05-02', 'in lieu of 30/4 on a Sunday, 01/5 being a holiday itself'],
  ])('%s is off: %s', (day) => {
    expect(isWorkingDay(plainDate(day), calendar)).toBe(false);
  });

  it.each([
    ['2025-04-26', 'a Saturday worked in exchange'],
    ['2025-11-24', 'not yet a holiday'],
    ['2029-11-26', 'culture day on a Saturday gives no day in lieu'],
    ['2026-02-23', 'Monday after Tết'],
  ])('%s is worked: %s', (day) => {
    expect(isWorkingDay(plainDate(day), calendar)).toBe(true);
  });

  // Since 2021, when the National Day got its second day, until the last year that was announced.
  const ANNOUNCED_NATIONAL_DAYS = ['2021', '2022', '2023', '2024', '2025', '2026'];

  it('takes the second day of the National Day by precedent only from a year in which it fell on the same weekday', () => {
    const weekdays = new Set(ANNOUNCED_NATIONAL_DAYS.map((year) => dayOfWeek(plainDate(`${year}-09-02`))));
    for (const { year, holidays } of table.years) {
      const second = holidays.find(({ holiday, basis }) => holiday === 'national' && basis !== 'law');
      if (!second || second.basis === 'announced') continue;
      const hasPrecedent = weekdays.has(dayOfWeek(plainDate(`${String(year)}-09-02`)));
      expect(`${String(year)} ${second.basis}`).toBe(
        `${String(year)} ${hasPrecedent ? 'precedent' : 'unconfirmed'}`,
      );
    }
  });

  it('ends a term that falls into Tết on the Monday after and reminds on the Friday before', () => {
    expect(lastWorkingDayUntil(plainDate('2026-02-19'), calendar)).toBe('2026-02-13');
    expect(firstWorkingDayFrom(plainDate('2026-02-19'), calendar)).toBe('2026-02-23');
  });

  it('gives days in lieu that are weekdays and no holidays', () => {
    const off = new Set(table.years.flatMap((year) => year.holidays.map((holiday) => holiday.day)));
    const inLieu = listCompensatoryDays(table);
    expect(new Set(inLieu).size).toBe(inLieu.length);
    for (const day of inLieu) expect(off.has(day)).toBe(false);
    expect(inLieu).toContain('2026-04-27');
  });

  it('finds the nearest working day on either side and stays on a working day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const before = lastWorkingDayUntil(day, calendar);
        const after = firstWorkingDayFrom(day, calendar);
        expect(isWorkingDay(before, calendar) && isWorkingDay(after, calendar)).toBe(true);
        expect(before <= day && day <= after).toBe(true);
        expect(isWorkingDay(day, calendar)).toBe(before === after);
        expect(daysBetween(before, after)).toBeLessThanOrEqual(11);
      }),
    );
  });
});
