import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { isRestDay, listMonthWeeks, moveMonth } from './month-days.ts';

describe('a month as weeks', () => {
  it('begins on Monday and has every day once', () => {
    const weeks = listMonthWeeks('2026-11');
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  it('leads to the months beside it, over the end of a year', () => {
    expect(moveMonth('2026-12', 1)).toBe('2027-01');
    expect(moveMonth('2026-01', -1)).toBe('2025-12');
  });
});

it('takes weekends for days off, but for what the working calendar says of a day', () => {
  const special = [
    { day: '2026-09-02', kind: 'holiday' },
    { day: '2026-08-22', kind: 'swapped-worked' },
  ];
  const rest = (day: string): boolean => isRestDay(plainDate(day), special);
  expect(['2026-09-02', '2026-08-22', '2026-08-23', '2026-08-24'].map(rest)).toEqual([
    ...[true, false, true, false],
  ]);
});
