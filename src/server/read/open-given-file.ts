import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { GivenFile } from './file-reader.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
};

const reasonOf = (error: unknown): string =>
  (error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined) ?? 'fault';

/** Opens a file that a command names, or says why it can't be read. */
export const openGivenFile = async (path: string): Promise<GivenFile | Refusal> => {
  try {
    return { name: basename(path), content: await readFile(path) };
  } catch (error) {
    return refuse('file.unreadable', { path, reason: reasonOf(error) });
  }
};
