import type { DataValue, DataValues, ValueComparator } from '#core/scoring/data-value.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { IndexKey } from '#server/scoring/data-values.ts';

/** The values of every other subject that the framework scores for the year. */
export const listOtherValues = async (db: Db | Tx, key: IndexKey): Promise<readonly DataValues[]> => {
  const rows = await db
    .selectFrom('data_value')
    .select(['subject_code', 'item_code', 'state', 'value', 'comparator'])
    .where('framework_code', '=', key.framework)
    .where('year', '=', key.year)
    .where('subject_code', '!=', key.subject)
    .execute();
  const subjects = new Map<string, Map<string, DataValue>>();
  for (const row of rows) {
    const values = subjects.get(row.subject_code) ?? new Map<string, DataValue>();
    subjects.set(row.subject_code, values);
    values.set(
      row.item_code,
      row.state === 'value'
        ? // Safe: the constraints of data_value admit no other comparator and no value without text.
          { state: 'value', value: row.value ?? '', comparator: row.comparator as ValueComparator }
        : { state: row.state as 'blank' | 'not-applicable' },
    );
  }
  return [...subjects.values()];
};
