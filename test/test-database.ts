import pg from 'pg';
import { v7 as newId } from 'uuid';
import { inject } from 'vitest';
import type { Clock } from '#core/kernel/clock.ts';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { ensureDemonstrationAccounts } from '#features/account/service.ts';
import { clockFrom } from '#server/clock.ts';
import { openAsApplication, type DatabaseAddress, type OpenDatabase } from '#server/db/connect.ts';
import { migrate } from '#server/db/migrate.ts';
import { processCaller } from '#server/db/audit.ts';

/** What a fresh database holds: nothing but accounts, or the demonstration province too. */
export type Content = 'empty' | 'demonstration';

// Any number would do; it keeps two workers from making the same template at once.
const TEMPLATE_LOCK = 730_040_503;

const withDatabase = (address: DatabaseAddress, database: string): DatabaseAddress => {
  if (address.connectionString === undefined) return { ...address, database };
  const url = new URL(address.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
};

const withMaintenance = async <Answer>(use: (client: pg.Client) => Promise<Answer>): Promise<Answer> => {
  const client = new pg.Client({ ...inject('databaseServer').address });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

// Roles are held from then on: tests set the clock to many days.
const LONG_AGO = clockFrom(() => '2015-01-01T00:00:00.000Z');

// Without organizations nobody can hold a role for one.
const accountsFor = (content: Content): typeof demonstrationAccounts =>
  content === 'demonstration'
    ? demonstrationAccounts
    : demonstrationAccounts.filter(({ holdings }) =>
        holdings.every(({ organizationCode }) => organizationCode === null),
      );

const fillTemplate = async (address: DatabaseAddress, content: Content, clock: Clock): Promise<void> => {
  await migrate(address);
  const { db, close } = openAsApplication(address);
  try {
    if (content === 'demonstration') {
      // Loaded on demand: most test files need none of what the loader brings with it.
      const { loadDemonstration } = await import('#server/demonstration/load.ts');
      await loadDemonstration(db, clock);
    }
    await ensureDemonstrationAccounts(
      { db, clock: LONG_AGO, caller: processCaller('test') },
      accountsFor(content),
    );
  } finally {
    await close();
  }
};

const ensureTemplate = async (client: pg.Client, content: Content, clock: Clock): Promise<string> => {
  const { address, prefix } = inject('databaseServer');
  const name = `${prefix}template_${content}`;
  const find = () => client.query('select from pg_database where datname = $1', [name]);
  if ((await find()).rowCount) return name;
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  await fillTemplate(withDatabase(address, unfinished), content, clock);
  await client.query(`alter database ${unfinished} rename to ${name}`);
  return name;
};

const createFromTemplate = (content: Content, clock: Clock): Promise<string> =>
  withMaintenance(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = await ensureTemplate(client, content, clock);
    const database = `${inject('databaseServer').prefix}${newId().replaceAll('-', '')}`;
    await client.query(`create database ${database} template ${template}`);
    return database;
  });

export interface TestDatabase extends OpenDatabase {
  readonly address: DatabaseAddress;
}

/** Makes a database of its own for a test file, from a template that has been through all migrations. */
export const createTestDatabase = async (content: Content, clock: Clock): Promise<TestDatabase> => {
  const database = await createFromTemplate(content, clock);
  const address = withDatabase(inject('databaseServer').address, database);
  const { db, isReady, close } = openAsApplication({ ...address, max: 4 });
  return {
    ...{ db, isReady },
    address,
    close: async () => {
      await close();
      await withMaintenance((client) => client.query(`drop database ${database} with (force)`));
    },
  };
};

/** Makes a database without any table, for tests of the migrations themselves. */
export const createBareDatabase = async (): Promise<{
  address: DatabaseAddress;
  drop: () => Promise<void>;
}> => {
  const { address, prefix } = inject('databaseServer');
  const database = `${prefix}${newId().replaceAll('-', '')}`;
  await withMaintenance((client) => client.query(`create database ${database}`));
  return {
    address: withDatabase(address, database),
    drop: async () => {
      await withMaintenance((client) => client.query(`drop database ${database} with (force)`));
    },
  };
};
