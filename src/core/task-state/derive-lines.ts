import { listDueOccurrences, type DueOccurrence, type PlanSpan } from '#core/calendar/due-occurrences.ts';
import { CONDITIONAL_KINDS, type DueRule } from '#core/calendar/due-rule.ts';
import type { Recurrence } from '#core/calendar/recurrence.ts';
import type { DuePolicy } from '#core/calendar/due-state.ts';
import { firstWorkingDayFrom, type WorkingCalendar } from '#core/calendar/working-days.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { NamedAgency } from '#core/task-progress/answering-organizations.ts';
import type { TaskRole } from '#core/task-progress/task-role.ts';
import {
  deriveOccurrence,
  lastDayOf,
  lastOf,
  type OccurrenceFacts,
  type OccurrenceLine,
} from './derive-occurrence.ts';
import { joinStandings, type TaskStanding } from './task-state.ts';
import type { AcceptedProgress, TaskEvent } from './task-event.ts';

/** A task with all that its states follow from. */
export interface ExecutedTask {
  readonly due: DueRule;
  /** How often a recurring rule comes back, as it was read when the task was entered; null where nothing was kept. */
  readonly recurrence: Recurrence | null;
  readonly plan: PlanSpan | null;
  /** Organizations that answer for it; members stand for the groups that the plan names. */
  readonly answering: readonly NamedAgency[];
  /** What was said outside rounds, the earliest first. */
  readonly events: readonly TaskEvent[];
  /** What counts as reached, the earliest first. */
  readonly accepted: readonly AcceptedProgress[];
}

/** One organization's part of a task. */
export interface TaskLine extends Omit<OccurrenceLine, 'period' | 'isMilestone'> {
  readonly organizationCode: string;
  readonly role: TaskRole;
  /** Parts of a task that share one list stand alike in everything. */
  readonly occurrences: readonly OccurrenceLine[];
}

/** Where a task stands: the whole, and each organization's part. */
export interface TaskLines {
  readonly whole: TaskStanding;
  readonly lines: readonly TaskLine[];
  /** It waits for an event that nobody has recorded. */
  readonly waitsForEvent: boolean;
}

/** The occurrences of a task: of one that waits for an event, what followed from the event when it was recorded. */
const listTaskOccurrences = ({
  due,
  recurrence,
  plan,
  events,
}: Pick<ExecutedTask, 'due' | 'recurrence' | 'plan' | 'events'>) => {
  const start = events.findLast(({ kind }) => kind === 'record-start');
  return start ? [{ period: '', lastDay: start.dueDay }] : listDueOccurrences(due, plan, recurrence);
};

/** What is said of one organization's part, or of a whole that nobody answers for. */
interface PartFacts {
  readonly events: readonly TaskEvent[];
  readonly accepted: readonly AcceptedProgress[];
  readonly isPaused: boolean;
}

const isPausedBy = (events: readonly TaskEvent[]): boolean =>
  lastOf(events, ['pause', 'resume'])?.kind === 'pause';

/** Whether the work of an organization, or with null the whole task, is paused by what was last said of just that. */
export const isPausedFor = (events: readonly TaskEvent[], code: string | null): boolean =>
  isPausedBy(events.filter(({ organizationCode }) => organizationCode === code));

/** A task's occurrences, the same for every organization. */
interface TaskOccurrences {
  readonly occurrences: readonly DueOccurrence[];
  /** A span of years is one work, due on its last day; the occurrences before it are milestones, which tell of progress. */
  readonly isSpan: boolean;
}

const occurrencesOf = (task: ExecutedTask): TaskOccurrences => {
  const occurrences = listTaskOccurrences(task);
  return { occurrences, isSpan: task.due.kind === 'range' && occurrences.length > 1 };
};

/** The period of the occurrence that is next on a day: what is handed in on the day to which a rest day moved the term is in time. */
const periodAt = (
  occurrences: readonly DueOccurrence[],
  events: readonly TaskEvent[],
  { on, calendar }: { readonly on: PlainDate; readonly calendar: WorkingCalendar },
): string => {
  const next = occurrences.find((occurrence) => {
    const own = events.filter(({ period }) => period === occurrence.period);
    const lastDay = lastDayOf(occurrence, own);
    return lastDay !== null && firstWorkingDayFrom(lastDay, calendar) >= on;
  });
  return (next ?? occurrences.at(-1))?.period ?? '';
};

interface PlacedProgress extends AcceptedProgress {
  readonly period: string;
  /** The period of the occurrence that was next on the day. */
  readonly next: string;
}

/** How far the whole of a span of years was told to have come, by the periods of the milestones in whose years it was. */
const listToldPeriods = (
  { awaitsConfirmation, period }: OccurrenceLine,
  accepted: readonly PlacedProgress[],
  reports: readonly { readonly period: string; readonly next: string }[],
): ReadonlySet<string> => {
  const waiting = awaitsConfirmation ? reports.findLast((report) => report.period === period) : undefined;
  const told = [...accepted.filter((progress) => progress.period === period), ...(waiting ? [waiting] : [])];
  return new Set(told.map(({ next }) => next));
};

const deriveOccurrences = (
  { occurrences, isSpan }: TaskOccurrences,
  { events, accepted: given, isPaused }: PartFacts,
  policy: DuePolicy,
): readonly OccurrenceLine[] => {
  const last = occurrences.at(-1);
  const nextOn = (on: PlainDate): string => periodAt(occurrences, events, { on, calendar: policy.calendar });
  const known = new Set(occurrences.map(({ period }) => period));
  // A round asks for the task as a whole: that is all of a span of years, and of what recurs the occurrence that is next.
  const accepted = given.map((progress): PlacedProgress => {
    const next = nextOn(progress.on);
    const own = isSpan && last ? last.period : next;
    const { period } = progress;
    return { ...progress, next, period: period !== null && known.has(period) ? period : own };
  });
  const derive = (occurrence: DueOccurrence, milestone: Pick<OccurrenceFacts, 'whole' | 'isTold'>) =>
    deriveOccurrence(
      {
        ...{ occurrence, isPaused, ...milestone },
        events: events.filter(({ period }) => period === occurrence.period),
        accepted: accepted.filter(({ period }) => period === occurrence.period),
      },
      policy,
    );
  const single = { whole: null, isTold: false };
  if (!isSpan || !last) return occurrences.map((occurrence) => derive(occurrence, single));
  const whole = derive(last, single);
  const reports = events
    .filter(({ kind }) => kind === 'report')
    .map(({ period, on }) => ({ period, next: nextOn(on) }));
  const told = listToldPeriods(whole, accepted, reports);
  const milestones = occurrences
    .slice(0, -1)
    .map((one) => derive(one, { whole: whole.standing, isTold: told.has(one.period) }));
  return [...milestones, whole];
};

type Part = Omit<TaskLine, 'organizationCode' | 'role'>;

/** How a part stands: that of a span of years as its last occurrence does, whatever became of its milestones. */
const joinOccurrences = (lines: readonly OccurrenceLine[], isSpan: boolean): TaskStanding => {
  const last = lines.at(-1);
  const standings = lines.map(({ standing }) => standing);
  if (!last || !isSpan) return joinStandings(standings);
  return { ...last.standing, hasBegun: standings.some(({ hasBegun }) => hasBegun) };
};

const derivePart = (task: TaskOccurrences, facts: PartFacts, policy: DuePolicy): Part => {
  const lines = deriveOccurrences(task, facts, policy);
  const open = lines.find(({ standing }) => standing.doneOn === null);
  const current = task.isSpan ? lines.at(-1) : (open ?? lines.at(-1));
  return {
    ...{ occurrences: lines, percent: current?.percent ?? null },
    standing: joinOccurrences(lines, task.isSpan),
    awaitsConfirmation: lines.some((line) => line.awaitsConfirmation),
    awaitsExtension: lines.some((line) => line.awaitsExtension),
    isSentBack: lines.some((line) => line.isSentBack),
  };
};

/**
 * How the part of an organization stands, or by null a whole that nobody answers for. A task of all communes has a hundred
 * parts of which nothing was said: they are derived once, and share what came of it.
 */
const partDeriver = (task: ExecutedTask, policy: DuePolicy): ((organizationCode: string | null) => Part) => {
  const shared = occurrencesOf(task);
  const events = groupBy(task.events, ({ organizationCode }) => organizationCode);
  const accepted = groupBy<string | null, AcceptedProgress>(
    task.accepted,
    ({ organizationCode }) => organizationCode,
  );
  const isPaused = isPausedBy(events.get(null) ?? []);
  let untouched: Part | undefined;
  return (code) => {
    const own = { events: events.get(code) ?? [], accepted: accepted.get(code) ?? [] };
    if (own.events.length > 0 || own.accepted.length > 0) {
      return derivePart(shared, { ...own, isPaused: isPaused || isPausedBy(own.events) }, policy);
    }
    untouched ??= derivePart(shared, { ...own, isPaused }, policy);
    return untouched;
  };
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
  const partOf = partDeriver(task, policy);
  const lines = task.answering.map(({ organizationCode, role }): TaskLine => {
    const part = partOf(organizationCode);
    // Written out: spread, the parts of twenty thousand tasks took twice as long.
    return {
      organizationCode,
      role,
      occurrences: part.occurrences,
      percent: part.percent,
      standing: part.standing,
      awaitsConfirmation: part.awaitsConfirmation,
      awaitsExtension: part.awaitsExtension,
      isSentBack: part.isSentBack,
    };
  });
  const leads = lines.filter(({ role }) => role === 'lead');
  const counted = leads.length > 0 ? leads : lines;
  // Parts that stand alike count once.
  const standings = [...new Set(counted.map(({ standing }) => standing))];
  return {
    lines,
    whole: standings.length > 0 ? joinStandings(standings) : partOf(null).standing,
    waitsForEvent: waitsForEvent(task),
  };
};
