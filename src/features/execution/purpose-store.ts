import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { v7 as newId } from 'uuid';
import { contains } from '#server/db/contains.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
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
  await lockWrite(tx, writeId);
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

/** A target or gap with its document, and the component that it speaks of. */
export type ServableItem = Purpose & { readonly indicatorCode: string | null };

type Condition = RawBuilder<SqlBool>;

const isServable = sql<SqlBool>`item.kind in ('gap', 'target') and item.ended_by is null and target.embedded is not true`;

/** Targets and gaps with their documents that meet a condition on `item`, in the order of the documents. */
const selectServableItems = async (
  db: Db | Tx,
  condition: Condition,
  page?: { readonly offset: number; readonly limit: number },
): Promise<readonly ServableItem[]> => {
  const rows = await db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .leftJoin('target', 'target.item_id', 'item.id')
    .select(['item.id', 'item.kind', 'item.name', 'item.indicator_code as indicatorCode'])
    .select(documentColumns)
    .where(isServable)
    .where(condition)
    .orderBy('document.year', (order) => order.desc().nullsLast())
    .orderBy('document.id')
    .orderBy('item.position')
    .$if(page !== undefined, (query) => query.offset(page?.offset ?? 0).limit(page?.limit ?? 0))
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, indicatorCode: row.indicatorCode, document: documentNameOf(row) },
    // Safe: the query selects no other kind.
    kind: row.kind as 'gap' | 'target',
  }));
};

/** The target or gap with this id; undefined where there is none. */
export const findServableItem = async (db: Db | Tx, id: string): Promise<ServableItem | undefined> =>
  // As text: what is no id of an item is the id of none.
  (await selectServableItems(db, sql`item.id::text = ${id}`))[0];

/** The targets and gaps with these ids, and the gaps in these components. */
export const listServableItems = (
  db: Db | Tx,
  { ids, codes }: { readonly ids: readonly string[]; readonly codes: readonly string[] },
): Promise<readonly ServableItem[]> =>
  selectServableItems(
    db,
    sql`(item.id = any(${[...ids]}::uuid[]) or (item.kind = 'gap' and item.indicator_code = any(${[...codes]})))`,
  );

const holdsAll = (words: readonly string[]): Condition =>
  words.length === 0
    ? sql`true`
    : sql`${sql.join(
        words.map((word) => contains(sql`item.search_key`, word)),
        sql` and `,
      )}`;

/** A page of the targets and gaps that hold all of the words, and how many there are. */
export const findServableItems = async (
  db: Db,
  words: readonly string[],
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly items: readonly ServableItem[]; readonly total: number }> => {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from document_item as item left join target on target.item_id = item.id
    where ${isServable} and ${holdsAll(words)}`.execute(db);
  return { items: await selectServableItems(db, holdsAll(words), page), total: rows[0]?.total ?? 0 };
};
