import { rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import type { PoolConfig } from 'pg';
import { StartProblem } from '#server/start-problem.ts';
import {
  takeOwnership,
  type MaintenanceAddress,
  type OwnedByAnother,
  type Ownership,
} from './embedded/ownership.ts';
import { choosePlace, type Place, type Report } from './embedded/place.ts';
import {
  createCluster,
  findRunningServer,
  startServer,
  stopServer,
  SUPERUSER,
  UNIX_PORT,
  waitFor,
} from './embedded/server-process.ts';

/** A running embedded server with a database named `senso`. */
export interface EmbeddedPostgres {
  /** How to reach a database of this server with the rights of its owner. */
  readonly address: (database: string) => Readonly<PoolConfig>;
  /** Stops the server when this process started it; otherwise does nothing. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDirectory: string;
  readonly report: Report;
  /** When another process serves this data: work beside it (the command line) or refuse (a second server). */
  readonly whenInUse: 'join' | 'refuse';
}

const isWindows = process.platform === 'win32';

const addressOf = (place: Place, port: number, database: string): Readonly<PoolConfig> => ({
  host: isWindows ? '127.0.0.1' : place.socketDirectory,
  port,
  user: SUPERUSER,
  password: place.password,
  database,
});

const isOwnership = (found: Ownership | OwnedByAnother): found is Ownership => 'release' in found;

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const waitForOwnership = async (
  address: MaintenanceAddress,
  findEnd: () => Promise<string | undefined>,
): Promise<Ownership | OwnedByAnother> => {
  const outcome = await waitFor(60, async () => {
    const end = await findEnd();
    if (end !== undefined) return { problem: `The database server did not start: ${end}` };
    const found = await takeOwnership(address).catch(() => undefined);
    return found && { found };
  });
  if (outcome && 'found' in outcome) return outcome.found;
  throw new StartProblem(outcome?.problem ?? 'The database server did not answer within a minute.');
};

const start = async (place: Place): Promise<EmbeddedPostgres> => {
  const port = isWindows ? await findFreePort() : UNIX_PORT;
  const findEnd = await startServer(place, port);
  const found = await waitForOwnership(addressOf(place, port, 'postgres'), findEnd);
  if (!isOwnership(found)) throw new StartProblem(inUseSentence(place, found));
  return {
    address: (database) => addressOf(place, port, database),
    stop: async () => {
      await found.release();
      await stopServer(place);
      // The server has taken its socket with it; a folder outside our own would stay behind.
      if (!place.socketDirectory.startsWith(place.home)) await rmdir(place.socketDirectory);
    },
  };
};

const inUseSentence = (place: Place, { owner }: OwnedByAnother): string =>
  `The data in ${place.home} is in use by ${owner}. Stop it first, or set SENSO_DATA_DIR to another folder.`;

const join = (place: Place, port: number): EmbeddedPostgres => ({
  address: (database) => addressOf(place, port, database),
  stop: () => Promise.resolve(),
});

/** Finds who owns a server that is already running; waits while it recovers or stops. Undefined when it has gone. */
const findOwner = async (place: Place, port: number): Promise<Ownership | OwnedByAnother | undefined> => {
  const outcome = await waitFor(60, async () => {
    if (!(await findRunningServer(place))) return 'gone' as const;
    const found = await takeOwnership(addressOf(place, port, 'postgres')).catch(() => undefined);
    return found && (isOwnership(found) || found.isAlive) ? found : undefined;
  });
  if (outcome === undefined)
    throw new StartProblem(`The database server in ${place.home} runs but does not answer.`);
  return outcome === 'gone' ? undefined : outcome;
};

/**
 * Opens the embedded server on a data directory, making it on first use. A server that outlived its killed owner
 * is stopped and started anew. Throws a StartProblem when the directory is in use or the server can't run.
 */
export const openEmbeddedPostgres = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const place = await choosePlace(options.dataDirectory, options.report);
  const running = await findRunningServer(place);
  const found = running && (await findOwner(place, running.port));
  if (running && found && !isOwnership(found)) {
    if (options.whenInUse === 'join') return join(place, running.port);
    throw new StartProblem(inUseSentence(place, found));
  }
  if (found && isOwnership(found)) {
    options.report('Stopping the database server that an earlier run left behind');
    await stopServer(place);
    await found.release();
  }
  if (!existsSync(place.cluster)) {
    options.report(`Preparing the database in ${place.home}`);
    await createCluster(place);
  }
  return start(place);
};
