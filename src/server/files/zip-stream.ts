import { Zip, ZipPassThrough } from 'fflate';

/** A file of an archive; its content is asked for when its turn comes. */
export interface ZipEntry {
  readonly path: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly open: () => Promise<Uint8Array>;
}

/** The most that an archive of this form may hold, in bytes, and in files. */
export const ZIP_LIMIT = { bytes: 4_000_000_000, entries: 60_000 } as const;

// The format counts its years from 1980 to 2099.
const dayOf = (at: string): Date => {
  const day = new Date(at);
  return day.getUTCFullYear() < 1980 ? new Date(Date.UTC(1980, 0, 2)) : day;
};

/** Writes an archive as it is read, one file in memory at a time. Documents and pictures are packed already and stand as they are. */
export async function* streamZip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const take = (): readonly Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  for (const { path, at, open } of entries) {
    const content = await open();
    const file = new ZipPassThrough(path);
    file.mtime = dayOf(at);
    zip.add(file);
    file.push(content, true);
    yield* take();
  }
  zip.end();
  yield* take();
}
