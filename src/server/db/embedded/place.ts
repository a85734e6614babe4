import { createHash, randomBytes } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { chown, link, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '#server/start-problem.ts';
import { completeRuntime, copyRuntime, locateRuntime, type Runtime } from './runtime.ts';
import { canReach, findServerUser, type ServerUser } from './server-user.ts';

/** Where the embedded server lives and as whom it runs. */
export interface Place {
  readonly runtime: Runtime;
  /** Holds the cluster, the socket, the password and the log; entered by the server's user alone. */
  readonly home: string;
  readonly cluster: string;
  readonly socketDirectory: string;
  readonly logFile: string;
  readonly password: string;
  /** Of the role that serves: it has none of the owner's rights to fall back on. */
  readonly applicationPassword: string;
  /** Undefined when the server runs as ourselves. */
  readonly user: ServerUser | undefined;
  /** Where it differs from what the operator asked for, in sentences. */
  readonly remarks: readonly string[];
}

const SYSTEM_DIRECTORY = '/var/lib/senso';
// The address of a Unix socket holds 104 bytes on macOS, 108 on Linux, its final zero included.
const LONGEST_SOCKET_PATH = 100;

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const makeOwned = async (directory: string, user: ServerUser | undefined): Promise<void> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (user) await chown(directory, user.uid, user.gid);
};

const isOwnPrivateDirectory = (directory: string, uid: number | undefined): boolean => {
  const found = lstatSync(directory);
  return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
};

const chooseSocketDirectory = async (home: string, user: ServerUser | undefined): Promise<string> => {
  const inside = join(home, 'socket');
  const fits = Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH;
  const directory = fits && !/[,"'\\]/.test(inside) ? inside : join(tmpdir(), `senso-${shortHash(home)}`);
  await makeOwned(directory, user);
  if (process.platform !== 'win32' && !isOwnPrivateDirectory(directory, user?.uid ?? process.getuid?.())) {
    throw new StartProblem(`${directory} must be a folder that only the database server's user can enter.`);
  }
  return directory;
};

const keepPassword = async (file: string, user: ServerUser | undefined): Promise<string> => {
  if (!existsSync(file)) {
    const unfinished = `${file}.new-${randomBytes(6).toString('hex')}`;
    await writeFile(unfinished, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    if (user) await chown(unfinished, user.uid, user.gid);
    // Of two starts at once the first keeps its word.
    await link(unfinished, file).catch((error: unknown) => {
      if (!existsSync(file)) throw error;
    });
    await rm(unfinished);
  }
  return (await readFile(file, 'utf8')).trim();
};

interface Whereabouts {
  readonly parent: string;
  readonly runtime: Runtime;
  readonly remarks: readonly string[];
}

const makeParent = async (directory: string): Promise<string> => {
  await mkdir(directory, { recursive: true, mode: 0o755 });
  return realpath(directory);
};

// Apart for each data directory, with a name that an operator recognizes.
const movedParent = (dataDirectory: string): string =>
  join(SYSTEM_DIRECTORY, `${basename(dirname(dataDirectory))}-${shortHash(dataDirectory)}`);

const findExistingHome = (dataDirectory: string): string | undefined =>
  [movedParent(dataDirectory), dataDirectory].map((parent) => join(parent, 'database')).find(existsSync);

const chooseReachable = async (
  dataDirectory: string,
  user: ServerUser,
  runtime: Runtime,
): Promise<Whereabouts> => {
  const asked = await realpath(dataDirectory);
  const moved = movedParent(asked);
  // Data that was once moved stays there, even after the folder has been opened.
  const dataMoves = existsSync(join(moved, 'database', 'cluster')) || !canReach(asked, user);
  const runtimeMoves = !canReach(runtime.directory, user);
  return {
    parent: dataMoves ? await makeParent(moved) : asked,
    runtime: runtimeMoves ? await copyRuntime(runtime, await makeParent(SYSTEM_DIRECTORY)) : runtime,
    remarks: [
      ...(dataMoves ? [`User "${user.name}" can't enter ${asked}: the data is kept in ${moved}`] : []),
      ...(runtimeMoves
        ? [`User "${user.name}" can't enter the project: the server is run from ${SYSTEM_DIRECTORY}`]
        : []),
    ],
  };
};

const chooseWhereabouts = async (
  dataDirectory: string,
  user: ServerUser | undefined,
): Promise<Whereabouts> => {
  const installed = locateRuntime();
  const isComplete = await completeRuntime(installed);
  const parent = await realpath(dataDirectory);
  const runtime = isComplete ? installed : await copyRuntime(installed, parent);
  return user ? chooseReachable(dataDirectory, user, runtime) : { parent, runtime, remarks: [] };
};

/** Decides where the server and its data live, and makes the folders. */
export const choosePlace = async (dataDirectory: string): Promise<Place> => {
  const made = await makeParent(dataDirectory).catch((error: unknown) => {
    throw new StartProblem(
      `The folder ${dataDirectory} can't be made or entered; set SENSO_DATA_DIR to one that can. ${String(error)}`,
    );
  });
  const user = findServerUser(findExistingHome(made));
  const { parent, runtime, remarks } = await chooseWhereabouts(dataDirectory, user);
  const home = join(parent, 'database');
  await makeOwned(home, user).catch((error: unknown) => {
    throw new StartProblem(
      `Nothing can be written in ${parent}; set SENSO_DATA_DIR to a folder of your own. ${String(error)}`,
    );
  });
  return {
    runtime,
    home,
    cluster: join(home, 'cluster'),
    socketDirectory: await chooseSocketDirectory(home, user),
    logFile: join(home, 'server.log'),
    password: await keepPassword(join(home, 'password'), user),
    applicationPassword: await keepPassword(join(home, 'application-password'), user),
    user,
    remarks,
  };
};
