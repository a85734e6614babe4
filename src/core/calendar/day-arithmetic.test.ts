import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { addDays, dayOfWeek, daysBetween } from './day-arithmetic.ts';

const FIRST = Temporal.PlainDate.from('0001-01-01');
const COUNT = FIRST.until(Temporal.PlainDate.from('9999-12-31')).days;
// Around the ends of years, centuries and of the calendar as often as anywhere.
const anyDay = fc
  .oneof(
    fc.integer({ min: 0, max: COUNT }).map((days) => FIRST.add({ days })),
    fc
      .record({
        year: fc.constantFrom(1, 4, 100, 400, 1600, 1900, 1999, 2000, 2024, 2026, 2100, 9996, 9999),
        month: fc.constantFrom(1, 2, 3, 12),
        day: fc.constantFrom(1, 28, 29, 30, 31),
      })
      .map((fields) => Temporal.PlainDate.from(fields)),
  )
  .map((day) => ({ day, text: plainDate(day.toString()) }));

describe('days as numbers', () => {
  it('agree with Temporal about sums, differences and days of the week', () => {
    fc.assert(
      fc.property(anyDay, anyDay, ({ day, text }, other) => {
        const days = day.until(other.day).days;
        expect(daysBetween(text, other.text)).toBe(days);
        expect(addDays(text, days)).toBe(other.text);
        expect(dayOfWeek(text)).toBe(day.dayOfWeek);
      }),
      { numRuns: 2000 },
    );
  });

  it('agree with Temporal day by day through four hundred years', () => {
    let day = Temporal.PlainDate.from('1999-12-31');
    let text = plainDate('1999-12-31');
    for (let count = 0; count < 146_097; count += 1) {
      day = day.add({ days: 1 });
      text = addDays(text, 1);
      if (text !== day.toString()) expect(text).toBe(day.toString());
    }
    expect(text).toBe('2399-12-31');
  });

  it('end with the calendar', () => {
    expect(addDays(plainDate('0001-01-02'), -5)).toBe('0001-01-01');
    expect(addDays(plainDate('9999-12-30'), 400)).toBe('9999-12-31');
  });
});
