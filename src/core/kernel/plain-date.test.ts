import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, findPlainDate, isAfter, isPlainDate, plainDate, recurringDay } from './plain-date.ts';

describe('a plain date', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s exists', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-3',
    '26-04-03',
    '0000-06-30',
    '',
  ])('%j does not', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  it('exists for every day of every month, and for none after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = daysInMonth(year, month);
        return (
          findPlainDate(year, month, last) !== undefined && findPlainDate(year, month, last + 1) === undefined
        );
      }),
    );
  });

  it('comes back each year, at the end of February too', () => {
    expect(recurringDay(2026, '06-30')).toBe('2026-06-30');
    expect([2024, 2026].map((year) => recurringDay(year, '02-29'))).toEqual(['2024-02-29', '2026-02-28']);
    expect(recurringDay(0, '12-31')).toBe('0001-12-31');
    expect(() => recurringDay(2026, '13-01')).toThrow(RangeError);
  });

  it('is ordered as the calendar is', () => {
    expect(isAfter(plainDate('2026-10-01'), plainDate('2026-09-30'))).toBe(true);
    expect(isAfter(plainDate('2026-09-30'), plainDate('2026-09-30'))).toBe(false);
  });
});
