import { Temporal } from 'temporal-polyfill';
import { isPlainDate, plainDate } from '#core/kernel/plain-date.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

const FIRST_DAY = plainDate('0001-01-01');
const LAST_DAY = plainDate('9999-12-31');

/** The day that lies a number of days after (or, when negative, before) another; the calendar ends with the year 9999. */
export const addDays = (day: PlainDate, days: number): PlainDate => {
  const found = Temporal.PlainDate.from(day).add({ days }).toString();
  if (isPlainDate(found)) return found;
  return days < 0 ? FIRST_DAY : LAST_DAY;
};

/** Number of days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** Day of the week, Monday 1 to Sunday 7. */
export const dayOfWeek = (day: PlainDate): number => Temporal.PlainDate.from(day).dayOfWeek;
