import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { StepContent } from '#core/work-plan/decide-step.ts';
import type { WorkStepEventKind } from '#core/work-plan/work-step.ts';
import type { Tx } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
import { insertRows } from '#server/db/insert-rows.ts';

/** What a person writes or changes of a step, as far as it is the same in a retry. */
export interface SaidOfStep {
  readonly kind: WorkStepEventKind;
  /** Of what is written or edited, what the step says from then on; null of everything else. */
  readonly content: StepContent | null;
  /** Of a move, the step that it is put before. */
  readonly before: string | null;
  /** When it was done. */
  readonly day: PlainDate | null;
  readonly words: string | null;
  readonly by: string;
}

/** The same, to be kept. */
export interface NewStepEvent extends SaidOfStep {
  readonly stepId: string;
  readonly version: number;
  readonly at: string;
  readonly writeId: string;
  /** The place of the step among those of one write, counted from 1. */
  readonly place: number;
}

/** Where a plan is kept: an organization's part of a task. */
export interface PlanKey {
  readonly taskId: string;
  readonly organization: string;
}

/**
 * Lets one write at a time at a plan, and one of each write id. The task stays in the registers until the transaction ends: an
 * import that is undone meanwhile waits, and sees what was planned.
 */
export const lockPlan = async (tx: Tx, { taskId, organization }: PlanKey, writeId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('work-plan'), hashtext(${`${taskId} ${organization}`}))`.execute(
    tx,
  );
  await lockWrite(tx, writeId);
  await sql`select from document_item where id = ${taskId} for key share`.execute(tx);
};

/** The plan that a step stands in; undefined when there is no step with this id. */
export const findPlanOfStep = async (tx: Tx, stepId: string): Promise<PlanKey | undefined> =>
  tx
    .selectFrom('work_step')
    .select(['task_id as taskId', 'organization_code as organization'])
    .where('work_step_id', '=', stepId)
    .executeTakeFirst();

/** What was kept of the write with this id, in the order of its steps; nothing of a new write. */
export const listEventsOfWrite = async (
  tx: Tx,
  writeId: string,
): Promise<readonly (PlanKey & { readonly stepId: string; readonly said: SaidOfStep })[]> => {
  const rows = await tx
    .selectFrom('work_step_event as event')
    .innerJoin('work_step as step', 'step.work_step_id', 'event.work_step_id')
    .select(['step.task_id', 'step.organization_code', 'event.work_step_id', 'event.kind', 'event.name'])
    .select(['event.first_day', 'event.last_day', 'event.assignee_id', 'event.assignee_words'])
    .select(['event.handed_code', 'event.result', 'event.before_id', 'event.day', 'event.words', 'event.by'])
    .where('event.write_id', '=', writeId)
    .orderBy('event.write_place')
    .execute();
  return rows.map((row) => ({
    ...{ taskId: row.task_id, organization: row.organization_code, stepId: row.work_step_id },
    said: {
      // Safe: only appendStepEvents writes these columns.
      ...{ kind: row.kind as WorkStepEventKind, day: row.day as PlainDate | null },
      ...{ before: row.before_id, words: row.words, by: row.by },
      content:
        row.name === null
          ? null
          : {
              ...{ name: row.name, firstDay: row.first_day as PlainDate | null },
              ...{ lastDay: row.last_day as PlainDate, assigneeId: row.assignee_id },
              ...{ assigneeWords: row.assignee_words, handedTo: row.handed_code, result: row.result },
            },
    },
  }));
};

const columnsOf = (content: StepContent) => ({
  ...{ name: content.name, first_day: content.firstDay, last_day: content.lastDay },
  ...{ assignee_id: content.assigneeId, assignee_words: content.assigneeWords },
  ...{ handed_code: content.handedTo, result: content.result },
});

const NO_CONTENT = {
  ...{ name: null, first_day: null, last_day: null, assignee_id: null, assignee_words: null },
  ...{ handed_code: null, result: null },
};

/** Appends what was written or changed of steps of one plan, which must be locked. */
export const appendStepEvents = (tx: Tx, events: readonly NewStepEvent[]): Promise<void> =>
  insertRows(
    tx,
    'work_step_event',
    events.map((event) => ({
      ...{ event_id: newId(), work_step_id: event.stepId, version: event.version, kind: event.kind },
      ...{
        ...(event.content ? columnsOf(event.content) : NO_CONTENT),
        before_id: event.before,
        day: event.day,
        words: event.words,
      },
      ...{ at: event.at, by: event.by, write_id: event.writeId, write_place: event.place },
    })),
  );

/** Inserts new steps at the end of a plan. */
export const insertSteps = async (
  tx: Tx,
  { taskId, organization }: PlanKey,
  steps: readonly { readonly id: string; readonly content: StepContent }[],
): Promise<void> => {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0) as last from work_step
    where task_id = ${taskId} and organization_code = ${organization}`.execute(tx);
  const last = rows[0]?.last ?? 0;
  await insertRows(
    tx,
    'work_step',
    steps.map(({ id, content }, index) => ({
      ...{ work_step_id: id, task_id: taskId, organization_code: organization, position: last + index + 1 },
      ...columnsOf(content),
      ...{ done_on: null, is_withdrawn: false, version: 1 },
    })),
  );
};

/** Puts a step where a change has brought it. */
export const updateStep = async (
  tx: Tx,
  { stepId, version, kind, content, day }: NewStepEvent,
): Promise<void> => {
  const update = tx.updateTable('work_step').set({ version }).where('work_step_id', '=', stepId);
  const changed = {
    edit: content && columnsOf(content),
    complete: { done_on: day },
    reopen: { done_on: null },
    withdraw: { is_withdrawn: true },
    ...{ add: null, move: null },
  }[kind];
  await (changed ? update.set(changed) : update).execute();
};

/** Numbers the steps of a plan anew in this order. */
export const writeOrder = async (tx: Tx, order: readonly string[]): Promise<void> => {
  await sql`
    update work_step as step set position = wanted.position
    from unnest(${[...order]}::uuid[]) with ordinality as wanted (id, position)
    where step.work_step_id = wanted.id and step.position <> wanted.position`.execute(tx);
};
