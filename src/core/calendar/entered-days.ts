import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { isWorkingDay, type WorkingCalendar } from './working-days.ts';

/** What a notice makes of a day: off, or worked in exchange. `withdrawn` takes back what was entered of it. */
export const ENTERED_KINDS = ['day-off', 'working-day', 'withdrawn'] as const;
export type EnteredKind = (typeof ENTERED_KINDS)[number];

/** A day as the administrator has entered it from a notice. */
export interface EnteredDay {
  readonly day: PlainDate;
  readonly kind: EnteredKind;
}

/** The calendar with what was entered: it stands above the table, in either direction. Of a day the last entry counts. */
export const withEnteredDays = (
  calendar: WorkingCalendar,
  entered: readonly EnteredDay[],
): WorkingCalendar => {
  const daysOff = new Set(calendar.daysOff);
  const extraWorkingDays = new Set(calendar.extraWorkingDays);
  for (const { day, kind } of new Map(entered.map((entry) => [entry.day, entry])).values()) {
    if (kind === 'withdrawn') continue;
    (kind === 'day-off' ? daysOff : extraWorkingDays).add(day);
    (kind === 'day-off' ? extraWorkingDays : daysOff).delete(day);
  }
  return { daysOff, extraWorkingDays };
};

/** Refuses a day of a year that the table of holidays does not have: no page would show it. What stands may be withdrawn. */
export const findYearRefusal = (
  { day, kind }: EnteredDay,
  years: readonly number[],
): Refusal<'calendar.year-unknown'> | undefined =>
  kind === 'withdrawn' || years.includes(Number(day.slice(0, 4)))
    ? undefined
    : refuse('calendar.year-unknown', { first: Math.min(...years), last: Math.max(...years) });

/**
 * Whether a day may be entered: not when the calendar already says the same of it, so that a holiday entered twice is
 * told; and nothing is withdrawn that was not entered.
 */
export const decideEnteredDay = (
  entry: EnteredDay,
  before: EnteredDay | undefined,
  calendar: WorkingCalendar,
): Refusal<'calendar.already-off' | 'calendar.already-worked' | 'calendar.nothing-entered'> | undefined => {
  const { day, kind } = entry;
  const isEntered = before !== undefined && before.kind !== 'withdrawn';
  if (kind === 'withdrawn') return isEntered ? undefined : refuse('calendar.nothing-entered', { day });
  const isWorked = isWorkingDay(day, calendar);
  if (kind === 'day-off') return isWorked ? undefined : refuse('calendar.already-off', { day });
  return isWorked ? refuse('calendar.already-worked', { day }) : undefined;
};
