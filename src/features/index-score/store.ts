import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { BLANK, type DataValue } from '#core/scoring/data-value.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { IndexKey, StoredValue } from '#server/scoring/data-values.ts';
import { dataValueColumns, type DataValueRevision } from '#server/scoring/data-value-writes.ts';
import type { DataValueChange } from './contract.ts';

/** What a write did to the score, as it was told to the writer. */
export type StoredChange = Pick<DataValueChange, 'total'> & {
  readonly components: readonly Pick<DataValueChange['components'][number], 'code' | 'change'>[];
};

export type StoredRevision = DataValueRevision<StoredChange>;

/** Whether any subject has values of the framework. */
export const hasDataValues = async (tx: Tx, framework: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('data_value')
    .select('item_code')
    .where('framework_code', '=', framework)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

/** Many values that subjects begin with, each with its first revision. The caller knows that there are none yet. */
export const insertFirstValues = async (
  tx: Tx,
  rows: readonly { readonly key: IndexKey; readonly stored: StoredValue }[],
): Promise<void> => {
  await insertRows(
    tx,
    'data_value',
    rows.map(({ key, stored }) => dataValueColumns(key, stored)),
  );
  await insertRows(
    tx,
    'data_value_revision',
    rows.map(({ key, stored }) => ({
      revision_id: newId(),
      framework_code: key.framework,
      subject_code: key.subject,
      year: key.year,
      item_code: stored.item,
      version: stored.version,
      old_value: { ...BLANK },
      new_value: { ...stored.value },
      reason: null,
      score_change: null,
      write_id: newId(),
      changed_at: stored.changedAt,
      changed_by: stored.changedBy,
    })),
  );
};

const REVISION_COLUMNS = [
  'revision_id',
  'item_code',
  'version',
  'old_value',
  'new_value',
  'reason',
  'score_change',
  'write_id',
  'changed_at',
  'changed_by',
] as const;

interface RevisionRow {
  readonly revision_id: string;
  readonly item_code: string;
  readonly version: number;
  readonly old_value: unknown;
  readonly new_value: unknown;
  readonly reason: string | null;
  readonly score_change: unknown;
  readonly write_id: string;
  readonly changed_at: string;
  readonly changed_by: string | null;
}

const revisionOf = (row: RevisionRow): StoredRevision => ({
  id: row.revision_id,
  item: row.item_code,
  version: row.version,
  // Safe: only appendRevision writes these columns.
  oldValue: row.old_value as DataValue,
  newValue: row.new_value as DataValue,
  reason: row.reason,
  scoreChange: row.score_change as StoredChange | null,
  writeId: row.write_id,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});

/** The revision that a write made, with the score it belongs to. */
export const findRevisionOfWrite = async (
  tx: Tx,
  writeId: string,
): Promise<{ readonly key: IndexKey; readonly revision: StoredRevision } | undefined> => {
  const row = await tx
    .selectFrom('data_value_revision')
    .select([...REVISION_COLUMNS, 'framework_code', 'subject_code', 'year'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    key: { framework: row.framework_code, subject: row.subject_code, year: row.year },
    revision: revisionOf(row),
  };
};

/** All values that the given items have had, newest first. */
export const listRevisions = async (
  db: Db | Tx,
  key: IndexKey,
  items: readonly string[],
): Promise<readonly StoredRevision[]> => {
  if (items.length === 0) return [];
  const rows = await db
    .selectFrom('data_value_revision')
    .select(REVISION_COLUMNS)
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .where('year', '=', key.year)
    .where('item_code', 'in', [...items])
    // A clock may be set back: a change counts as no earlier than those before it of the same item.
    .orderBy(sql`max(changed_at) over (partition by item_code order by version)`, 'desc')
    .orderBy('version', 'desc')
    .orderBy('item_code')
    .execute();
  return rows.map(revisionOf);
};
