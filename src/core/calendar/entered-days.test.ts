import { expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { decideEnteredDay, withEnteredDays, type EnteredDay, type EnteredKind } from './entered-days.ts';
import { isWorkingDay, WEEKENDS_ONLY } from './working-days.ts';

const entry = (day: string, kind: EnteredKind): EnteredDay => ({ day: plainDate(day), kind });
const HOLIDAYS = { ...WEEKENDS_ONLY, daysOff: new Set([plainDate('2027-02-08')]) };

it('stands above the table in both directions, and the last entry of a day counts', () => {
  const calendar = withEnteredDays(HOLIDAYS, [
    entry('2027-02-08', 'working-day'),
    entry('2027-02-09', 'day-off'),
    entry('2027-02-13', 'working-day'),
    entry('2027-02-10', 'day-off'),
    entry('2027-02-10', 'withdrawn'),
  ]);
  const worked = ['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-13', '2027-02-14'].filter((day) =>
    isWorkingDay(plainDate(day), calendar),
  );
  expect(worked).toEqual(['2027-02-08', '2027-02-10', '2027-02-13']);
});

it.each([
  ['2027-02-08', 'day-off', undefined, 'calendar.already-off'],
  ['2027-02-13', 'day-off', undefined, 'calendar.already-off'],
  ['2027-02-09', 'day-off', undefined, undefined],
  ['2027-02-09', 'working-day', undefined, 'calendar.already-worked'],
  ['2027-02-13', 'working-day', undefined, undefined],
  ['2027-02-09', 'withdrawn', undefined, 'calendar.nothing-entered'],
  ['2027-02-09', 'withdrawn', 'withdrawn', 'calendar.nothing-entered'],
  ['2027-02-09', 'withdrawn', 'day-off', undefined],
] as const)('%s as %s, entered before as %s: %s', (day, kind, before, code) => {
  const earlier = before && entry(day, before);
  const calendar = withEnteredDays(HOLIDAYS, earlier ? [earlier] : []);
  expect(decideEnteredDay(entry(day, kind), earlier, calendar)?.code).toBe(code);
});
