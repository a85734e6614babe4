import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { hashOf } from '#server/files/file-store.ts';
import { Manifest, MANIFEST_NAME } from './manifest.ts';
import { BrokenArchive, readTar, type TarEntry } from './tar.ts';

// Larger than any piece of a table and any file that is taken as evidence.
const LARGEST_ENTRY = 256 * 1024 * 1024;

/** The entries of a backup, in their order. */
export async function* readEntries(path: string): AsyncGenerator<TarEntry> {
  const source = createReadStream(path);
  // A fault of either ends the other; it is thrown by whoever reads.
  const unpacked = pipeline(source, createGunzip(), () => undefined);
  try {
    yield* readTar(unpacked, LARGEST_ENTRY);
  } finally {
    source.destroy();
  }
}

// How the platform names an archive that does not unpack, and a file that can't be read.
const isUnpackFault = (error: unknown): boolean =>
  error instanceof BrokenArchive || String((error as NodeJS.ErrnoException).code).startsWith('Z_');

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'missing',
  EISDIR: 'folder',
  EACCES: 'not-allowed',
};

const refusalOf = (error: unknown, path: string): Refusal => {
  if (isUnpackFault(error)) return refuse('backup.broken', { entry: (error as Error).message });
  const reason = READ_FAULTS[String((error as NodeJS.ErrnoException).code)];
  if (reason === undefined) throw error;
  return refuse('file.unreadable', { path, reason });
};

const readManifest = ({ content }: TarEntry): Manifest | Refusal => {
  try {
    return Manifest.parse(JSON.parse(content.toString()));
  } catch {
    return refuse('backup.broken', { entry: MANIFEST_NAME });
  }
};

const findDifference = (manifest: Manifest, found: ReadonlyMap<string, string>): string | undefined => {
  const stated = new Map(Object.entries(manifest.entries));
  const changed = [...found].find(([name, hash]) => stated.get(name) !== hash)?.[0];
  return changed ?? [...stated.keys()].find((name) => !found.has(name));
};

const verify = async (path: string): Promise<Manifest | Refusal> => {
  const found = new Map<string, string>();
  let manifest: Manifest | Refusal | undefined;
  for await (const entry of readEntries(path)) {
    // The description is the last entry, and no entry comes twice.
    if (manifest || found.has(entry.name)) return refuse('backup.broken', { entry: entry.name });
    if (entry.name === MANIFEST_NAME) manifest = readManifest(entry);
    else found.set(entry.name, hashOf(entry.content));
  }
  if (!manifest || isRefusal(manifest)) return manifest ?? refuse('backup.broken', { entry: MANIFEST_NAME });
  const different = findDifference(manifest, found);
  return different === undefined ? manifest : refuse('backup.broken', { entry: different });
};

/** Reads a backup whole, compares every entry with its hash, and answers what the backup says of itself. */
export const verifyBackup = async (path: string): Promise<Manifest | Refusal> => {
  try {
    return await verify(path);
  } catch (error) {
    return refusalOf(error, path);
  }
};
