import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { TaskEventKind } from '#core/task-state/task-event.ts';
import type { DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
import { insertRows } from '#server/db/insert-rows.ts';

/** Something said or decided of a task, to be kept. */
export interface NewTaskEvent {
  readonly taskId: string;
  /** Whose part it concerns; null for the whole. */
  readonly organization: string | null;
  readonly version: number;
  readonly kind: TaskEventKind;
  readonly period: string;
  readonly percent: DecimalText | null;
  readonly words: string | null;
  readonly result: string | null;
  readonly reason: string | null;
  readonly document: string | null;
  readonly day: PlainDate | null;
  readonly dueDay: PlainDate | null;
  readonly evidence: readonly string[];
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

/**
 * Lets one write at a time at a task, so that each decides by what the one before has said, and one of each write id. The
 * task stays in the registers until the transaction ends: an import that is undone meanwhile waits, and sees what was said.
 */
export const lockTask = async (tx: Tx, taskId: string, writeId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('task-event'), hashtext(${taskId}))`.execute(tx);
  await lockWrite(tx, writeId);
  await sql`select from document_item where id = ${taskId} for key share`.execute(tx);
};

/** What a person says or decides, as far as it is the same in a retry. */
export type SaidOfTask = Omit<NewTaskEvent, 'version' | 'at' | 'writeId'>;

/** What was kept of the write with this id; undefined for a new write. */
export const findEventOfWrite = async (tx: Tx, writeId: string): Promise<SaidOfTask | undefined> => {
  const row = await tx
    .selectFrom('task_event')
    .select([
      'event_id',
      'task_id as taskId',
      'organization_code as organization',
      'kind',
      'period',
      'percent',
    ])
    .select(['words', 'result', 'reason', 'document', 'day', 'due_day as dueDay', 'by'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { event_id: eventId, ...said } = row;
  const evidence = await tx
    .selectFrom('task_event_evidence')
    .select('evidence_id')
    .where('event_id', '=', eventId)
    .execute();
  // Safe: only appendTaskEvent writes these columns.
  return { ...said, evidence: evidence.map((one) => one.evidence_id) } as SaidOfTask;
};

/** How much was said of a part of a task, or of the whole where no organization is named. */
export const readVersion = async (tx: Tx, taskId: string, organization: string | null): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from task_event
    where task_id = ${taskId} and organization_code is not distinct from ${organization}`.execute(tx);
  return rows[0]?.version ?? 0;
};

/** Appends an event and answers its id. The task must be locked. */
export const appendTaskEvent = async (tx: Tx, event: NewTaskEvent): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('task_event')
    .values({
      ...{
        event_id: id,
        task_id: event.taskId,
        organization_code: event.organization,
        version: event.version,
      },
      ...{ kind: event.kind, period: event.period, percent: event.percent, words: event.words },
      ...{ result: event.result, reason: event.reason, document: event.document, day: event.day },
      ...{ due_day: event.dueDay, at: event.at, by: event.by, write_id: event.writeId },
    })
    .execute();
  await insertRows(
    tx,
    'task_event_evidence',
    [...new Set(event.evidence)].map((evidenceId) => ({ event_id: id, evidence_id: evidenceId })),
  );
  return id;
};

/**
 * Lets the last report of a part count: it becomes progress of the task, as what rounds bring in does. The work was done on
 * the day that the report names, or on the day on which it was made.
 */
export const countLastReport = async (
  tx: Tx,
  {
    taskId,
    organization,
    period,
  }: Pick<NewTaskEvent, 'taskId' | 'period'> & { readonly organization: string },
  { at, by }: Pick<NewTaskEvent, 'at' | 'by'>,
): Promise<void> => {
  await sql`
    insert into task_progress (task_progress_id, task_id, organization_code, version, state, percent, words, result,
      event_id, period, done_on, recorded_at, recorded_by)
    select ${newId()}::uuid, task_id, organization_code,
      1 + coalesce((select max(known.version) from task_progress as known
        where known.task_id = report.task_id and known.organization_code = report.organization_code), 0),
      'value', percent, words, result, event_id, period,
      coalesce(day, (at at time zone 'Asia/Ho_Chi_Minh')::date), ${at}::timestamptz, ${by}::uuid
    from task_event as report
    where task_id = ${taskId} and organization_code = ${organization} and period = ${period} and kind = 'report'
    order by version desc limit 1`.execute(tx);
};

/** Notes that a person has seen what was decided of the parts of some organizations. Noting it again changes nothing. */
export const insertReadings = async (
  db: Db,
  taskId: string,
  organizations: readonly string[],
  { accountId, at }: { readonly accountId: string; readonly at: string },
): Promise<void> => {
  await sql`
    insert into task_event_reading (event_id, account_id, read_at)
    select event_id, ${accountId}::uuid, ${at}::timestamptz from task_event
    where task_id = ${taskId} and organization_code = any(${[...organizations]})
    on conflict on constraint task_event_reading_pk do nothing`.execute(db);
};
