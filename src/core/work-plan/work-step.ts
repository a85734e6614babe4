import { addDays } from '#core/calendar/day-arithmetic.ts';
import { firstWorkingDayFrom, type WorkingCalendar } from '#core/calendar/working-days.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { computeTaskState, type TaskStanding, type TaskState } from '#core/task-state/task-state.ts';

/** What can be done to a step of a work plan, each kept in its history. */
export const WORK_STEP_EVENTS = ['add', 'edit', 'move', 'complete', 'reopen', 'withdraw'] as const;
export type WorkStepEventKind = (typeof WORK_STEP_EVENTS)[number];

/** The most steps that one work plan holds; withdrawn ones do not count. */
export const MOST_STEPS = 200;
/** The longest name of a step and of who does it, in characters. */
export const LONGEST_NAME = 500;
export const LONGEST_ASSIGNEE = 200;
export const LONGEST_RESULT = 1000;

// An agency works by the week: a month ahead, as of tasks, would call every step of its plan soon.
const SOON_DAYS = 7;

/** What the state of a step follows from. */
export interface StepDays {
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate;
  readonly doneOn: PlainDate | null;
}

interface StepContext {
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  /** The part of the task that it belongs to is paused. */
  readonly isPaused: boolean;
}

/** The days on which the state of a step changes: its last day moves to a working day as that of a task does. */
const deriveStepStanding = (
  { firstDay, lastDay, doneOn }: StepDays,
  { today, calendar, isPaused }: StepContext,
): TaskStanding => {
  const lateAfter = firstWorkingDayFrom(lastDay, calendar);
  const weekAhead = addDays(lastDay, -SOON_DAYS);
  return {
    ...{ lastDay, lateAfter, doneOn, isPaused: isPaused && doneOn === null },
    // Work that has not begun is not asked for yet, however short it is.
    soonFrom: firstDay !== null && isAfter(firstDay, weekAhead) ? firstDay : weekAhead,
    isDoneLate: doneOn !== null && isAfter(doneOn, lateAfter),
    hasBegun: firstDay !== null && !isAfter(firstDay, today),
  };
};

/** The state of a step on a day, in the words in which the states of tasks are told. */
export const computeStepState = (step: StepDays, context: StepContext): TaskState =>
  computeTaskState(deriveStepStanding(step, context), context.today);

/** How far a work plan has come. */
export interface StepCounts {
  readonly steps: number;
  readonly done: number;
  readonly overdue: number;
}

/** Counts the steps of a plan, those that are done and those that are overdue. */
export const countSteps = (states: readonly TaskState[]): StepCounts => ({
  steps: states.length,
  done: states.filter((state) => state === 'completed-on-time' || state === 'completed-late').length,
  overdue: states.filter((state) => state === 'overdue').length,
});

/**
 * The order of a plan after one of its steps was put before another; at the end where none is named. Undefined where
 * either is not in the plan.
 */
export const putBefore = (
  order: readonly string[],
  moved: string,
  before: string | null,
): readonly string[] | undefined => {
  if (!order.includes(moved) || (before !== null && !order.includes(before))) return undefined;
  if (moved === before) return order;
  const rest = order.filter((id) => id !== moved);
  const place = before === null ? rest.length : rest.indexOf(before);
  return rest.toSpliced(place, 0, moved);
};
