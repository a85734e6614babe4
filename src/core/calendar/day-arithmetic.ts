import { Temporal } from 'temporal-polyfill';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/** The day that lies a number of days after (or, when negative, before) another. */
export const addDays = (day: PlainDate, days: number): PlainDate =>
  plainDate(Temporal.PlainDate.from(day).add({ days }).toString());

/** Number of days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** Day of the week, Monday 1 to Sunday 7. */
export const dayOfWeek = (day: PlainDate): number => Temporal.PlainDate.from(day).dayOfWeek;
