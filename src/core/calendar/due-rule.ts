import { addDays } from './day-arithmetic.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/** The forms in which official plans say when something is due. */
export const DUE_KINDS = [
  'ongoing',
  'year',
  'quarter',
  'month',
  'day',
  'year-end',
  'range',
  'by-date',
  'from-date',
  'recurring',
  'event',
  'other',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Rules that begin with something that must happen first: they say so, or in words that only a reader understands. */
export const CONDITIONAL_KINDS: readonly DueKind[] = ['event', 'other'];

/** When something is due, as the plan says it: first and last day named, null where the plan names none. */
export interface DueRule {
  readonly kind: DueKind;
  /** The words of the plan; null when the item states no time at all. */
  readonly raw: string | null;
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
  /** The wording is "before the day": the day named is already too late. */
  readonly before: boolean;
}

/** The day that a due rule names and the last day on which it is still kept; offices often act as if both were one. */
export interface DueDays {
  readonly namedDay: PlainDate;
  readonly lastDay: PlainDate;
}

/** Whether a due rule of this kind ends on a day. */
const ENDS_ON_A_DAY = {
  ongoing: false,
  year: true,
  quarter: true,
  month: true,
  day: true,
  'year-end': true,
  range: true,
  'by-date': true,
  'from-date': false,
  recurring: false,
  event: false,
  other: false,
} as const satisfies Record<DueKind, boolean>;

/**
 * The due day of a rule, or undefined when it has none (ongoing, recurring, waiting for an event, unknown).
 * "Before day X" is strict: the last day is X − 1.
 */
export const findDueDays = (rule: DueRule): DueDays | undefined => {
  if (!ENDS_ON_A_DAY[rule.kind] || rule.end === null) return undefined;
  return { namedDay: rule.end, lastDay: rule.before ? addDays(rule.end, -1) : rule.end };
};

/** The last day on which the rule is still kept, or undefined: what registers sort and filter by. */
export const findLastDay = (rule: DueRule): PlainDate | undefined => findDueDays(rule)?.lastDay;
