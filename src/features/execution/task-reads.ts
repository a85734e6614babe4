import { sql } from 'kysely';
import type { Db, Tx } from '#server/db/database.ts';
import type { EventView } from './task-contract.ts';

/** An event with whose part it concerns and how manieth it is there. */
export interface EventRow extends EventView {
  readonly organizationCode: string | null;
  readonly version: number;
}

/** All that was said and decided of a task, the latest first. */
export const listTaskEvents = async (db: Db | Tx, taskId: string): Promise<readonly EventRow[]> => {
  const { rows } = await sql<EventRow>`
    select event.event_id as id, event.organization_code as "organizationCode", event.version, event.kind, event.period,
      event.percent::text as percent, event.words, event.result, event.reason, event.document, event.day,
      event.due_day as "dueDay", event.at, account.display_name as by, coalesce(proof.pieces, '[]') as evidence
    from task_event as event
    left join account on account.account_id = event.by
    left join lateral (
      select json_agg(json_build_object('id', evidence.evidence_id, 'title', evidence.title,
        'isFile', evidence.kind = 'file') order by evidence.title) as pieces
      from task_event_evidence as named join evidence on evidence.evidence_id = named.evidence_id
      where named.event_id = event.event_id) as proof on true
    where event.task_id = ${taskId}
    order by event.at desc, event.version desc`.execute(db);
  return rows;
};

/** Whether another document has ended a task. */
export const isTaskEnded = async (db: Db | Tx, taskId: string): Promise<boolean> => {
  const ended = await db
    .selectFrom('document_item')
    .select('id')
    .where('id', '=', taskId)
    .where('kind', '=', 'task')
    .where('ended_by', 'is not', null)
    .executeTakeFirst();
  return ended !== undefined;
};

/** The name of a task; undefined when there is none with this id. */
export const findTaskName = async (db: Db | Tx, taskId: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('document_item')
    .select('name')
    .where('id', '=', taskId)
    .where('kind', '=', 'task')
    .executeTakeFirst();
  return row?.name;
};

/** The evidence of an organization that its reports on a task name. */
export const listNamedEvidence = async (
  db: Db,
  taskId: string,
  organizationCode: string,
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select distinct named.evidence_id as id from task_event_evidence as named
    join task_event as event on event.event_id = named.event_id
    where event.task_id = ${taskId} and event.organization_code = ${organizationCode}`.execute(db);
  return new Set(rows.map(({ id }) => id));
};
