import { FrameworkDefinition } from '#contract/scoring.ts';
import type { DataValue, DataValues, ValueComparator } from '#core/scoring/data-value.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { ScenarioKey } from './store.ts';

// A definition never changes under its fingerprint, so parsing it once is enough.
const parsed = new Map<string, Framework>();

/** One version of a framework. */
export const findFrameworkVersion = async (
  tx: Tx,
  code: string,
  version: number,
): Promise<Framework | undefined> => {
  const row = await tx
    .selectFrom('index_framework')
    .select(['fingerprint', 'definition'])
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return undefined;
  const framework = parsed.get(row.fingerprint) ?? FrameworkDefinition.parse(row.definition);
  parsed.set(row.fingerprint, framework);
  return framework;
};

const dataValueOf = (row: { state: string; value: string | null; comparator: string }): DataValue =>
  row.state === 'value'
    ? // Safe: the constraints of data_value admit no other comparator and no value without text.
      { state: 'value', value: row.value ?? '', comparator: row.comparator as ValueComparator }
    : { state: row.state as 'blank' | 'not-applicable' };

/** The present values of a score, which a scenario changes. Empty when there is no such score. */
export const listPresentValues = async (tx: Tx, key: ScenarioKey): Promise<DataValues> => {
  const rows = await tx
    .selectFrom('data_value')
    .select(['item_code', 'state', 'value', 'comparator'])
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .where('year', '=', key.year)
    .orderBy('item_code')
    .execute();
  return new Map(rows.map((row) => [row.item_code, dataValueOf(row)]));
};

/** Names of the people behind accounts. */
export const listAccountNames = async (
  db: Db | Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['account_id', 'display_name'])
    .where('account_id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.account_id, row.display_name]));
};
