import { sql } from 'kysely';
import type { DB } from '#server/db/schema.gen.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** What can be built on an import, by kind. */
export const OBSTACLES = [
  'later-import',
  'round',
  'round-request',
  'task-progress',
  'task-event',
  'difficulty',
  'work-step',
  'committee-area',
  'task-purpose',
  'target-value',
  'evidence',
  'index-figure',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

interface Reference {
  readonly kind: Obstacle;
  readonly table: keyof DB;
  readonly column: string;
}

/** Columns of other registers that refer to items. */
export const ITEM_REFERENCES: readonly Reference[] = [
  { kind: 'round', table: 'reporting_round', column: 'duty_item_id' },
  { kind: 'round-request', table: 'round_request', column: 'task_id' },
  { kind: 'task-progress', table: 'task_progress', column: 'task_id' },
  { kind: 'task-event', table: 'task_event', column: 'task_id' },
  { kind: 'difficulty', table: 'difficulty', column: 'item_id' },
  { kind: 'work-step', table: 'work_step', column: 'task_id' },
  { kind: 'committee-area', table: 'committee_area_part', column: 'task_id' },
  { kind: 'task-purpose', table: 'task_purpose_decision', column: 'item_id' },
  { kind: 'task-purpose', table: 'task_purpose_decision', column: 'task_id' },
  { kind: 'target-value', table: 'target_year_value', column: 'item_id' },
];

/** Columns of other registers that refer to documents. */
export const DOCUMENT_REFERENCES: readonly Reference[] = [
  { kind: 'evidence', table: 'evidence', column: 'document_id' },
  { kind: 'committee-area', table: 'committee_area_part', column: 'document_id' },
];

const countReferences = async (
  tx: Tx,
  { table, column }: Reference,
  ids: readonly string[],
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(table)}
    where ${sql.ref(column)} = any(${ids}::uuid[])`.execute(tx);
  return rows[0]?.count ?? 0;
};

// Reference data name a document by the key of its reviewed reading: its file name.
const countIndexFigures = async (tx: Tx, fileName: string): Promise<number> => {
  const key = fileName.replace(/\.json$/u, '');
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from data_value where place->>'document' = ${key})
          + (select count(*) from published_score where place->>'document' = ${key}))::integer as count`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

/** The import that is to be undone, and what would leave the registers with it. */
export interface Leaving {
  readonly importId: string;
  readonly documentId: string;
  readonly decidedAt: string;
  readonly fileName: string;
  /** Items of which the import says anything. */
  readonly touched: readonly string[];
  /** Items that it alone registered. */
  readonly removed: readonly string[];
  /** Whether the document leaves as well. */
  readonly isDocumentRemoved: boolean;
}

const countLaterImports = async (tx: Tx, leaving: Leaving): Promise<number> => {
  const { importId, documentId, decidedAt, touched } = leaving;
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from plan_import as later
    where later.state = 'accepted' and later.id <> ${importId}::uuid
      and ((later.document_id = ${documentId}::uuid
            and (later.decided_at, later.id) > (${decidedAt}::timestamptz, ${importId}::uuid))
        or exists (
          select from document_item_revision as built
          join document_item_revision as ours
            on ours.item_id = built.item_id and ours.plan_import_id = ${importId}::uuid
          where built.plan_import_id = later.id and built.item_id = any(${touched}::uuid[])
            and built.revision > ours.revision))`.execute(tx);
  return rows[0]?.count ?? 0;
};

/** What stands in the way of undoing an import, counted by kind; kinds with nothing are left out. */
export const countObstacles = async (
  tx: Tx,
  leaving: Leaving,
): Promise<Partial<Record<Obstacle, number>>> => {
  const counts: [Obstacle, number][] = [['later-import', await countLaterImports(tx, leaving)]];
  for (const reference of ITEM_REFERENCES) {
    counts.push([reference.kind, await countReferences(tx, reference, leaving.removed)]);
  }
  if (leaving.isDocumentRemoved) {
    for (const reference of DOCUMENT_REFERENCES) {
      counts.push([reference.kind, await countReferences(tx, reference, [leaving.documentId])]);
    }
    counts.push(['index-figure', await countIndexFigures(tx, leaving.fileName)]);
  }
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};

/** The items of which an import says anything. */
export const listTouchedItems = async (tx: Tx, importId: string): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('document_item_revision')
    .select('item_id')
    .distinct()
    .where('plan_import_id', '=', importId)
    .orderBy('item_id')
    .execute();
  return rows.map(({ item_id }) => item_id);
};

/** The accepted imports of a document, the first one first. */
export const listAcceptedImports = (db: Db | Tx, documentId: string) =>
  db
    .selectFrom('plan_import')
    .select(['id', 'sha256', 'origin', 'reading'])
    .where('document_id', '=', documentId)
    .where('state', '=', 'accepted')
    .orderBy('decided_at')
    .orderBy('id')
    .execute();

/** The stored texts of imports, by import. */
export const listSources = async (
  tx: Tx,
  importIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('document_source')
    .innerJoin('plan_import', 'plan_import.sha256', 'document_source.sha256')
    .select(['plan_import.id as import_id', 'document_source.id'])
    .where(sql<boolean>`plan_import.id = any(${importIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ import_id, id }) => [import_id, id]));
};

/** The day on which each document was issued, as far as it says so. */
export const listIssueDates = async (
  tx: Tx,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const rows = await tx
    .selectFrom('document')
    .select(['id', 'issue_date'])
    .where(sql<boolean>`id = any(${documentIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, issue_date }) => [id, issue_date]));
};
