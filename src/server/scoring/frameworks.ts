import type { Db, Tx } from '#server/db/database.ts';

/** The newest version of a framework that is in force: which it is, without its definition. */
export const findFrameworkMark = (
  db: Db | Tx,
  code: string,
): Promise<{ version: number; fingerprint: string } | undefined> =>
  db
    .selectFrom('index_framework')
    .select(['version', 'fingerprint'])
    .where('code', '=', code)
    .where('state', '=', 'in-force')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The newest version of each framework that is in force, without its definition, by code. */
export const listFrameworkMarks = (
  db: Db | Tx,
): Promise<readonly { code: string; version: number; fingerprint: string }[]> =>
  db
    .selectFrom('index_framework')
    .select(['code', 'version', 'fingerprint'])
    .distinctOn('code')
    .where('state', '=', 'in-force')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();

const selectStored = (db: Db | Tx, code: string, version: number) =>
  db
    .selectFrom('index_framework')
    .select(['definition', 'fingerprint'])
    .where('code', '=', code)
    .where('version', '=', version);

/** One version of a framework as it is stored: its definition, not yet parsed, and its fingerprint. */
export const getStoredFramework = (
  db: Db | Tx,
  code: string,
  version: number,
): Promise<{ definition: unknown; fingerprint: string }> =>
  selectStored(db, code, version).executeTakeFirstOrThrow();

/** The fingerprint of one version, or undefined when there is no such version. */
export const findFingerprint = async (
  db: Db | Tx,
  code: string,
  version: number,
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('index_framework')
    .select('fingerprint')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.fingerprint;
};

/** The stored definition of one version, not yet parsed. */
export const getFrameworkDefinition = async (db: Db | Tx, code: string, version: number): Promise<unknown> =>
  (await getStoredFramework(db, code, version)).definition;
