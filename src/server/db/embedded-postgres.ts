import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import pg, { type PoolConfig } from 'pg';
import { StartProblem } from '#server/start-problem.ts';
import { APPLICATION_ROLE } from './connect.ts';
import { claimHome, isClaimed, type Claim, type ClaimedByAnother } from './embedded/claim.ts';
import {
  takeOwnership,
  type MaintenanceAddress,
  type OwnedByAnother,
  type Ownership,
} from './embedded/ownership.ts';
import { choosePlace, type Place } from './embedded/place.ts';
import {
  createCluster,
  findRunningServer,
  removeUnfinishedClusters,
  type ServerProcess,
  startServer,
  stopServer,
  SUPERUSER,
  UNIX_PORT,
  waitFor,
} from './embedded/server-process.ts';
import { keepRunning, type Watcher } from './embedded/supervise.ts';

/** A running embedded server with a database named `senso`. */
export interface EmbeddedPostgres {
  /** How to reach a database of this server with the rights of its owner. */
  readonly address: (database: string) => Readonly<PoolConfig>;
  /** How to reach a database with the rights of the application alone. */
  readonly applicationAddress: (database: string) => Readonly<PoolConfig>;
  /** Stops the server when this process started it; otherwise does nothing. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDirectory: string;
  /** Takes a line about what is being done, for the operator. */
  readonly report: (line: string) => void;
  /** When another process serves this data: work beside it (the command line) or refuse (a second server). */
  readonly whenInUse: 'join' | 'refuse';
  /** Told when the server ends by itself; by default the report says so. */
  readonly watcher?: Watcher;
}

const isWindows = process.platform === 'win32';

const addressOf = (place: Place, port: number, database: string): Readonly<PoolConfig> => ({
  host: isWindows ? '127.0.0.1' : place.socketDirectory,
  port,
  user: SUPERUSER,
  password: place.password,
  database,
});

const addressesOf = (
  place: Place,
  port: number,
): Pick<EmbeddedPostgres, 'address' | 'applicationAddress'> => ({
  address: (database) => addressOf(place, port, database),
  applicationAddress: (database) => ({
    ...addressOf(place, port, database),
    user: APPLICATION_ROLE,
    password: place.applicationPassword,
  }),
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

const withClient = async <Answer>(
  address: Readonly<PoolConfig>,
  use: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> => {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

const answers = (address: Readonly<PoolConfig>): Promise<boolean> =>
  withClient(address, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );

// The role that serves signs in by itself: from the owner's session it could take the owner's rights back.
const letApplicationIn = ({ applicationPassword }: Place, address: Readonly<PoolConfig>): Promise<void> =>
  withClient(address, async (client) => {
    const found = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    const verb = found.rowCount ? 'alter' : 'create';
    const password = client.escapeLiteral(applicationPassword);
    await client.query(`${verb} role ${APPLICATION_ROLE} login password ${password}`);
  });

const restartServer = async (place: Place, port: number): Promise<ServerProcess> => {
  const server = await startServer(place, port);
  const outcome = await waitFor(60, async () => {
    const end = await server.findEnd();
    if (end !== undefined) return { end };
    return (await answers(addressOf(place, port, 'postgres'))) ? {} : undefined;
  });
  if (outcome && !('end' in outcome)) return server;
  throw new Error(outcome?.end ?? 'it does not answer');
};

const awaitServer = async (place: Place, port: number, server: ServerProcess): Promise<Ownership> => {
  const address = addressOf(place, port, 'postgres');
  const found = await waitForOwnership(address, server.findEnd);
  if (!isOwnership(found)) throw new StartProblem(inUseSentence(place, found));
  await letApplicationIn(place, address);
  return found;
};

const start = async (place: Place, options: EmbeddedOptions, claim: Claim): Promise<EmbeddedPostgres> => {
  const port = isWindows ? await findFreePort() : UNIX_PORT;
  const server = await startServer(place, port);
  const ownership = await awaitServer(place, port, server).catch(async (error: unknown) => {
    await stopServer(place);
    throw error;
  });
  const onRestart = (reason: string): void =>
    options.report(`The database server ended (${reason}) and is started again`);
  const watch = keepRunning(server, () => restartServer(place, port), {
    ...{ onRestart, onLost: () => undefined },
    ...options.watcher,
  });
  return {
    ...addressesOf(place, port),
    stop: async () => {
      await watch.stop();
      await ownership.release();
      await stopServer(place);
      // The server has taken its socket with it; a folder outside our own would stay behind.
      if (!place.socketDirectory.startsWith(place.home)) {
        await rm(place.socketDirectory, { recursive: true, force: true });
      }
      await claim.release();
    },
  };
};

const inUseSentence = (place: Place, { owner }: ClaimedByAnother): string =>
  `The data in ${place.home} is in use by ${owner}. Stop it first, or set SENSO_DATA_DIR to another folder.`;

/** Works beside the process that has claimed the data; undefined when that process has gone meanwhile. */
const join = async (place: Place): Promise<EmbeddedPostgres | undefined> => {
  const outcome = await waitFor(60, async () => {
    const running = await findRunningServer(place);
    if (running && (await answers(addressOf(place, running.port, 'postgres')))) return running;
    return (await isClaimed(place.home)) ? undefined : ('gone' as const);
  });
  if (outcome === undefined) throw new StartProblem(`The database in ${place.home} does not answer.`);
  if (outcome === 'gone') return undefined;
  return { ...addressesOf(place, outcome.port), stop: () => Promise.resolve() };
};

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

const stopLeftBehind = async (place: Place, { report }: EmbeddedOptions): Promise<void> => {
  const running = await findRunningServer(place);
  const found = running && (await findOwner(place, running.port));
  if (found && !isOwnership(found)) throw new StartProblem(inUseSentence(place, found));
  if (!found) return;
  report('Stopping the database server that an earlier run left behind');
  await stopServer(place);
  await found.release();
};

/**
 * Opens the embedded server on a data directory, making it on first use, and starts it again when it ends by itself.
 * A server that outlived its killed owner is stopped and started anew.
 * Throws a StartProblem when the directory is in use or the server can't run.
 */
export const openEmbeddedPostgres = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const place = await choosePlace(options.dataDirectory);
  // The command line would repeat them before every answer.
  if (options.whenInUse === 'refuse' || !existsSync(place.cluster)) place.remarks.forEach(options.report);
  const claim = await claimHome(place.home);
  if ('owner' in claim) {
    if (options.whenInUse === 'refuse') throw new StartProblem(inUseSentence(place, claim));
    return (await join(place)) ?? openEmbeddedPostgres(options);
  }
  try {
    await stopLeftBehind(place, options);
    await removeUnfinishedClusters(place);
    if (!existsSync(place.cluster)) {
      options.report(`Preparing the database in ${place.home}`);
      await createCluster(place);
    }
    return await start(place, options, claim);
  } catch (error) {
    await claim.release();
    throw error;
  }
};
