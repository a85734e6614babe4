import pg from 'pg';
import type { Config } from '#server/config.ts';
import { StartProblem } from '#server/start-problem.ts';
import type { DatabaseAddress } from './connect.ts';
import { openEmbeddedPostgres, type EmbeddedOptions } from './embedded-postgres.ts';

/** The database that the configuration asks for, ready to be migrated. */
export interface DatabaseServer {
  /** Leads in with the owner's rights, for migrations. */
  readonly address: DatabaseAddress;
  /** Leads in with the rights of the application. */
  readonly applicationAddress: DatabaseAddress;
  /** Stops the embedded server; an outside one is left alone. */
  readonly stop: () => Promise<void>;
}

const DATABASE = 'senso';

const withClient = async <Answer>(
  address: DatabaseAddress,
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

const ensureDatabase = (maintenance: DatabaseAddress): Promise<void> =>
  withClient(maintenance, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!found.rowCount) await client.query(`create database ${DATABASE}`);
  });

const reach = async (name: string, connectionString: string): Promise<DatabaseAddress> => {
  const address = { connectionString };
  await withClient(address, (client) => client.query('select 1')).catch((error: unknown) => {
    throw new StartProblem(`The database that ${name} names can't be reached: ${String(error)}`);
  });
  return address;
};

const openOutside = async (databaseUrl: string, ownerUrl: string | undefined): Promise<DatabaseServer> => {
  const applicationAddress = await reach('DATABASE_URL', databaseUrl);
  const address =
    ownerUrl === undefined ? applicationAddress : await reach('SENSO_OWNER_DATABASE_URL', ownerUrl);
  return { address, applicationAddress, stop: () => Promise.resolve() };
};

/** Opens the outside database of the configuration, or starts the embedded one. Throws a StartProblem when neither works. */
export const openDatabaseServer = async (
  config: Pick<Config, 'databaseUrl' | 'ownerDatabaseUrl' | 'dataDirectory'>,
  options: Omit<EmbeddedOptions, 'dataDirectory'>,
): Promise<DatabaseServer> => {
  const { databaseUrl, ownerDatabaseUrl, dataDirectory } = config;
  if (databaseUrl !== undefined) return openOutside(databaseUrl, ownerDatabaseUrl);
  const server = await openEmbeddedPostgres({ dataDirectory, ...options });
  try {
    await ensureDatabase(server.address('postgres'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    address: server.address(DATABASE),
    applicationAddress: server.applicationAddress(DATABASE),
    stop: () => server.stop(),
  };
};
