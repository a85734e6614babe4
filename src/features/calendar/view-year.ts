import { listCompensatoryDays } from '#core/calendar/public-holidays.ts';
import { holidayTable } from '#server/reference/due-policy.ts';
import type { Db } from '#server/db/database.ts';
import type { CalendarDay, CalendarYear } from './contract.ts';
import { listEntries } from './reads.ts';

const NOT_ENTERED = { holiday: null, basis: null, reason: null, enteredAt: null } as const;

const deliveredDays = (year: number): readonly CalendarDay[] => {
  const found = holidayTable.years.find((one) => one.year === year);
  if (!found) return [];
  return [
    ...found.holidays.map((of) => ({ ...NOT_ENTERED, ...of, kind: 'holiday' as const })),
    ...listCompensatoryDays(holidayTable)
      .filter((day) => day.startsWith(String(year)))
      .map((day) => ({ ...NOT_ENTERED, day, kind: 'in-lieu' as const, basis: 'law' as const })),
    ...found.swaps.flatMap(({ off, worked, basis }) => [
      { ...NOT_ENTERED, day: off, kind: 'swapped-off' as const, basis },
      { ...NOT_ENTERED, day: worked, kind: 'swapped-worked' as const, basis },
    ]),
  ];
};

/** The days of a year that differ from their weekday, in their order; an entered day stands beside what it changes. */
export const viewYear = async (db: Db, year: number): Promise<CalendarYear> => {
  const found = holidayTable.years.find((one) => one.year === year);
  const entries = (await listEntries(db, year)).filter(({ kind }) => kind !== 'withdrawn');
  const entered = entries.map(({ day, kind, reason, at }) => ({
    ...{ ...NOT_ENTERED, day, reason, enteredAt: at },
    kind: kind === 'day-off' ? ('entered-off' as const) : ('entered-worked' as const),
  }));
  return {
    year,
    years: holidayTable.years.map((one) => one.year),
    isAnnounced: found?.announced ?? false,
    sources: [...(found?.sources ?? [])],
    items: [...deliveredDays(year), ...entered].toSorted((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
    ),
  };
};
