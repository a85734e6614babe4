import { sql, type Insertable, type Selectable } from 'kysely';
import { PlanReading } from '#contract/plan-reading.ts';
import type { FormerPlace } from '#core/plan/item-history.ts';
import type { ItemChangeKind } from '#core/plan/plan-item.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { DB } from '#server/db/schema.gen.ts';

/** A stored import. */
export type ImportRow = Omit<Selectable<DB['plan_import']>, 'reading'> & { readonly reading: PlanReading };

const withReading = (row: Selectable<DB['plan_import']>): ImportRow => ({
  ...row,
  reading: PlanReading.parse(row.reading),
});

const LIVE_STATES = ['draft', 'accepted'] as const;

export const findImport = async (db: Db | Tx, id: string): Promise<ImportRow | undefined> => {
  const row = await db.selectFrom('plan_import').selectAll().where('id', '=', id).executeTakeFirst();
  return row && withReading(row);
};

/** The import of this very file that has neither been discarded nor undone. */
export const findLiveImport = async (db: Db | Tx, sha256: string): Promise<ImportRow | undefined> => {
  const row = await db
    .selectFrom('plan_import')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('state', 'in', LIVE_STATES)
    .executeTakeFirst();
  return row && withReading(row);
};

/** The registered document with this identity. */
export const findDocumentOfIdentity = async (db: Db | Tx, identity: string): Promise<string | undefined> =>
  (await db.selectFrom('document').select('id').where('identity_key', '=', identity).executeTakeFirst())?.id;

/** Finds an import and keeps it from changing until the transaction ends. */
export const lockImport = async (tx: Tx, id: string): Promise<ImportRow | undefined> => {
  const row = await tx
    .selectFrom('plan_import')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && withReading(row);
};

type NewImport = Omit<
  Insertable<DB['plan_import']>,
  | 'reading'
  | 'state'
  | 'decided_at'
  | 'decided_by'
  | 'decisions'
  | 'outcome'
  | 'document_id'
  | 'undone_at'
  | 'undone_by'
> & { readonly reading: PlanReading };

/** Stores a draft; answers false when a live import of the same file is there already. */
export const insertImport = async (tx: Tx, draft: NewImport): Promise<boolean> => {
  const inserted = await tx
    .insertInto('plan_import')
    .values({ ...draft, state: 'draft', reading: JSON.stringify(draft.reading) })
    .onConflict((conflict) => conflict.column('sha256').where('state', 'in', LIVE_STATES).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
};

interface Decided {
  readonly state: 'accepted' | 'discarded';
  readonly at: string;
  readonly by: string | null;
  readonly decisions?: object;
  readonly outcome?: object;
  readonly documentId?: string;
}

export const updateImport = async (tx: Tx, id: string, decided: Decided): Promise<void> => {
  await tx
    .updateTable('plan_import')
    .set({
      state: decided.state,
      decided_at: decided.at,
      decided_by: decided.by,
      decisions: decided.decisions ? JSON.stringify(decided.decisions) : null,
      outcome: decided.outcome ? JSON.stringify(decided.outcome) : null,
      document_id: decided.documentId ?? null,
    })
    .where('id', '=', id)
    .execute();
};

// Any number would do; imports enter the registers one after the other, so that none compares itself with half of another.
const REGISTER_LOCK = 730_040_504;

/** Lets one import at a time into the registers, until the transaction ends. */
export const lockRegisters = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${REGISTER_LOCK})`.execute(tx);
};

export const insertPlan = async (tx: Tx, row: Insertable<DB['plan']>): Promise<void> =>
  insertRows(tx, 'plan', [row]);

export const insertSource = async (tx: Tx, row: Insertable<DB['document_source']>): Promise<void> =>
  insertRows(tx, 'document_source', [row]);

/** Item keys that a document has in use. */
export const listItemKeys = async (db: Db | Tx, documentId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('document_item')
    .select('item_key')
    .where('document_id', '=', documentId)
    .execute();
  return new Set(rows.map(({ item_key }) => item_key));
};

/** The kinds of registered items; ids of no item are left out. */
export const listItemKinds = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('document_item')
    .select(['id', 'kind'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
};

/** The kind of a registered item. */
export const findItemKind = async (tx: Tx, id: string): Promise<string | undefined> =>
  (await tx.selectFrom('document_item').select('kind').where('id', '=', id).executeTakeFirst())?.kind;

/** The document, key and position that items have now. */
export const listFormerPlaces = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FormerPlace>> => {
  const rows = await tx
    .selectFrom('document_item')
    .select(['id', 'document_id', 'item_key', 'position'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { documentId: row.document_id, itemKey: row.item_key, position: row.position },
    ]),
  );
};

/** Gives items the words and the place that an imported file has for them. */
export const updatePlaces = async (
  tx: Tx,
  places: readonly { readonly id: string; readonly source_id: string | null }[],
): Promise<void> => {
  if (places.length === 0) return;
  await sql`
    update document_item
    set (line, page, block, quote, source_id, continuation) =
        (place.line, place.page, place.block, place.quote, place.source_id, place.continuation)
    from jsonb_populate_recordset(null::document_item, ${JSON.stringify(places)}::jsonb) as place
    where document_item.id = place.id`.execute(tx);
};

/** Columns of an item that are written anew. */
export interface RewrittenItem {
  readonly itemId: string;
  readonly columns: Partial<Insertable<DB['document_item']>>;
}

// Reports name the periods of recurring work: the same words go on to mean what they were read as when they were entered.
const rewritten = (name: string) =>
  name === 'due_recurrence'
    ? sql`case when (document_item.due_kind, document_item.due_raw) = (rewritten.due_kind, rewritten.due_raw)
        then coalesce(document_item.due_recurrence, rewritten.due_recurrence) else rewritten.due_recurrence end`
    : sql.id('rewritten', name);

/** Overwrites what items say; what they said before stays in their revisions. */
export const updateItems = async (tx: Tx, items: readonly RewrittenItem[]): Promise<void> => {
  for (const some of groupBy(items, ({ columns }) => Object.keys(columns).join(' ')).values()) {
    const names = Object.keys(some[0]?.columns ?? {});
    const rows = some.map(({ itemId, columns }) => ({ ...columns, id: itemId }));
    await sql`
      update document_item set (${sql.join(names.map((name) => sql.id(name)))}) =
        row(${sql.join(names.map(rewritten))})
      from jsonb_populate_recordset(null::document_item, ${JSON.stringify(rows)}::jsonb) as rewritten
      where document_item.id = rewritten.id`.execute(tx);
  }
};

/** Takes away the rows of their kinds and the agencies of items, to be written anew. */
export const deleteItemDetails = async (
  tx: Tx,
  items: readonly { readonly itemId: string; readonly detailTable: keyof DB }[],
): Promise<void> => {
  const tables = groupBy(items, ({ detailTable }) => detailTable);
  for (const [table, some] of tables) {
    const ids = some.map(({ itemId }) => itemId);
    await sql`delete from ${sql.table(table)} where item_id = any(${ids}::uuid[])`.execute(tx);
    await sql`delete from item_agency where item_id = any(${ids}::uuid[])`.execute(tx);
  }
};

/** A change of an item, to be appended to its history. */
export interface AppendedRevision {
  readonly itemId: string;
  readonly reading: object;
  /** Of an item that a replacing document takes over. */
  readonly former?: FormerPlace | undefined;
}

/** Appends what an import read for items; revisions of an item are numbered from 1. */
export const appendRevisions = async (
  tx: Tx,
  change: ItemChangeKind,
  importId: string,
  at: string,
  items: readonly AppendedRevision[],
): Promise<void> => {
  if (items.length === 0) return;
  const rows = items.map(({ itemId, reading, former }) => ({ item_id: itemId, reading, former }));
  await sql`
    insert into document_item_revision (item_id, revision, change, plan_import_id, reading, former, changed_at)
    select entry.item_id,
           1 + coalesce((select max(earlier.revision) from document_item_revision as earlier
                         where earlier.item_id = entry.item_id), 0),
           ${change}, ${importId}::uuid, entry.reading, entry.former, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (item_id uuid, reading jsonb, former jsonb)`.execute(
    tx,
  );
};
