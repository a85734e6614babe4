import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';

/** How a task stands, in the words of Vietnamese offices, the most urgent first; derived, never typed. */
export const TASK_STATES = [
  'overdue',
  'due-soon',
  'in-progress',
  'not-yet-due',
  'paused',
  'completed-on-time',
  'completed-late',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/**
 * All that the state of a task on any day follows from: the days on which it changes, so that nothing is computed anew
 * when a day passes.
 */
export interface TaskStanding {
  /** The last day on which it is kept, extension included; null where there is none. */
  readonly lastDay: PlainDate | null;
  /** From this day on it is due soon; null where it never is. */
  readonly soonFrom: PlainDate | null;
  /** After this day it is overdue: the last day, or the next working day; null where it never is. */
  readonly lateAfter: PlainDate | null;
  /** The day on which it was done, as confirmed; null while it is not. */
  readonly doneOn: PlainDate | null;
  /** It was done after the day from which it is late. */
  readonly isDoneLate: boolean;
  readonly isPaused: boolean;
  /** Something has been reported of it. */
  readonly hasBegun: boolean;
}

/** The state of a task on a day. */
export const computeTaskState = (standing: TaskStanding, today: PlainDate): TaskState => {
  const { doneOn, isDoneLate, isPaused, lateAfter, soonFrom, hasBegun } = standing;
  if (doneOn !== null) return isDoneLate ? 'completed-late' : 'completed-on-time';
  if (isPaused) return 'paused';
  if (lateAfter !== null && isAfter(today, lateAfter)) return 'overdue';
  if (soonFrom !== null && today >= soonFrom) return 'due-soon';
  return hasBegun ? 'in-progress' : 'not-yet-due';
};

const earliest = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;

const latest = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

/**
 * How a whole stands whose parts are those of several organizations or occurrences; there must be a part. It is done when
 * all of them are, paused when nothing else is left, and otherwise as urgent as the most urgent one that is not paused.
 */
export const joinStandings = (parts: readonly TaskStanding[]): TaskStanding => {
  const open = parts.filter(({ doneOn }) => doneOn === null);
  const running = open.filter(({ isPaused }) => !isPaused);
  const isDone = open.length === 0;
  const shown = running.length > 0 ? running : open;
  return {
    lastDay: isDone ? latest(parts.map(({ lastDay }) => lastDay)) : earliest(shown.map((one) => one.lastDay)),
    soonFrom: earliest(running.map(({ soonFrom }) => soonFrom)),
    lateAfter: earliest(running.map(({ lateAfter }) => lateAfter)),
    doneOn: isDone ? latest(parts.map(({ doneOn }) => doneOn)) : null,
    isDoneLate: isDone && parts.some(({ isDoneLate }) => isDoneLate),
    isPaused: !isDone && running.length === 0,
    hasBegun: parts.some(({ hasBegun, doneOn }) => hasBegun || doneOn !== null),
  };
};
