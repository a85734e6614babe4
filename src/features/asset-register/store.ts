import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { AssetValues } from '#core/asset-register/asset-values.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { nameKey } from '#core/kernel/text.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { storedDay } from '#server/registers/stored-day.ts';

/** What an entry is after a write. */
export interface EntryState {
  readonly id: string;
  readonly register: string;
  readonly organizationCode: string;
  readonly name: string;
  readonly values: AssetValues;
  readonly retiredOn: PlainDate | null;
  readonly isSimulated: boolean;
  readonly version: number;
}

/** A write of one or several entries. */
export interface EntryWrite {
  readonly kind: 'write' | 'retire' | 'restore' | 'import';
  readonly reason: string | null;
  readonly at: string;
  readonly by: string | null;
  readonly writeId: string;
}

export interface RevisionRow {
  readonly version: number;
  readonly kind: EntryWrite['kind'];
  readonly name: string;
  readonly values: AssetValues;
  readonly retiredOn: PlainDate | null;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string | null;
}

/** Lets one write at a time at a register, so that names are compared with all that is there. */
export const lockRegister = async (tx: Tx, register: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('asset-register'), hashtext(${register}))`.execute(tx);
};

/** Whether a write with this id reached the entry before. */
export const isWritten = async (tx: Tx, writeId: string, entryId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('asset_entry_revision')
    .select('revision_id')
    .where('write_id', '=', writeId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  return row !== undefined;
};

/** How names are compared: without regard to case, spaces and the place of tone marks. */
export const nameKeyOf = (name: string): string => nameKey(name);

/** Saves entries with their revisions. The register must be locked. */
export const saveEntries = async (
  tx: Tx,
  entries: readonly EntryState[],
  write: EntryWrite,
): Promise<void> => {
  const rows = entries.map((entry) => ({
    entry_id: entry.id,
    register_code: entry.register,
    organization_code: entry.organizationCode,
    name: entry.name,
    name_key: nameKeyOf(entry.name),
    content: entry.values,
    retired_on: entry.retiredOn,
    is_simulated: entry.isSimulated,
    version: entry.version,
    changed_at: write.at,
    changed_by: write.by,
  }));
  await sql`
    insert into asset_entry
    select * from jsonb_populate_recordset(null::asset_entry, ${JSON.stringify(rows)}::jsonb)
    on conflict (entry_id) do update set name = excluded.name, name_key = excluded.name_key,
      content = excluded.content, retired_on = excluded.retired_on, is_simulated = excluded.is_simulated,
      version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    tx,
  );
  await insertRows(
    tx,
    'asset_entry_revision',
    entries.map((entry) => ({
      revision_id: newId(),
      entry_id: entry.id,
      version: entry.version,
      kind: write.kind,
      name: entry.name,
      content: entry.values as Record<string, string>,
      retired_on: entry.retiredOn,
      reason: write.reason,
      at: write.at,
      by: write.by,
      write_id: write.writeId,
    })),
  );
};

/** Every state that an entry has had, newest first. */
export const listRevisions = async (db: Db | Tx, entryId: string): Promise<readonly RevisionRow[]> => {
  const rows = await db
    .selectFrom('asset_entry_revision')
    .select([
      'version',
      sql<RevisionRow['kind']>`kind`.as('kind'),
      'name',
      sql<AssetValues>`content`.as('values'),
      'retired_on as retiredOn',
      'reason',
      'at',
      'by',
    ])
    .where('entry_id', '=', entryId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, retiredOn: storedDay(row.retiredOn) }));
};
