import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';

/** What a stored file is known by. */
export interface StoredFile {
  /** Hash of the content, in hexadecimal digits: the name that it is kept under. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Files kept by their content: the same content is kept once, and what it is called is no concern of the store. */
export interface FileStore {
  /** Keeps a content. When it answers, the content is on the disk and survives a power cut. */
  readonly keep: (content: Uint8Array) => Promise<StoredFile>;
  /** The content with a hash; undefined when it is not here. Throws when what is on the disk has another hash. */
  readonly read: (sha256: string) => Promise<Buffer | undefined>;
}

const SHA256 = /^[0-9a-f]{64}$/;
// What a store that was killed left behind; one that still writes is done long before.
const STALE_MILLISECONDS = 60 * 60_000;

/** The SHA-256 of a content, in hexadecimal digits. */
export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Makes a folder's list of names durable. Windows keeps it without being asked, and opens no folder. */
const syncDirectory = async (directory: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Writes a new file and makes its content durable. */
const writeSynced = async (path: string, content: Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const findSize = async (path: string): Promise<number | undefined> =>
  (await stat(path).catch(() => undefined))?.size;

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Removes what an earlier run was writing when it was killed. */
const removeStale = async (incoming: string): Promise<void> => {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE_MILLISECONDS) await rm(path, { force: true });
  }
};

/** Opens the store in a folder, making it on first use. */
export const openFileStore = async (directory: string): Promise<FileStore> => {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await syncDirectory(dirname(directory));
  await removeStale(incoming);
  const placeOf = (sha256: string): string => join(directory, sha256.slice(0, 2), sha256);

  const put = async (content: Uint8Array, place: string): Promise<void> => {
    const unfinished = join(incoming, newId());
    try {
      await writeSynced(unfinished, content);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await rename(unfinished, place);
    } finally {
      await rm(unfinished, { force: true });
    }
  };

  return {
    keep: async (content) => {
      const sha256 = hashOf(content);
      const place = placeOf(sha256);
      if ((await findSize(place)) !== content.byteLength) await put(content, place);
      // Also when another upload has just put it there and is not done yet.
      await syncDirectory(dirname(place));
      await syncDirectory(directory);
      return { sha256, size: content.byteLength };
    },
    read: async (sha256) => {
      if (!SHA256.test(sha256)) return undefined;
      try {
        const content = await readFile(placeOf(sha256));
        if (hashOf(content) !== sha256) throw new Error(`The stored file ${sha256} is damaged on the disk.`);
        return content;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
  };
};
