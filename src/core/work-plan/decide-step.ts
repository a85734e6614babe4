import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { MOST_STEPS, type WorkStepEventKind } from './work-step.ts';

/** What a step says, as it is written. */
export interface StepContent {
  readonly name: string;
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate;
  /** Who does it: somebody with an account of the organization. */
  readonly assigneeId: string | null;
  /** Who does it, a person or a unit, as typed. */
  readonly assigneeWords: string | null;
  /** Another organization that answers for the task and is handed the step. */
  readonly handedTo: string | null;
  readonly result: string | null;
}

/** Where a step may be written. */
interface PlanPlace {
  readonly organization: string;
  /** Organizations that answer for the task today. */
  readonly answering: readonly string[];
  /** Accounts of the organization. */
  readonly people: readonly string[];
}

/** Why a step can't say this, with the row among those of one write, counted from 1; undefined when it can. */
export const findContentRefusal = (
  { firstDay, lastDay, assigneeId, assigneeWords, handedTo }: StepContent,
  { organization, answering, people }: PlanPlace,
  row: number,
): Refusal | undefined => {
  if (firstDay !== null && isAfter(firstDay, lastDay)) {
    return refuse('work-step.days-reversed', { row, firstDay, lastDay });
  }
  if (assigneeId !== null && (assigneeWords !== null || !people.includes(assigneeId))) {
    return refuse('work-step.not-of-organization', { row });
  }
  if (handedTo !== null && (handedTo === organization || !answering.includes(handedTo))) {
    return refuse('work-step.not-answering', { row, organization: handedTo });
  }
  return undefined;
};

/** Why so many steps can't be added to a plan; undefined when they can. */
export const findRoomRefusal = (present: number, added: number): Refusal | undefined =>
  present + added > MOST_STEPS
    ? refuse('work-step.too-many', { most: MOST_STEPS, present, added })
    : undefined;

type StepState = 'withdrawn' | 'completed' | 'open';

const NEEDED: Readonly<Record<Exclude<WorkStepEventKind, 'add'>, readonly StepState[]>> = {
  edit: ['open'],
  move: ['open', 'completed'],
  complete: ['open'],
  reopen: ['completed'],
  withdraw: ['open', 'completed'],
};

/** Why something can't be done to a step as it stands; undefined when it can. `doneOn` is when it is said to be done. */
export const findStepRefusal = (
  step: { readonly doneOn: PlainDate | null; readonly isWithdrawn: boolean },
  wanted: { readonly kind: Exclude<WorkStepEventKind, 'add'>; readonly doneOn: PlainDate | null },
  today: PlainDate,
): Refusal | undefined => {
  const state = step.isWithdrawn ? 'withdrawn' : step.doneOn === null ? 'open' : 'completed';
  if (!NEEDED[wanted.kind].includes(state)) return refuse('work-step.wrong-state', { state });
  return wanted.doneOn !== null && isAfter(wanted.doneOn, today)
    ? refuse('task.day-ahead', { today })
    : undefined;
};

/** What the organization to which a step was handed may do to it; whose plan it stands in may do everything. */
export const DONE_BY_HANDED: readonly WorkStepEventKind[] = ['complete', 'reopen'];
