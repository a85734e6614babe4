import { Kysely, PostgresDialect } from 'kysely';
import pg, { type PoolConfig } from 'pg';
import type { Db } from './database.ts';
import { statementCounter } from './statement-count.ts';

/** The role whose rights the application uses: it can't change tables, nor edit what is append-only. */
export const APPLICATION_ROLE = 'senso_application';

const { builtins } = pg.types;

const instantText = (text: string): string => text.replace(' ', 'T').replace(/\+00$/, 'Z');

// Arrays have numbers of their own, which the driver does not name.
const NUMERIC_ARRAY = 1231;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

type Parser = (text: string) => unknown;
const findDriverParser = pg.types.getTypeParser as (oid: number, format?: string) => Parser;

// The driver's own parsers would make floating-point numbers and JavaScript dates of these.
const PARSERS: Readonly<Record<number, Parser>> = {
  [builtins.DATE]: String,
  [builtins.NUMERIC]: String,
  [builtins.TIMESTAMP]: String,
  [builtins.TIMESTAMPTZ]: instantText,
  [builtins.INT8]: Number,
  [NUMERIC_ARRAY]: findDriverParser(TEXT_ARRAY),
  [DATE_ARRAY]: findDriverParser(TEXT_ARRAY),
};

const types = {
  getTypeParser: (oid: number, format?: string): Parser =>
    (format === 'binary' ? undefined : PARSERS[oid]) ?? findDriverParser(oid, format),
};

/** How to reach a database: an address of the embedded server or a connection string. */
export type DatabaseAddress = Readonly<PoolConfig>;

export interface OpenDatabase {
  readonly db: Db;
  /** Whether the database answers, asked over a connection of its own: busy ones do not count as dead. */
  readonly isReady: () => Promise<boolean>;
  /** Waits for running queries and closes all connections. */
  readonly close: () => Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

const SETTINGS: Settings = { timezone: 'UTC', datestyle: 'ISO', intervalstyle: 'iso_8601' };

// Whoever waits longer is told that the system is busy, so that one held lock does not take every connection.
const LIMITS: Settings = {
  lock_timeout: '5s',
  statement_timeout: '30s',
  idle_in_transaction_session_timeout: '60s',
};

const startOptions = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

const openPool = (
  address: DatabaseAddress,
  settings: Settings,
  onProblem: (error: Error) => void,
): pg.Pool => {
  const pool = new pg.Pool({
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'senso',
    ...address,
    types,
    options: startOptions({ ...SETTINGS, ...settings }),
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  return pool.on('error', onProblem);
};

const open = (
  address: DatabaseAddress,
  settings: Settings,
  onProblem: (error: Error) => void,
): OpenDatabase => {
  const db: Db = new Kysely({
    dialect: new PostgresDialect({ pool: openPool(address, settings, onProblem) }),
    plugins: [statementCounter],
  });
  const probe = openPool(
    { ...address, max: 1, connectionTimeoutMillis: 3000, query_timeout: 3000 },
    settings,
    onProblem,
  );
  return {
    db,
    isReady: () =>
      probe.query('select 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await db.destroy();
      await probe.end();
    },
  };
};

/** Opens the database with the application's rights. */
export const openAsApplication = (
  address: DatabaseAddress,
  onProblem: (error: Error) => void = () => undefined,
): OpenDatabase => open(address, { ...LIMITS, role: APPLICATION_ROLE }, onProblem);

/** Opens the database with the owner's rights, for migrations. */
export const openAsMigrator = (address: DatabaseAddress): OpenDatabase =>
  open({ ...address, max: 1 }, {}, () => undefined);
