import { sql } from 'kysely';
import type { FrameworkState } from '#core/scoring/framework-lifecycle.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { FrameworkEdit } from './contract.ts';

/** Which version of which framework. */
export interface FrameworkKey {
  readonly code: string;
  readonly version: number;
}

/** A version as it is kept. */
export interface StoredFramework extends FrameworkKey {
  readonly definition: unknown;
  readonly fingerprint: string;
  readonly state: FrameworkState;
  readonly locked: boolean;
  readonly editVersion: number;
  readonly basedOn: FrameworkKey | null;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

/** Waits until nobody else changes versions of this framework; the lock ends with the transaction. */
export const lockFramework = async (tx: Tx, code: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`framework/${code}`}, 0))`.execute(tx);
};

/** Waits until no value is being written and lets none be written until the transaction ends. */
export const holdDataValues = async (tx: Tx): Promise<void> => {
  await sql`lock table data_value in share mode`.execute(tx);
};

const COLUMNS = [
  'code',
  'version',
  'definition',
  'fingerprint',
  'state',
  'locked',
  'edit_version',
  'based_on_code',
  'based_on_version',
  'changed_at',
  'changed_by',
] as const;

interface Row {
  readonly code: string;
  readonly version: number;
  readonly definition: unknown;
  readonly fingerprint: string;
  readonly state: string;
  readonly locked: boolean;
  readonly edit_version: number;
  readonly based_on_code: string | null;
  readonly based_on_version: number | null;
  readonly changed_at: string;
  readonly changed_by: string | null;
}

const storedOf = (row: Row): StoredFramework => ({
  code: row.code,
  version: row.version,
  definition: row.definition,
  fingerprint: row.fingerprint,
  // Safe: the table admits no other state.
  state: row.state as FrameworkState,
  locked: row.locked,
  editVersion: row.edit_version,
  basedOn:
    row.based_on_code === null || row.based_on_version === null
      ? null
      : { code: row.based_on_code, version: row.based_on_version },
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});

/** One version, or undefined. */
export const findStoredFramework = async (
  db: Db | Tx,
  { code, version }: FrameworkKey,
): Promise<StoredFramework | undefined> => {
  const row = await db
    .selectFrom('index_framework')
    .select(COLUMNS)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && storedOf(row);
};

/** All versions, or those of one code, newest first. */
export const listStoredFrameworks = async (
  db: Db | Tx,
  code?: string,
): Promise<readonly StoredFramework[]> => {
  const rows = await db
    .selectFrom('index_framework')
    .select(COLUMNS)
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(storedOf);
};

/** A draft that is new. */
export interface NewDraft extends FrameworkKey {
  readonly assessmentYear: number;
  readonly definition: string;
  readonly fingerprint: string;
  readonly basedOn: FrameworkKey | null;
  readonly at: string;
  readonly by: string | null;
}

export const insertDraft = async (tx: Tx, draft: NewDraft): Promise<void> => {
  await tx
    .insertInto('index_framework')
    .values({
      code: draft.code,
      version: draft.version,
      assessment_year: draft.assessmentYear,
      definition: draft.definition,
      fingerprint: draft.fingerprint,
      state: 'draft',
      based_on_code: draft.basedOn?.code ?? null,
      based_on_version: draft.basedOn?.version ?? null,
      registered_at: draft.at,
      changed_at: draft.at,
      changed_by: draft.by,
    })
    .execute();
};

/** What an edit makes of a version. */
export interface VersionChange {
  readonly state: FrameworkState;
  readonly locked: boolean;
  readonly editVersion: number;
  readonly at: string;
  readonly by: string | null;
  /** Null when only the state changes. */
  readonly content: {
    readonly definition: string;
    readonly fingerprint: string;
    readonly assessmentYear: number;
  } | null;
}

export const updateFramework = async (
  tx: Tx,
  { code, version }: FrameworkKey,
  change: VersionChange,
): Promise<void> => {
  await tx
    .updateTable('index_framework')
    .set({
      state: change.state,
      locked: change.locked,
      edit_version: change.editVersion,
      changed_at: change.at,
      changed_by: change.by,
      ...(change.content && {
        definition: change.content.definition,
        fingerprint: change.content.fingerprint,
        assessment_year: change.content.assessmentYear,
      }),
    })
    .where('code', '=', code)
    .where('version', '=', version)
    .execute();
};

/** One edit for the history. */
export interface NewEdit extends FrameworkKey {
  readonly id: string;
  readonly editVersion: number;
  readonly action: FrameworkEdit['action'];
  readonly definition: string | null;
  readonly fingerprint: string;
  readonly reason: string | null;
  readonly writeId: string;
  readonly at: string;
  readonly by: string | null;
}

export const appendEdit = async (tx: Tx, edit: NewEdit): Promise<void> => {
  await tx
    .insertInto('index_framework_edit')
    .values({
      edit_id: edit.id,
      code: edit.code,
      version: edit.version,
      edit_version: edit.editVersion,
      action: edit.action,
      definition: edit.definition,
      fingerprint: edit.fingerprint,
      reason: edit.reason,
      write_id: edit.writeId,
      changed_at: edit.at,
      changed_by: edit.by,
    })
    .execute();
};

/** The edit that a write made before. */
export const findEditOfWrite = (db: Db | Tx, writeId: string) =>
  db
    .selectFrom('index_framework_edit')
    .select(['code', 'version', 'action', 'fingerprint'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();
