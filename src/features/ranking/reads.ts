import { sql } from 'kysely';
import type { OrganizationKind } from '#core/organization/organization.ts';
import type { Db } from '#server/db/database.ts';

/** A subject by name. */
export interface SubjectName {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: OrganizationKind;
}

/** A framework of which several subjects have figures. */
export interface LeagueMark {
  readonly framework: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly year: number;
  readonly subjectCount: number;
  readonly simulated: boolean;
}

/** What can be ranked, latest year first; within a year in the order of codes. */
export const listLeagueMarks = (db: Db): Promise<readonly LeagueMark[]> =>
  db
    .selectFrom('data_value')
    .innerJoin(
      (query) =>
        query
          .selectFrom('index_framework')
          .select(['code', 'version', 'fingerprint', 'assessment_year'])
          .distinctOn('code')
          .where('state', '=', 'in-force')
          .orderBy('code')
          .orderBy('version', 'desc')
          .as('framework'),
      (join) =>
        join
          .onRef('framework.code', '=', 'data_value.framework_code')
          .onRef('framework.assessment_year', '=', 'data_value.year'),
    )
    .select(['framework_code as framework', 'year', 'framework.version', 'framework.fingerprint'])
    .select((eb) => [
      eb.fn.count<number>('subject_code').distinct().as('subjectCount'),
      sql<boolean>`bool_or(origin = 'simulated')`.as('simulated'),
    ])
    .groupBy(['framework_code', 'year', 'framework.version', 'framework.fingerprint'])
    .having((eb) => eb(eb.fn.count('subject_code').distinct(), '>', 1))
    .orderBy('year', 'desc')
    .orderBy('framework_code')
    .execute();

/** Subjects of a league of which at least one figure is made up. */
export const listSimulatedSubjects = async (
  db: Db,
  framework: string,
  year: number,
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('data_value')
    .select('subject_code')
    .distinct()
    .where('framework_code', '=', framework)
    .where('year', '=', year)
    .where('origin', '=', 'simulated')
    .execute();
  return new Set(rows.map(({ subject_code: code }) => code));
};

/** Organizations of some kinds that existed at the end of a year, in official order. */
export const listSubjectsOf = async (
  db: Db,
  kinds: readonly OrganizationKind[],
  year: number,
): Promise<readonly SubjectName[]> => {
  if (kinds.length === 0) return [];
  const day = `${String(year)}-12-31`;
  const rows = await db
    .selectFrom('organization')
    .select(['code', 'name', 'abbreviation', 'kind'])
    .where('kind', 'in', [...kinds])
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as OrganizationKind }));
};

/** Names of subjects by code. */
export const listSubjectNames = async (
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, SubjectName>> => {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('organization')
    .select(['code', 'name', 'abbreviation', 'kind'])
    .where('code', 'in', [...codes])
    .execute();
  return new Map(rows.map((row) => [row.code, { ...row, kind: row.kind as OrganizationKind }]));
};

/** The code of the framework of the same owner for the same kind of subjects in the latest year before. */
export const findEarlierFramework = async (
  db: Db,
  { subjectKind, owner, year }: { subjectKind: string; owner: string | undefined; year: number },
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('index_framework')
    .select('code')
    .where('state', '=', 'in-force')
    .where(sql<string>`definition ->> 'subjectKind'`, '=', subjectKind)
    .where(sql<string>`coalesce(definition ->> 'owner', '')`, '=', owner ?? '')
    .where('assessment_year', '<', year)
    .orderBy('assessment_year', 'desc')
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  return row?.code;
};

/** A text that changes whenever a figure or a framework does. */
export const readLeagueVersion = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('/',
      (select concat(count(*), ' ', max(changed_at)) from data_value),
      (select count(*) from data_value_revision),
      (select string_agg(fingerprint, ' ' order by code, version) from index_framework where state = 'in-force')) as version`.execute(
    db,
  );
  return rows[0]?.version ?? '';
};
