import { sql } from 'kysely';
import type { DataValue, DataValues, ValueComparator } from '#core/scoring/data-value.ts';
import type { DocumentPlace } from '#core/scoring/framework.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** Which score: framework, subject and the year that the data describe. */
export interface IndexKey {
  readonly framework: string;
  readonly subject: string;
  readonly year: number;
}

type ValueOrigin = 'document' | 'inferred' | 'entered' | 'simulated' | 'reported';

export interface StoredValue {
  readonly item: string;
  readonly value: DataValue;
  readonly origin: ValueOrigin;
  readonly note: LocalizedText | null;
  readonly place: DocumentPlace | null;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

/**
 * The latest year that a framework assesses and its subject has data for, within what is asked for. The province is
 * meant where neither framework nor subject is named.
 */
export const findLatestKey = async (
  db: Db | Tx,
  wanted: Partial<IndexKey>,
): Promise<IndexKey | undefined> => {
  const row = await db
    .selectFrom('data_value')
    // A stray row of another year is no score: only the framework says which year it assesses.
    .innerJoin('index_framework', (join) =>
      join
        .onRef('index_framework.code', '=', 'data_value.framework_code')
        .onRef('index_framework.assessment_year', '=', 'data_value.year')
        .on('index_framework.state', '=', 'in-force'),
    )
    .innerJoin('organization', 'organization.code', 'data_value.subject_code')
    .select(['framework_code', 'subject_code', 'year'])
    .$if(wanted.framework === undefined && wanted.subject === undefined, (query) =>
      query.where('organization.kind', '=', 'province'),
    )
    .$if(wanted.framework !== undefined, (query) =>
      query.where('framework_code', '=', wanted.framework ?? ''),
    )
    .$if(wanted.subject !== undefined, (query) => query.where('subject_code', '=', wanted.subject ?? ''))
    .$if(wanted.year !== undefined, (query) => query.where('year', '=', wanted.year ?? 0))
    .orderBy('year', 'desc')
    .orderBy('framework_code', 'desc')
    .orderBy('subject_code')
    .limit(1)
    .executeTakeFirst();
  return row && { framework: row.framework_code, subject: row.subject_code, year: row.year };
};

/** Whether any of the values is made up for a demonstration: whatever is computed from it must say so. */
export const hasSimulated = (stored: readonly StoredValue[]): boolean =>
  stored.some(({ origin }) => origin === 'simulated');

const lock = async (tx: Tx, name: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
};

/** Waits until nobody else changes the data of this score; the lock ends with the transaction. */
export const lockIndex = (tx: Tx, { framework, subject, year }: IndexKey): Promise<void> =>
  lock(tx, `index-score/${framework}/${subject}/${String(year)}`);

/** The same for all subjects of a league. Two who want the whole league wait for each other before the first subject. */
export const lockLeague = async (
  tx: Tx,
  { framework, year }: Pick<IndexKey, 'framework' | 'year'>,
  subjects: readonly string[],
): Promise<void> => {
  await lock(tx, `league/${framework}/${String(year)}`);
  for (const subject of subjects) await lockIndex(tx, { framework, subject, year });
};

/** Waits until nobody else adds up the parts of a round; the lock ends with the transaction and comes before that of the index. */
export const lockSums = (tx: Tx, roundId: string): Promise<void> => lock(tx, `sums-of-round/${roundId}`);

const dataValueOf = (row: { state: string; value: string | null; comparator: string }): DataValue =>
  row.state === 'value'
    ? // Safe: the constraints of data_value admit no other comparator and no value without text.
      { state: 'value', value: row.value ?? '', comparator: row.comparator as ValueComparator }
    : { state: row.state as 'blank' | 'not-applicable' };

/** The present values of every subject that a framework has figures of, as rules read them, by subject. */
export const listLeagueValues = async (
  db: Db | Tx,
  league: Pick<IndexKey, 'framework' | 'year'>,
): Promise<ReadonlyMap<string, DataValues>> => {
  const rows = await db
    .selectFrom('data_value')
    .select(['subject_code', 'item_code', 'state', 'value', 'comparator'])
    .where('framework_code', '=', league.framework)
    .where('year', '=', league.year)
    .execute();
  const subjects = new Map<string, Map<string, DataValue>>();
  for (const row of rows) {
    const values = subjects.get(row.subject_code) ?? new Map<string, DataValue>();
    subjects.set(row.subject_code, values.set(row.item_code, dataValueOf(row)));
  }
  return subjects;
};

const STORED_COLUMNS = [
  'item_code',
  'state',
  'value',
  'comparator',
  'origin',
  'note',
  'place',
  'version',
  'changed_at',
  'changed_by',
] as const;

interface StoredRow {
  readonly item_code: string;
  readonly state: string;
  readonly value: string | null;
  readonly comparator: string;
  readonly origin: string;
  readonly note: unknown;
  readonly place: unknown;
  readonly version: number;
  readonly changed_at: string;
  readonly changed_by: string | null;
}

const storedValueOf = (row: StoredRow): StoredValue => ({
  item: row.item_code,
  value: dataValueOf(row),
  origin: row.origin as ValueOrigin,
  note: row.note as LocalizedText | null,
  place: row.place as DocumentPlace | null,
  version: row.version,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});

/** The present values of a subject for a year. */
export const listDataValues = async (db: Db | Tx, key: IndexKey): Promise<readonly StoredValue[]> => {
  const rows = await db
    .selectFrom('data_value')
    .select(STORED_COLUMNS)
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .where('year', '=', key.year)
    .orderBy('item_code')
    .execute();
  return rows.map(storedValueOf);
};

/** Who has figures of a framework, in the order of their codes. */
export const listLeagueSubjects = async (
  db: Db | Tx,
  league: Pick<IndexKey, 'framework' | 'year'>,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('data_value')
    .select('subject_code')
    .distinct()
    .where('framework_code', '=', league.framework)
    .where('year', '=', league.year)
    .orderBy('subject_code')
    .execute();
  return rows.map((row) => row.subject_code);
};

/** The present values of every subject that a framework has figures of, with where they come from, by subject. */
export const listLeagueDataValues = async (
  db: Db | Tx,
  league: Pick<IndexKey, 'framework' | 'year'>,
): Promise<ReadonlyMap<string, readonly StoredValue[]>> => {
  const rows = await db
    .selectFrom('data_value')
    .select(['subject_code', ...STORED_COLUMNS])
    .where('framework_code', '=', league.framework)
    .where('year', '=', league.year)
    .orderBy('subject_code')
    .orderBy('item_code')
    .execute();
  const subjects = new Map<string, StoredValue[]>();
  for (const row of rows) {
    const stored = subjects.get(row.subject_code) ?? [];
    subjects.set(row.subject_code, stored);
    stored.push(storedValueOf(row));
  }
  return subjects;
};
