import { spawn } from 'node:child_process';
import { open, readFile, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartProblem } from '#server/start-problem.ts';
import type { Place } from './place.ts';

export const SUPERUSER = 'senso';
export const UNIX_PORT = 5432;

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const isWindows = process.platform === 'win32';

const program = (place: Place, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(place.runtime.directory, 'bin', isWindows ? `${name}.exe` : name);

// PG* variables of the operator's shell would lead the server's own tools astray.
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));

// Apart from our terminal, so that Ctrl-C reaches us alone.
const spawnOptions = (place: Place) => ({
  detached: true,
  cwd: place.home,
  env: { ...environment(), LC_ALL: 'C', TZ: 'UTC' },
  windowsHide: true,
  ...(place.user && { uid: place.user.uid, gid: place.user.gid }),
});

const run = (place: Place, name: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program(place, name), args, {
      ...spawnOptions(place),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new StartProblem(`${name} ended with ${String(code)}: ${output.trim()}`));
    });
  });

/** Whether a process of this machine runs under the number. */
export const isAlive = (pid: number): boolean => {
  // Zero would ask about our own group.
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

// After a machine has been restarted the number may belong to another program. Unknown counts as PostgreSQL.
const isPostgres = async (pid: number): Promise<boolean> => {
  if (!isAlive(pid)) return false;
  const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => undefined);
  // Where no program tells its command, and where this one has just ended.
  if (command === undefined) return isAlive(pid);
  return basename(command.split('\0')[0] ?? '').startsWith('postgres');
};

/** A server that holds the cluster, as its lock file tells. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

const lockFileOf = (place: Place): string => join(place.cluster, 'postmaster.pid');

/** Finds the server that is running on the cluster. */
export const findRunningServer = async (place: Place): Promise<RunningServer | undefined> => {
  const text = await readFile(lockFileOf(place), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  if (!pid || !(await isPostgres(pid))) return undefined;
  return { pid, port: port !== undefined && port > 0 ? port : UNIX_PORT };
};

/** Removes clusters that an earlier start did not finish. Only who has claimed the home may call it. */
export const removeUnfinishedClusters = async (place: Place): Promise<void> => {
  const unfinished = (await readdir(place.home)).filter((name) => name.startsWith('cluster.new-'));
  for (const name of unfinished) {
    // The program that was making it may have outlived its start by a moment.
    await rm(join(place.home, name), { recursive: true, force: true, maxRetries: 5 });
  }
};

/** Makes the cluster: UTF-8, Vietnamese order of letters, passwords for everyone. Appears whole or not at all. */
export const createCluster = async (place: Place): Promise<void> => {
  const unfinished = `${place.cluster}.new-${String(process.pid)}`;
  await run(place, 'initdb', [
    ...[
      '-D',
      unfinished,
      '-U',
      SUPERUSER,
      '--auth=scram-sha-256',
      `--pwfile=${join(place.home, 'password')}`,
    ],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi'],
  ]);
  const settings = join(unfinished, 'postgresql.conf');
  await writeFile(settings, `${await readFile(settings, 'utf8')}\ninclude 'senso.conf'\n`);
  await rename(unfinished, place.cluster);
};

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const writeSettings = async (place: Place, port: number): Promise<void> => {
  const settings = {
    listen_addresses: isWindows ? '127.0.0.1' : '',
    port: String(port),
    unix_socket_directories: isWindows ? '' : place.socketDirectory,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quote(value)}\n`);
  await writeFile(join(place.cluster, 'senso.conf'), lines.join(''), { mode: 0o644 });
};

const openLog = async (place: Place) => {
  const size = (await stat(place.logFile).catch(() => undefined))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await truncate(place.logFile);
  return open(place.logFile, 'a', 0o600);
};

const lastLines = async (place: Place): Promise<string> =>
  (await readFile(place.logFile, 'utf8')).trimEnd().split('\n').slice(-5).join('\n');

/** A server that this process has started. */
export interface ServerProcess {
  /** How it ended, once it has. */
  readonly ended: Promise<string>;
  /** How it ended, with the last lines of its log; undefined while it runs. */
  readonly findEnd: () => Promise<string | undefined>;
}

/** Starts the server. The lock file of one that is gone is cleared. */
export const startServer = async (place: Place, port: number): Promise<ServerProcess> => {
  if (!(await findRunningServer(place))) await rm(lockFileOf(place), { force: true });
  await writeSettings(place, port);
  const log = await openLog(place);
  const child = spawn(program(place, 'postgres'), ['-D', place.cluster], {
    ...spawnOptions(place),
    stdio: ['ignore', log.fd, log.fd],
  });
  let end: string | undefined;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve((end = error.message)));
    child.once('exit', (code, signal) => resolve((end = `exit ${String(code ?? signal)}`)));
  });
  child.unref();
  await log.close();
  return { ended, findEnd: async () => end && `${end}\n${await lastLines(place)}` };
};

/** Stops the server, if it runs, and waits: open transactions are rolled back, everything committed is on disk. */
export const stopServer = async (place: Place): Promise<void> => {
  if (!(await findRunningServer(place))) return;
  try {
    await run(place, 'pg_ctl', ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '60']);
  } catch (error) {
    if (await findRunningServer(place)) throw error;
  }
};

/** Waits until the condition gives an answer, at most `seconds`. */
export const waitFor = async <Answer>(
  seconds: number,
  find: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> => {
  for (let left = seconds * 20; left > 0; left -= 1) {
    const answer = await find();
    if (answer !== undefined) return answer;
    await delay(50);
  }
  return undefined;
};
