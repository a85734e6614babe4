import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from './server-process.ts';

/** The right of this process to start and stop the server of a data directory. */
export interface Claim {
  readonly release: () => Promise<void>;
}

/** Another process has the right. */
export interface ClaimedByAnother {
  readonly owner: string;
}

// When a process began tells it from a later one with the same number. Only Linux says so in a file.
const findProcessStart = async (pid: number): Promise<string> => {
  const text = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
};

const isStillRunning = async (text: string): Promise<boolean> => {
  const [pid = '', start = ''] = text.trim().split(' ');
  if (!isAlive(Number(pid))) return false;
  return start === (await findProcessStart(Number(pid)));
};

// A process that was killed while it claimed leaves the file empty; one that is alive fills it at once.
const readOwner = async (file: string): Promise<string | undefined> => {
  for (let tries = 0; tries < 20; tries += 1) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== '') return text;
    await delay(50);
  }
  return '';
};

const writeClaim = async (file: string, text: string): Promise<boolean> => {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  });
  await handle?.writeFile(text);
  await handle?.close();
  return handle !== undefined;
};

// Another start may have replaced the stale file between our look and our hand: then it is put back.
const removeStale = async (file: string, stale: string): Promise<void> => {
  const aside = `${file}.stale-${String(process.pid)}`;
  await rename(file, aside).catch(() => undefined);
  const taken = await readFile(aside, 'utf8').catch(() => stale);
  if (taken !== stale) await writeClaim(file, taken);
  await rm(aside, { force: true });
};

/**
 * Claims a data directory for this process, or tells who has it. A claim outlives a dead database server,
 * and ends with its process, however that ended.
 */
export const claimHome = async (home: string): Promise<Claim | ClaimedByAnother> => {
  const file = join(home, 'owner');
  const own = `${String(process.pid)} ${await findProcessStart(process.pid)}`;
  for (;;) {
    if (await writeClaim(file, own)) return { release: () => rm(file, { force: true }) };
    const found = await readOwner(file);
    if (found === undefined) continue;
    if (await isStillRunning(found)) return { owner: `senso process ${found.split(' ')[0] ?? ''}` };
    await removeStale(file, found);
  }
};

/** Whether a process that is still running has claimed the data directory. */
export const isClaimed = async (home: string): Promise<boolean> =>
  isStillRunning((await readOwner(join(home, 'owner'))) ?? '');
