import type { DecimalText } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isPlanKind } from '#core/plan/wording.ts';
import type { Comparator } from '#core/plan/plan-item.ts';
import type { TaskState } from '#core/task-state/task-state.ts';

/** A task as a report tells of it on the day of the report. */
export interface TaskFact {
  readonly name: string;
  /** "Kế hoạch số 283/KH-UBND". */
  readonly plan: string;
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  /** When it is due, in the words of the plan. */
  readonly due: string | null;
  readonly lastDay: PlainDate | null;
  readonly state: TaskState;
  readonly doneOn: PlainDate | null;
  /** It was done in time by the day that was confirmed, and told of afterwards; older papers do not say. */
  readonly isToldLate?: boolean;
  /** It was reported as done and waits for the confirmation alone; older papers do not say. */
  readonly isToldDone?: boolean;
  readonly percent: DecimalText | null;
  /** What was reported last: work done, what was achieved, what hinders it. */
  readonly words: string | null;
  readonly result: string | null;
  readonly difficulties: string | null;
  /** Difficulties (khó khăn, vướng mắc) that organizations have raised and that nobody has answered yet; older papers have none. */
  readonly raised?: readonly { readonly organization: string; readonly words: string }[];
}

/** A target with the figure that was reached, where there is one. */
export interface TargetFact {
  readonly name: string;
  readonly plan: string;
  readonly leads: readonly string[];
  /** As the plan says it: "Tối thiểu 80%". */
  readonly wanted: string;
  readonly comparator: Comparator;
  readonly value: DecimalText | null;
  readonly unit: string | null;
  readonly actual: {
    readonly value: DecimalText;
    readonly period: string;
    /** An estimate, not a result; older papers do not say. */
    readonly isEstimate?: boolean;
  } | null;
}

/** The plan or plans that a report is about. */
export interface PlanFact {
  readonly name: string;
  /** What it is about, in sentence case. */
  readonly subject: string | null;
}

/** How many tasks stand in each state. */
export interface TaskCounts {
  readonly all: number;
  readonly completed: number;
  readonly completedLate: number;
  readonly overdue: number;
  readonly toldLate: number;
  readonly running: number;
  /** Overdue, without a report that it is done. */
  readonly owed: number;
  /** Within their time, or without a day, and reported as done: the confirmation is still to come. */
  readonly runningTold: number;
  readonly undatedTold: number;
  /** Neither done nor paused, and without a day on which they are due. */
  readonly undated: number;
  readonly paused: number;
}

const COMPLETED: readonly TaskState[] = ['completed-on-time', 'completed-late'];

const RUNNING: readonly TaskState[] = ['due-soon', 'in-progress', 'not-yet-due'];

/** Whether a task that is to be done has no day by which it is due. */
export const isUndated = ({ state, lastDay }: TaskFact): boolean =>
  lastDay === null && RUNNING.includes(state);

/** Whether a task is overdue and nobody has reported it as done. */
export const isOwed = ({ state, isToldDone }: TaskFact): boolean =>
  state === 'overdue' && isToldDone !== true;

/** Whether a task is done. */
export const isCompleted = ({ state }: TaskFact): boolean => COMPLETED.includes(state);

/** Counts tasks by what a report says of them. */
export const countTasks = (tasks: readonly TaskFact[]): TaskCounts => {
  const count = (...states: readonly TaskState[]): number =>
    tasks.filter(({ state }) => states.includes(state)).length;
  const undated = tasks.filter(isUndated);
  const running = tasks.filter((task) => RUNNING.includes(task.state) && !isUndated(task));
  const countTold = (some: readonly TaskFact[]): number =>
    some.filter(({ isToldDone }) => isToldDone === true).length;
  return {
    all: tasks.length,
    completed: count(...COMPLETED),
    completedLate: count('completed-late'),
    overdue: count('overdue'),
    toldLate: tasks.filter(({ isToldLate }) => isToldLate === true).length,
    owed: tasks.filter(isOwed).length,
    ...{ running: running.length, runningTold: countTold(running) },
    ...{ undated: undated.length, undatedTold: countTold(undated) },
    paused: count('paused'),
  };
};

/** What tasks come from, in one word: plans, or documents of other kinds too. */
export const sourceWord = (plans: readonly Pick<PlanFact, 'name'>[]): 'kế hoạch' | 'văn bản' =>
  plans.every(({ name }) => isPlanKind(name)) ? 'kế hoạch' : 'văn bản';

/** The tasks of each agency that leads them, in the order of the agencies' first tasks. */
export const tasksByLead = (tasks: readonly TaskFact[]): ReadonlyMap<string, readonly TaskFact[]> => {
  const pairs = tasks.flatMap((task) => task.leads.map((lead) => ({ lead, task })));
  return new Map(
    [...groupBy(pairs, ({ lead }) => lead)].map(([lead, some]) => [lead, some.map(({ task }) => task)]),
  );
};
