import { addDays } from '#core/calendar/day-arithmetic.ts';
import { listDueOccurrences, type DueOccurrence, type PlanSpan } from '#core/calendar/due-occurrences.ts';
import { CONDITIONAL_KINDS, type DueRule } from '#core/calendar/due-rule.ts';
import type { DuePolicy } from '#core/calendar/due-state.ts';
import { firstWorkingDayFrom } from '#core/calendar/working-days.ts';
import type { DecimalText } from '#core/kernel/decimal.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import type { NamedAgency } from '#core/task-progress/answering-organizations.ts';
import type { TaskRole } from '#core/task-progress/task-role.ts';
import { joinStandings, type TaskStanding } from './task-state.ts';
import type { AcceptedProgress, TaskEvent } from './task-event.ts';

/** A task with all that its states follow from. */
export interface ExecutedTask {
  readonly due: DueRule;
  readonly plan: PlanSpan | null;
  /** Organizations that answer for it; members stand for the groups that the plan names. */
  readonly answering: readonly NamedAgency[];
  /** What was said outside rounds, the earliest first. */
  readonly events: readonly TaskEvent[];
  /** What counts as reached, the earliest first. */
  readonly accepted: readonly AcceptedProgress[];
}

/** One organization's part of one occurrence of a task. */
export interface OccurrenceLine {
  readonly period: string;
  readonly standing: TaskStanding;
  /** As reported last, confirmed or not; null where nothing was. */
  readonly percent: DecimalText | null;
  readonly awaitsConfirmation: boolean;
  readonly awaitsExtension: boolean;
  /** The last report was sent back and no other has been made since. */
  readonly isSentBack: boolean;
}

/** One organization's part of a task. */
export interface TaskLine extends Omit<OccurrenceLine, 'period'> {
  readonly organizationCode: string;
  readonly role: TaskRole;
  readonly occurrences: readonly OccurrenceLine[];
}

/** Where a task stands: the whole, and each organization's part. */
export interface TaskLines {
  readonly whole: TaskStanding;
  readonly lines: readonly TaskLine[];
  /** It waits for an event that nobody has recorded. */
  readonly waitsForEvent: boolean;
}

const DONE = 100;

const isAll = (percent: DecimalText | null): boolean => percent !== null && Number(percent) === DONE;

/** The occurrences of a task: of one that waits for an event, what followed from the event when it was recorded. */
const listTaskOccurrences = ({ due, plan, events }: Pick<ExecutedTask, 'due' | 'plan' | 'events'>) => {
  const start = events.findLast(({ kind }) => kind === 'record-start');
  return start ? [{ period: '', lastDay: start.dueDay }] : listDueOccurrences(due, plan);
};

/** A round asks for the task as a whole: what it brings in belongs to the occurrence that is next on the day. */
const periodAt = (occurrences: readonly DueOccurrence[], on: PlainDate): string =>
  (occurrences.find(({ lastDay }) => lastDay !== null && lastDay >= on) ?? occurrences.at(-1))?.period ?? '';

interface LineFacts {
  readonly occurrence: DueOccurrence;
  readonly events: readonly TaskEvent[];
  readonly accepted: readonly AcceptedProgress[];
  readonly isPaused: boolean;
  /** The whole of a span of years was done on this day, before its later milestones. */
  readonly wholeDoneOn: PlainDate | null;
}

const lastOf = (events: readonly TaskEvent[], kinds: readonly TaskEvent['kind'][]): TaskEvent | undefined =>
  events.findLast(({ kind }) => kinds.includes(kind));

const REPORTS = ['report', 'confirm', 'send-back'] as const;
const EXTENSIONS = ['ask-extension', 'grant-extension', 'refuse-extension'] as const;

/** The day since which all is done without a break: what is reported again later was done when it was first. */
const findDoneDay = (accepted: readonly AcceptedProgress[]): PlainDate | null => {
  const lastOpen = accepted.findLastIndex(({ percent }) => !isAll(percent));
  return accepted[lastOpen + 1]?.on ?? null;
};

const dayOf = ({ day, on }: TaskEvent): PlainDate => day ?? on;

const deriveOccurrence = (facts: LineFacts, policy: DuePolicy): OccurrenceLine => {
  const { occurrence, events, accepted, isPaused, wholeDoneOn } = facts;
  const answer = lastOf(events, REPORTS);
  const report = lastOf(events, ['report']);
  const request = lastOf(events, EXTENSIONS);
  const granted = lastOf(events, ['grant-extension']);
  const lastDay = granted?.day ?? occurrence.lastDay;
  const lateAfter = lastDay && firstWorkingDayFrom(lastDay, policy.calendar);
  const awaitsConfirmation = answer?.kind === 'report';
  const counted = accepted.at(-1);
  const doneOn = findDoneDay(accepted) ?? wholeDoneOn;
  // Who has reported in time that all is done is not late because nobody has confirmed it yet.
  const isReportedInTime =
    answer?.kind === 'report' &&
    isAll(answer.percent) &&
    !(lateAfter && (isAfter(dayOf(answer), lateAfter) || isAfter(answer.on, lateAfter)));
  const watches = lastDay !== null && !isReportedInTime;
  const percent = awaitsConfirmation ? (report?.percent ?? null) : (counted?.percent ?? null);
  return {
    period: occurrence.period,
    percent: doneOn === null ? percent : (counted?.percent ?? null),
    awaitsConfirmation,
    awaitsExtension: request?.kind === 'ask-extension',
    isSentBack: answer?.kind === 'send-back',
    standing: {
      lastDay,
      soonFrom: watches ? addDays(lastDay, -policy.dueSoonDays) : null,
      lateAfter: watches ? lateAfter : null,
      doneOn,
      isDoneLate: doneOn !== null && lateAfter !== null && isAfter(doneOn, lateAfter),
      isPaused: isPaused && doneOn === null,
      hasBegun: report !== undefined || counted !== undefined,
    },
  };
};

const isPausedFor = (events: readonly TaskEvent[], code: string | null): boolean =>
  lastOf(
    events.filter(({ organizationCode }) => organizationCode === code),
    ['pause', 'resume'],
  )?.kind === 'pause';

/** A span of years is done as a whole once its last milestone is. */
const findWholeDone = (
  { due }: ExecutedTask,
  occurrences: readonly DueOccurrence[],
  accepted: readonly (AcceptedProgress & { readonly period: string })[],
): PlainDate | null => {
  if (due.kind !== 'range' || occurrences.length < 2) return null;
  return findDoneDay(accepted.filter(({ period }) => period === occurrences.at(-1)?.period));
};

const deriveLine = (
  task: ExecutedTask,
  { organizationCode, role }: NamedAgency,
  policy: DuePolicy,
): TaskLine => {
  const occurrences = listTaskOccurrences(task);
  const own = task.events.filter((event) => event.organizationCode === organizationCode);
  const accepted = task.accepted
    .filter((progress) => progress.organizationCode === organizationCode)
    .map((progress) => ({ ...progress, period: progress.period ?? periodAt(occurrences, progress.on) }));
  const isPaused = isPausedFor(task.events, null) || isPausedFor(task.events, organizationCode);
  const wholeDoneOn = findWholeDone(task, occurrences, accepted);
  const lines = occurrences.map((occurrence) =>
    deriveOccurrence(
      {
        ...{ occurrence, isPaused, wholeDoneOn },
        events: own.filter(({ period }) => period === occurrence.period),
        accepted: accepted.filter(({ period }) => period === occurrence.period),
      },
      policy,
    ),
  );
  const current = lines.find(({ standing }) => standing.doneOn === null) ?? lines.at(-1);
  return {
    ...{ organizationCode, role, occurrences: lines, percent: current?.percent ?? null },
    standing: joinStandings(lines.map(({ standing }) => standing)),
    awaitsConfirmation: lines.some((line) => line.awaitsConfirmation),
    awaitsExtension: lines.some((line) => line.awaitsExtension),
    isSentBack: lines.some((line) => line.isSentBack),
  };
};

const withoutAgency = (task: ExecutedTask, policy: DuePolicy): TaskStanding => {
  const isPaused = isPausedFor(task.events, null);
  const facts = { events: [], accepted: [], isPaused, wholeDoneOn: null };
  return joinStandings(
    listTaskOccurrences(task).map(
      (occurrence) => deriveOccurrence({ ...facts, occurrence }, policy).standing,
    ),
  );
};

/** Words of an unknown form are a condition to be read in the document; without words there is nothing to wait for. */
const waitsForEvent = ({ due, events }: ExecutedTask): boolean =>
  CONDITIONAL_KINDS.includes(due.kind) &&
  due.raw !== null &&
  !events.some(({ kind }) => kind === 'record-start');

/**
 * Where a task stands, with each organization's part. The whole is that of the organizations that lead it; of those that
 * help where none leads, and that of its days alone where the plan names nobody who is known.
 */
export const deriveTaskLines = (task: ExecutedTask, policy: DuePolicy): TaskLines => {
  const lines = task.answering.map((one) => deriveLine(task, one, policy));
  const leads = lines.filter(({ role }) => role === 'lead');
  const counted = leads.length > 0 ? leads : lines;
  return {
    lines,
    whole:
      counted.length > 0
        ? joinStandings(counted.map(({ standing }) => standing))
        : withoutAgency(task, policy),
    waitsForEvent: waitsForEvent(task),
  };
};
