import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { DatabaseAddress } from '#server/db/connect.ts';
import {
  beginSnapshot,
  copyOut,
  type CopyClient,
  listAppliedMigrations,
  listRegisteredFiles,
  listSequences,
  listTables,
  readAuditHead,
  type TableShape,
  withCopyClient,
} from '#server/db/table-copies.ts';
import { type FileStore, hashOf } from '#server/files/file-store.ts';
import {
  BACKUP_FORMAT,
  evidenceEntry,
  KEY_ENTRY,
  type Manifest,
  MANIFEST_NAME,
  tableEntry,
} from './manifest.ts';
import { type TarEntry, writeTar } from './tar.ts';

/** What is backed up. */
export interface BackupSource {
  /** Leads to the database with its owner's rights. */
  readonly address: DatabaseAddress;
  readonly files: Pick<FileStore, 'read'>;
  /** Where the key is with which secrets are sealed; undefined when the operator keeps it elsewhere. */
  readonly keyFile: string | undefined;
  readonly version: string;
  readonly profile: string;
  readonly clock: Clock;
}

/** What a backup came to. */
export interface BackupSummary {
  readonly path: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly auditHead: Manifest['auditHead'];
}

const PIECE_BYTES = 4 * 1024 * 1024;
const LINE_END = 10;

const countRows = (piece: Buffer): number => {
  let rows = 0;
  for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) rows += 1;
  return rows;
};

/** Joins small pieces to larger ones. */
async function* gather(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.byteLength;
    if (length < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

type TableNote = Manifest['tables'][number];

/** The pieces of a table, and at last what they came to. */
async function* copyTable(
  client: CopyClient,
  table: TableShape,
  note: (found: TableNote) => void,
): AsyncGenerator<TarEntry> {
  let pieces = 0;
  let rows = 0;
  for await (const content of gather(copyOut(client, table))) {
    yield { name: tableEntry(table.name, pieces), content };
    pieces += 1;
    // The format writes an end of line within a value as two other characters.
    rows += countRows(content);
  }
  note({ name: table.name, columns: [...table.columns], rows, pieces });
}

/** Every entry of a backup, in an order in which what is described comes before its description. */
async function* listEntries(
  client: CopyClient,
  source: BackupSource,
  done: (manifest: Manifest) => void,
): AsyncGenerator<TarEntry> {
  const takenAt = source.clock.now();
  await beginSnapshot(client);
  const hashes: Record<string, string> = {};
  const hashed = (entry: TarEntry): TarEntry => {
    hashes[entry.name] = hashOf(entry.content);
    return entry;
  };
  const tables: TableNote[] = [];
  for (const table of await listTables(client)) {
    for await (const entry of copyTable(client, table, (note) => tables.push(note))) yield hashed(entry);
  }
  // A file is on the disk before it is registered, and never goes: what this view of the database names is there.
  for (const { sha256 } of await listRegisteredFiles(client)) {
    const content = await source.files.read(sha256);
    if (!content) throw new Error(`A registered file is not in the store: ${sha256}`);
    yield hashed({ name: evidenceEntry(sha256), content });
  }
  const key =
    source.keyFile === undefined ? undefined : await readFile(source.keyFile).catch(() => undefined);
  if (key) yield hashed({ name: KEY_ENTRY, content: key });
  const manifest: Manifest = {
    ...{ format: BACKUP_FORMAT, version: source.version, takenAt, profile: source.profile },
    migrations: await listAppliedMigrations(client),
    ...{ tables, sequences: await listSequences(client), auditHead: await readAuditHead(client) },
    entries: hashes,
  };
  done(manifest);
  yield { name: MANIFEST_NAME, content: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) };
}

const makeDurable = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Writes the state of the database at one moment and every file that it names into one archive (tar, gzip), while the system
 * goes on. The archive appears under its name when it is whole and on the disk. It writes over nothing.
 */
export const takeBackup = async (source: BackupSource, target: string): Promise<BackupSummary | Refusal> => {
  const path = resolve(target);
  if (await exists(path)) return refuse('backup.file-exists', { path });
  const unfinished = join(dirname(path), `.senso-backup-${String(process.pid)}`);
  let manifest: Manifest | undefined;
  try {
    await withCopyClient(source.address, async (client) => {
      const entries = listEntries(client, source, (found) => (manifest = found));
      await pipeline(
        Readable.from(writeTar(entries, new Date(source.clock.now()))),
        createGzip({ level: 6 }),
        createWriteStream(unfinished, { mode: 0o600 }),
      );
    });
    await makeDurable(unfinished);
    if (await exists(path)) return refuse('backup.file-exists', { path });
    await rename(unfinished, path);
    if (process.platform !== 'win32') await makeDurable(dirname(path));
  } finally {
    await rm(unfinished, { force: true });
  }
  if (!manifest) throw new Error('A backup without its description');
  const { tables, auditHead, entries } = manifest;
  return {
    path,
    bytes: (await stat(path)).size,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: Object.keys(entries).filter((name) => name.startsWith('evidence/')).length,
    auditHead,
  };
};
