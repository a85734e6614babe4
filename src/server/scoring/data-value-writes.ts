import type { DataValue } from '#core/scoring/data-value.ts';
import type { Tx } from '#server/db/database.ts';
import type { IndexKey, StoredValue } from './data-values.ts';

/** A value that an item got; `Change` is what it did to the score, as it was told to whoever wrote. */
export interface DataValueRevision<Change = unknown> {
  readonly id: string;
  readonly item: string;
  readonly version: number;
  readonly oldValue: DataValue;
  readonly newValue: DataValue;
  readonly reason: string | null;
  readonly scoreChange: Change | null;
  readonly writeId: string;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

/** A value as the columns of its row. */
export const dataValueColumns = (key: IndexKey, stored: StoredValue) => ({
  framework_code: key.framework,
  subject_code: key.subject,
  year: key.year,
  item_code: stored.item,
  state: stored.value.state,
  value: stored.value.state === 'value' ? stored.value.value : null,
  comparator: stored.value.state === 'value' ? stored.value.comparator : '=',
  origin: stored.origin,
  note: stored.note && JSON.stringify(stored.note),
  place: stored.place && JSON.stringify(stored.place),
  version: stored.version,
  changed_at: stored.changedAt,
  changed_by: stored.changedBy,
});

/**
 * Writes the present value of an item, new or changed, and gives it as it is stored.
 * The caller has locked the index.
 */
export const saveDataValue = async (tx: Tx, key: IndexKey, stored: StoredValue): Promise<StoredValue> => {
  const row = dataValueColumns(key, stored);
  const { changed_at: changedAt } = await tx
    .insertInto('data_value')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['framework_code', 'subject_code', 'year', 'item_code']).doUpdateSet(row),
    )
    .returning('changed_at')
    .executeTakeFirstOrThrow();
  return { ...stored, changedAt };
};

/** Appends to the history of an item. */
export const appendDataValueRevision = async (
  tx: Tx,
  key: IndexKey,
  revision: DataValueRevision,
): Promise<void> => {
  await tx
    .insertInto('data_value_revision')
    .values({
      revision_id: revision.id,
      framework_code: key.framework,
      subject_code: key.subject,
      year: key.year,
      item_code: revision.item,
      version: revision.version,
      old_value: JSON.stringify(revision.oldValue),
      new_value: JSON.stringify(revision.newValue),
      reason: revision.reason,
      score_change: revision.scoreChange === null ? null : JSON.stringify(revision.scoreChange),
      write_id: revision.writeId,
      changed_at: revision.changedAt,
      changed_by: revision.changedBy,
    })
    .execute();
};
