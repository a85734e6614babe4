import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Db, Tx } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import type { Purpose, PURPOSE_DECISIONS } from './purpose-contract.ts';

type Decision = (typeof PURPOSE_DECISIONS)[number];

/** A decision about a task and what it serves: an item, or a component of the index. */
export interface PurposeDecision {
  readonly taskId: string;
  readonly itemId: string | null;
  readonly componentCode: string | null;
  readonly decision: Decision;
}

/** The same, to be kept. */
interface NewPurposeDecision extends PurposeDecision {
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

/** Lets one decision at a time at a task, which stays in the registers until the transaction ends. */
export const lockPurposes = async (tx: Tx, taskId: string, writeId: string): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtext('task-purpose'), hashtext(${writeId}))`.execute(tx);
  await sql`select pg_advisory_xact_lock(hashtext('task-purpose'), hashtext(${taskId}))`.execute(tx);
  const { rows } = await sql`
    select id from document_item where id = ${taskId} and kind = 'task' for key share`.execute(tx);
  return rows.length === 1;
};

/** What was decided by the write with this id; undefined for a new write. */
export const findPurposeOfWrite = async (tx: Tx, writeId: string): Promise<PurposeDecision | undefined> => {
  const row = await tx
    .selectFrom('task_purpose_decision')
    .select(['task_id as taskId', 'item_id as itemId', 'component_code as componentCode', 'decision'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  // Safe: only insertPurposeDecision writes the column.
  return row && { ...row, decision: row.decision as Decision };
};

export const insertPurposeDecision = async (
  tx: Tx,
  { taskId, itemId, componentCode, decision, at, by, writeId }: NewPurposeDecision,
): Promise<void> => {
  await tx
    .insertInto('task_purpose_decision')
    .values({
      ...{ decision_id: newId(), task_id: taskId, item_id: itemId, component_code: componentCode },
      ...{ decision, at, by, write_id: writeId },
    })
    .execute();
};

/** The latest decisions about what a task serves. */
export const listPurposeDecisions = async (
  db: Db | Tx,
  taskId: string,
): Promise<readonly PurposeDecision[]> => {
  const { rows } = await sql<PurposeDecision>`
    select distinct on (item_id, component_code) task_id as "taskId", item_id as "itemId",
      component_code as "componentCode", decision
    from task_purpose_decision where task_id = ${taskId}
    order by item_id, component_code, at desc, decision_id desc`.execute(db);
  return rows;
};

/** Targets and gaps with their documents, in the order of the documents; all of them, or the one with this id. */
export const listServableItems = async (
  db: Db | Tx,
  id?: string,
): Promise<readonly (Purpose & { readonly indicatorCode: string | null })[]> => {
  const rows = await db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .leftJoin('target', 'target.item_id', 'item.id')
    .select(['item.id', 'item.kind', 'item.name', 'item.indicator_code as indicatorCode'])
    .select(documentColumns)
    .where('item.kind', 'in', ['gap', 'target'])
    .where('item.ended_by', 'is', null)
    .where(sql<boolean>`target.embedded is not true`)
    // As text: what is no id of an item is the id of none.
    .$if(id !== undefined, (query) => query.where(sql<boolean>`item.id::text = ${id}`))
    .orderBy('document.year', (order) => order.desc().nullsLast())
    .orderBy('document.id')
    .orderBy('item.position')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, indicatorCode: row.indicatorCode, document: documentNameOf(row) },
    // Safe: the query selects no other kind.
    kind: row.kind as 'gap' | 'target',
  }));
};
