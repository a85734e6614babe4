import { addDays } from '#core/calendar/day-arithmetic.ts';
import type { DueOccurrence } from '#core/calendar/due-occurrences.ts';
import type { DuePolicy } from '#core/calendar/due-state.ts';
import { firstWorkingDayFrom } from '#core/calendar/working-days.ts';
import type { DecimalText } from '#core/kernel/decimal.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import type { AcceptedProgress, TaskEvent } from './task-event.ts';
import type { TaskStanding } from './task-state.ts';
import { isAllDone } from './told-percent.ts';

/** One organization's part of one occurrence of a task. */
export interface OccurrenceLine {
  readonly period: string;
  readonly standing: TaskStanding;
  /** As reported last, confirmed or not; null where nothing was. */
  readonly percent: DecimalText | null;
  readonly awaitsConfirmation: boolean;
  readonly awaitsExtension: boolean;
  /** A year's end within a span of years: it tells of progress, and nothing is late for it. */
  readonly isMilestone: boolean;
  /** The last report was sent back and no other has been made since. */
  readonly isSentBack: boolean;
}

/** What is said of one occurrence of an organization's part. */
export interface OccurrenceFacts {
  readonly occurrence: DueOccurrence;
  readonly events: readonly TaskEvent[];
  readonly accepted: readonly AcceptedProgress[];
  readonly isPaused: boolean;
  /** Of a milestone within a span of years, how the whole stands; null of everything else. */
  readonly whole: TaskStanding | null;
  /** Of a milestone, how far the whole has come was told in its year. */
  readonly isTold: boolean;
}

/** The last event of one of these kinds. */
export const lastOf = (
  events: readonly TaskEvent[],
  kinds: readonly TaskEvent['kind'][],
): TaskEvent | undefined => events.findLast(({ kind }) => kinds.includes(kind));

const REPORTS = ['report', 'confirm', 'send-back'] as const;
const EXTENSIONS = ['ask-extension', 'grant-extension', 'refuse-extension'] as const;

/** The day since which all is done without a break: what is reported again later was done when it was first. */
const findDoneDay = (accepted: readonly AcceptedProgress[]): PlainDate | null => {
  const lastOpen = accepted.findLastIndex(({ percent }) => !isAllDone(percent));
  return accepted[lastOpen + 1]?.on ?? null;
};

const dayOf = ({ day, on }: TaskEvent): PlainDate => day ?? on;

/** The last day of an occurrence: of an extension that was granted, or of the due rule. */
export const lastDayOf = ({ lastDay }: DueOccurrence, events: readonly TaskEvent[]): PlainDate | null =>
  lastOf(events, ['grant-extension'])?.day ?? lastDay;

/** How one occurrence of an organization's part stands. */
export const deriveOccurrence = (facts: OccurrenceFacts, policy: DuePolicy): OccurrenceLine => {
  const { occurrence, events, accepted, isPaused, whole, isTold } = facts;
  const answer = lastOf(events, REPORTS);
  const report = lastOf(events, ['report']);
  const request = lastOf(events, EXTENSIONS);
  const lastDay = lastDayOf(occurrence, events);
  const lateAfter = lastDay && firstWorkingDayFrom(lastDay, policy.calendar);
  const awaitsConfirmation = answer?.kind === 'report';
  const counted = accepted.at(-1);
  const ownDoneOn = findDoneDay(accepted);
  const doneOn = ownDoneOn ?? whole?.doneOn ?? null;
  // Who has reported in time that all is done is not late because nobody has confirmed it yet.
  const isReportedInTime =
    answer?.kind === 'report' &&
    isAllDone(answer.percent) &&
    !(lateAfter && (isAfter(dayOf(answer), lateAfter) || isAfter(answer.on, lateAfter)));
  const watches = lastDay !== null && !isReportedInTime && !isTold;
  const percent = awaitsConfirmation ? (report?.percent ?? null) : (counted?.percent ?? null);
  return {
    period: occurrence.period,
    percent: doneOn === null ? percent : (counted?.percent ?? null),
    awaitsConfirmation,
    awaitsExtension: request?.kind === 'ask-extension',
    isMilestone: whole !== null,
    isSentBack: answer?.kind === 'send-back',
    standing: {
      lastDay,
      soonFrom: watches ? addDays(lastDay, -policy.dueSoonDays) : null,
      lateAfter: watches ? lateAfter : null,
      doneOn,
      // A milestone that the whole has overtaken is no later than the whole.
      isDoneLate:
        ownDoneOn === null
          ? (whole?.isDoneLate ?? false)
          : lateAfter !== null && isAfter(ownDoneOn, lateAfter),
      isPaused: isPaused && doneOn === null,
      hasBegun: report !== undefined || counted !== undefined || isTold,
    },
  };
};
