import { addDays, daysBetween } from '#core/calendar/day-arithmetic.ts';
import { lastWorkingDayUntil, type WorkingCalendar } from '#core/calendar/working-days.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/** What a difficulty is about, in the words of the reports of Vietnamese offices. */
export const DIFFICULTY_KINDS = [
  'regulation',
  'funding',
  'staff',
  'technology',
  'data',
  'coordination',
  'other',
] as const;
export type DifficultyKind = (typeof DIFFICULTY_KINDS)[number];

/** Where a difficulty stands: it waits for an answer, waits for the province's leaders, is answered, is settled. */
export const DIFFICULTY_STATES = ['open', 'forwarded', 'answered', 'closed'] as const;
export type DifficultyState = (typeof DIFFICULTY_STATES)[number];

/** Who must answer a difficulty, or has answered it last. */
export const DIFFICULTY_HOLDERS = ['coordinator', 'organization', 'province'] as const;
export type DifficultyHolder = (typeof DIFFICULTY_HOLDERS)[number];

/** What is said and decided of a difficulty. */
export const DIFFICULTY_MOVES = [
  'raise',
  'answer',
  'give-back',
  'rule',
  'pass',
  'forward',
  'ask-back',
  'accept',
  'withdraw',
] as const;
export type DifficultyMove = (typeof DIFFICULTY_MOVES)[number];

/** With whom a difficulty is; the code is that of an organization to which it was passed, and null otherwise. */
export interface DifficultyPlace {
  readonly state: DifficultyState;
  readonly holder: DifficultyHolder;
  readonly holderCode: string | null;
}

/** Whether somebody still owes an answer. */
export const isWaiting = (state: DifficultyState): boolean => state === 'open' || state === 'forwarded';

/**
 * The latest due day that has been missed by today. A day on which nobody works is kept on the next working day, so that
 * what was due by then is not missed before that day is over.
 */
export const lastMissedDay = (today: PlainDate, calendar: WorkingCalendar): PlainDate =>
  lastWorkingDayUntil(addDays(today, -1), calendar);

/** Whole days from the day on which something was raised to the day of its first answer. */
export const daysToAnswer = (raisedOn: PlainDate, answeredOn: PlainDate): number =>
  Math.max(0, daysBetween(raisedOn, answeredOn));
