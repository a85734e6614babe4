import { addDays, dayOfWeek } from '#core/calendar/day-arithmetic.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

const DAYS_OF_WEEK = 7;

/** The days of the week of a day, Monday first. */
export const listWeekDays = (day: PlainDate): readonly PlainDate[] => {
  const monday = addDays(day, 1 - dayOfWeek(day));
  return Array.from({ length: DAYS_OF_WEEK }, (_, place) => addDays(monday, place));
};

/** What of something a week is told by. */
export interface WeekEntry {
  readonly lastDay: PlainDate | null;
  readonly isDone: boolean;
  readonly isPaused: boolean;
  /** It was sent back or waits for a decision. */
  readonly waits: boolean;
}

/** The place of something in a week: due before it and still open, due on one of its days, or of no day but waiting. */
export type WeekPlace = 'earlier' | 'waiting' | PlainDate;

/** Where something stands in a week; undefined where the week need not name it. */
export const placeInWeek = (entry: WeekEntry, days: readonly PlainDate[]): WeekPlace | undefined => {
  const { lastDay, isDone, isPaused, waits } = entry;
  if (lastDay !== null && days.includes(lastDay)) return lastDay;
  if (isDone || isPaused) return undefined;
  if (lastDay !== null && lastDay < (days[0] ?? lastDay)) return 'earlier';
  return waits ? 'waiting' : undefined;
};
