import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DatabaseAddress } from '#server/db/connect.ts';
import { listMigrations, migrate, type Migration } from '#server/db/migrate.ts';
import {
  type CopyClient,
  copyIn,
  emptyTable,
  findFilledTable,
  holdStarts,
  holdTriggers,
  inTransaction,
  isServed,
  listAppliedMigrations,
  readAuditHead,
  refreshStatistics,
  releaseTriggers,
  setSequences,
  WRITTEN_BY_MIGRATIONS,
  withCopyClient,
} from '#server/db/table-copies.ts';
import { type FileStore, hashOf } from '#server/files/file-store.ts';
import { findEvidenceHash, KEY_ENTRY, type Manifest, MANIFEST_NAME, tableEntry } from './manifest.ts';
import { readEntries, verifyBackup } from './read-backup.ts';
import type { TarEntry } from './tar.ts';

/** Where a backup goes to. */
export interface RestoreTarget {
  /** Leads to an empty database with its owner's rights. */
  readonly address: DatabaseAddress;
  readonly files: FileStore;
  /** Where the key is to be with which secrets are sealed; undefined when the operator keeps it elsewhere. */
  readonly keyFile: string | undefined;
  /** The migrations that this version knows; by default its own. */
  readonly migrations?: readonly Migration[];
}

/** What was restored. */
export interface RestoreSummary {
  readonly takenAt: string;
  readonly profile: string;
  readonly rows: number;
  readonly files: number;
  readonly auditHead: Manifest['auditHead'];
  /** Migrations that came after the backup and have now run. */
  readonly migrated: readonly string[];
}

const findUnknown = (manifest: Manifest, known: readonly Migration[]): Refusal | undefined => {
  const hashes = new Map(known.map(({ name, hash }) => [name, hash]));
  const unknown = manifest.migrations.find(({ name, hash }) => hashes.get(name) !== hash);
  return unknown && refuse('backup.newer', { migration: unknown.name });
};

/** Why the database must not be restored into; undefined when it is empty and nobody uses it. */
const findHindrance = async (client: CopyClient, manifest: Manifest): Promise<Refusal | undefined> => {
  if (await isServed(client)) return refuse('restore.in-use');
  const filled = await findFilledTable(client);
  if (filled !== undefined) return refuse('restore.not-empty', { table: filled });
  const backed = new Set(manifest.migrations.map(({ name }) => name));
  const newer = (await listAppliedMigrations(client)).find(({ name }) => !backed.has(name));
  return newer && refuse('restore.not-empty', { table: `schema_migration: ${newer.name}` });
};

/** Takes the entries of a backup one after another; each must be as the backup says. */
const openEntries = (path: string, manifest: Manifest) => {
  const entries = readEntries(path);
  return async (): Promise<TarEntry> => {
    const next = await entries.next();
    const entry = next.done === true ? undefined : next.value;
    const isSame =
      entry?.name === MANIFEST_NAME ||
      hashOf(entry?.content ?? Buffer.of()) === manifest.entries[entry?.name ?? ''];
    // It was whole a moment ago: somebody is writing to it.
    if (!entry || !isSame) throw new Error(`The backup changed while it was read: ${entry?.name ?? 'end'}`);
    return entry;
  };
};

type TakeEntry = ReturnType<typeof openEntries>;

async function* takePieces(take: TakeEntry, table: Manifest['tables'][number]): AsyncGenerator<Buffer> {
  for (let piece = 0; piece < table.pieces; piece += 1) {
    const { name, content } = await take();
    if (name !== tableEntry(table.name, piece)) throw new Error(`Not the piece of ${table.name}: ${name}`);
    yield content;
  }
}

const fillTables = async (client: CopyClient, take: TakeEntry, { tables }: Manifest): Promise<void> => {
  await holdTriggers(client, tables);
  for (const table of tables) {
    if (WRITTEN_BY_MIGRATIONS.includes(table.name)) await emptyTable(client, table);
    const rows = await copyIn(client, table, takePieces(take, table));
    if (rows !== table.rows)
      throw new Error(`${table.name} has ${String(rows)} rows instead of ${String(table.rows)}`);
  }
  await releaseTriggers(client, tables);
};

// One that is there already belongs to a database that is gone; it is put aside, never lost.
const keepKey = async (keyFile: string, content: Buffer): Promise<void> => {
  await mkdir(dirname(keyFile), { recursive: true });
  if (existsSync(keyFile) && !(await readFile(keyFile)).equals(content)) {
    await rename(keyFile, `${keyFile}.before-restore`);
  }
  await writeFile(keyFile, content, { mode: 0o600, flush: true });
};

const keepFiles = async (take: TakeEntry, { files, keyFile }: RestoreTarget): Promise<number> => {
  let kept = 0;
  for (;;) {
    const { name, content } = await take();
    if (name === MANIFEST_NAME) return kept;
    if (findEvidenceHash(name) !== undefined) {
      await files.keep(content);
      kept += 1;
    } else if (name === KEY_ENTRY && keyFile !== undefined) await keepKey(keyFile, content);
  }
};

const fill = (
  client: CopyClient,
  path: string,
  manifest: Manifest,
  target: RestoreTarget,
): Promise<number | Refusal> =>
  inTransaction(client, async () => {
    // Somebody may have started a system on it since it was looked at.
    const hindrance = await findHindrance(client, manifest);
    if (hindrance) return hindrance;
    const take = openEntries(path, manifest);
    await fillTables(client, take, manifest);
    await setSequences(client, manifest.sequences);
    // On the disk before the database says so.
    const kept = await keepFiles(take, target);
    const head = await readAuditHead(client);
    if (head.hash !== manifest.auditHead.hash)
      throw new Error('The audit trail ends elsewhere than in the backup.');
    return kept;
  });

/**
 * Restores a backup into an empty instance: everything or nothing. The backup is compared with its hashes whole, and the
 * target looked at, before anything is changed; files are on the disk before the database names them. Refuses an instance
 * that is used or holds data, and a backup of a newer version.
 */
export const restoreBackup = async (
  path: string,
  target: RestoreTarget,
): Promise<RestoreSummary | Refusal> => {
  const manifest = await verifyBackup(path);
  if (isRefusal(manifest)) return manifest;
  const known = target.migrations ?? (await listMigrations());
  const unknown = findUnknown(manifest, known);
  if (unknown) return unknown;
  const { address } = target;
  const hindrance = await withCopyClient(address, (client) => findHindrance(client, manifest));
  if (hindrance) return hindrance;
  const backed = new Set(manifest.migrations.map(({ name }) => name));
  await migrate(
    address,
    known.filter(({ name }) => backed.has(name)),
  );
  const files = await withCopyClient(address, async (client) => {
    await holdStarts(client);
    const filled = await fill(client, path, manifest, target);
    if (!isRefusal(filled)) await refreshStatistics(client);
    return filled;
  });
  if (isRefusal(files)) return files;
  const migrated = await migrate(address, known);
  return {
    ...{
      takenAt: manifest.takenAt,
      profile: manifest.profile,
      auditHead: manifest.auditHead,
      files,
      migrated,
    },
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
  };
};
