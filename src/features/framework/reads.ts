import { sql } from 'kysely';
import type { DataValue, DataValues, ValueComparator } from '#core/scoring/data-value.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { FrameworkEdit } from './contract.ts';
import type { FrameworkKey } from './store.ts';

/** How many subjects have values for a framework and year, by `code year`. */
export const countSubjects = async (db: Db | Tx): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('data_value')
    .select(({ fn }) => [
      'framework_code',
      'year',
      fn.count<number>('subject_code').distinct().as('subjects'),
    ])
    .groupBy(['framework_code', 'year'])
    .execute();
  return new Map(rows.map((row) => [`${row.framework_code} ${String(row.year)}`, row.subjects] as const));
};

/** Whether anything was entered for a version that is or was in force, or kept with it: scores, scenarios, plans. */
export const isFrameworkInUse = async (
  db: Db | Tx,
  { code, version }: FrameworkKey,
  year: number,
): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from data_value where framework_code = ${code} and year = ${year})
      or exists (select from score_snapshot where framework_code = ${code} and framework_version = ${version})
      or exists (select from scenario where framework_code = ${code} and framework_version = ${version})
      or exists (select from improvement_plan where framework_code = ${code} and framework_version = ${version})
      as used`.execute(db);
  return rows[0]?.used === true;
};

/** The edits of a version, newest first, with the names of who made them. */
export const listEdits = async (db: Db | Tx, { code, version }: FrameworkKey): Promise<FrameworkEdit[]> => {
  const rows = await db
    .selectFrom('index_framework_edit as edit')
    .leftJoin('account', 'account.account_id', 'edit.changed_by')
    .select(['edit.action', 'edit.edit_version', 'edit.reason', 'edit.changed_at', 'account.display_name'])
    .where('edit.code', '=', code)
    .where('edit.version', '=', version)
    .orderBy('edit.edit_version', 'desc')
    .execute();
  return rows.map((row) => ({
    // Safe: the table admits no other action.
    action: row.action as FrameworkEdit['action'],
    editVersion: row.edit_version,
    reason: row.reason,
    changedAt: row.changed_at,
    changedBy: row.display_name,
  }));
};

const dataValueOf = (row: { state: string; value: string | null; comparator: string }): DataValue =>
  row.state === 'value'
    ? // Safe: the constraints of data_value admit no other comparator and no value without text.
      { state: 'value', value: row.value ?? '', comparator: row.comparator as ValueComparator }
    : { state: row.state as 'blank' | 'not-applicable' };

/** A subject with all its values for one year. */
export interface SubjectValues {
  readonly code: string;
  readonly name: string;
  /** Some of its values are made up for the demonstration. */
  readonly isSimulated: boolean;
  readonly values: DataValues;
}

/** Every subject that has values for a framework and year, in official order. */
export const listSubjectValues = async (
  db: Db | Tx,
  code: string,
  year: number,
): Promise<readonly SubjectValues[]> => {
  const rows = await db
    .selectFrom('data_value')
    .innerJoin('organization', 'organization.code', 'data_value.subject_code')
    .select(['subject_code', 'organization.name', 'item_code', 'state', 'value', 'comparator'])
    .select('origin')
    .where('framework_code', '=', code)
    .where('year', '=', year)
    .orderBy('organization.position')
    .orderBy('subject_code')
    .execute();
  const subjects = new Map<string, { name: string; isSimulated: boolean; values: Map<string, DataValue> }>();
  for (const row of rows) {
    const subject = subjects.get(row.subject_code) ?? {
      name: row.name,
      isSimulated: false,
      values: new Map<string, DataValue>(),
    };
    subject.values.set(row.item_code, dataValueOf(row));
    subjects.set(row.subject_code, {
      ...subject,
      isSimulated: subject.isSimulated || row.origin === 'simulated',
    });
  }
  return [...subjects].map(([subject, found]) => ({ code: subject, ...found }));
};

/** The codes of all organizations of the register. */
export const readOrganizationCodes = async (db: Db | Tx): Promise<ReadonlySet<string>> =>
  new Set((await db.selectFrom('organization').select('code').execute()).map(({ code }) => code));
