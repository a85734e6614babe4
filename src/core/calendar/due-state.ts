import { daysBetween } from './day-arithmetic.ts';
import { findDueDays } from './due-rule.ts';
import { firstWorkingDayFrom, lastWorkingDayUntil } from './working-days.ts';
import type { DueKind, DueRule } from './due-rule.ts';
import type { WorkingCalendar } from './working-days.ts';
import { isAfter } from '#core/kernel/plain-date.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/**
 * How something stands against its due rule while no result has been reported for it.
 * Only the calendar speaks: `overdue-unreported` says that the planned day has passed without a report, not that the
 * work is late, and `in-period` says that the planned period runs, not that anybody works. A target is measured, not
 * handed in: when its period is over it is `ended-unreported` or, where a document says what came of it, `result-stated`.
 */
export const DUE_STATES = [
  'overdue-unreported',
  'ended-unreported',
  'due-soon',
  'in-period',
  'upcoming',
  'ongoing',
  'recurring',
  'waiting-for-event',
  'no-due-date',
  'result-stated',
] as const;
export type DueState = (typeof DUE_STATES)[number];

/** What counts as soon and which days are worked: a setting of the province. */
export interface DuePolicy {
  /** A due day at most this many days ahead is soon. */
  readonly dueSoonDays: number;
  readonly calendar: WorkingCalendar;
}

/** Thirty days ahead is soon, unless a province says otherwise. */
export const DEFAULT_DUE_SOON_DAYS = 30;

/** A due day on the working calendar: what to aim at and from when on it is too late. */
export interface DueSchedule {
  readonly namedDay: PlainDate;
  readonly lastDay: PlainDate;
  /** Last working day on or before the last day: what reminders aim at. */
  readonly remindDay: PlainDate;
  /** The last day, moved to the next working day when it is a rest day: only after it is anything overdue. */
  readonly lateAfterDay: PlainDate;
}

/**
 * The days of a due rule on the working calendar, or undefined when it names none.
 * A term that ends on a rest day ends with the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).
 */
export const findDueSchedule = (rule: DueRule, calendar: WorkingCalendar): DueSchedule | undefined => {
  const days = findDueDays(rule);
  if (!days) return undefined;
  return {
    ...days,
    remindDay: lastWorkingDayUntil(days.lastDay, calendar),
    lateAfterDay: firstWorkingDayFrom(days.lastDay, calendar),
  };
};

const STATE_WITHOUT_DAY = {
  ongoing: 'ongoing',
  'from-date': 'ongoing',
  recurring: 'recurring',
  event: 'waiting-for-event',
  year: 'no-due-date',
  quarter: 'no-due-date',
  month: 'no-due-date',
  day: 'no-due-date',
  'year-end': 'no-due-date',
  range: 'no-due-date',
  'by-date': 'no-due-date',
  other: 'waiting-for-event',
} as const satisfies Record<DueKind, DueState>;

/** What becomes of something after its last day: a delivery may be late; a target has a result or none yet. */
export type DueOutcome = 'delivery' | 'target-without-result' | 'target-with-result';

const STATE_AFTER = {
  delivery: 'overdue-unreported',
  'target-without-result': 'ended-unreported',
  'target-with-result': 'result-stated',
} as const satisfies Record<DueOutcome, DueState>;

/** The state of a due rule on a day, by the calendar and, for a target, by whether its final result is stated. */
export const computeDueState = (
  rule: DueRule,
  today: PlainDate,
  policy: DuePolicy,
  outcome: DueOutcome = 'delivery',
): DueState => {
  const schedule = findDueSchedule(rule, policy.calendar);
  if (schedule && isAfter(today, schedule.lateAfterDay)) return STATE_AFTER[outcome];
  // Words of an unknown form are a condition to be read in the document; without words there is nothing to wait for.
  if (rule.kind === 'other' && rule.raw === null) return 'no-due-date';
  if (schedule && daysBetween(today, schedule.lastDay) <= policy.dueSoonDays) return 'due-soon';
  if (rule.start !== null && isAfter(rule.start, today)) return 'upcoming';
  return schedule ? 'in-period' : STATE_WITHOUT_DAY[rule.kind];
};
