import { once } from 'node:events';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { isRefusal } from '#core/kernel/refusal.ts';
import type { DatabaseAddress } from './connect.ts';
import { MIGRATION_LOCK } from './migrate.ts';

/** A table with the columns that hold its own data; what the database computes is computed again. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Where the audit trail ends. */
export interface AuditHead {
  readonly position: string;
  readonly hash: string;
}

/** A connection with the owner's rights, for copying whole tables. */
export type CopyClient = pg.Client;

// As text is written must not depend on who writes it.
const SETTINGS = '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 -c extra_float_digits=1';

/** Uses a connection of its own, and closes it. */
export const withCopyClient = async <Answer>(
  address: DatabaseAddress,
  use: (client: CopyClient) => Promise<Answer>,
): Promise<Answer> => {
  const { host, port, user, password, database, connectionString } = address;
  const client = new pg.Client({
    ...(connectionString === undefined ? { host, port, user, password, database } : { connectionString }),
    options: SETTINGS,
    application_name: 'senso-copy',
  });
  await client.connect();
  // A lost connection is told by the query that needs it.
  client.on('error', () => undefined);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

const quote = (name: string): string => pg.escapeIdentifier(name);

const listOf = async <Row extends pg.QueryResultRow>(client: CopyClient, text: string): Promise<Row[]> =>
  (await client.query<Row>(text)).rows;

/** All tables, each after those that its foreign keys lead to. Throws on keys that lead in a circle. */
export const listTables = async (client: CopyClient): Promise<readonly TableShape[]> => {
  const tables = await listOf<{ name: string; columns: string[] }>(
    client,
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     group by c.relname order by c.relname`,
  );
  const keys = await listOf<{ child: string; parent: string }>(
    client,
    `select distinct child.relname as child, parent.relname as parent
     from pg_constraint k
     join pg_class child on child.oid = k.conrelid
     join pg_class parent on parent.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`,
  );
  const placed: TableShape[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const isHeld = ({ name }: TableShape) => keys.some((key) => key.child === name && names.has(key.parent));
    const free = waiting.filter((table) => !isHeld(table));
    if (free.length === 0) throw new Error(`Foreign keys lead in a circle: ${[...names].join(', ')}`);
    placed.push(...free);
    waiting = waiting.filter(isHeld);
  }
  return placed;
};

const copyOf = ({ name, columns }: TableShape): string =>
  `copy ${quote(name)} (${columns.map(quote).join(', ')})`;

/** The rows of a table as PostgreSQL writes them for `copy`, in pieces that end with a row. */
export async function* copyOut(client: CopyClient, table: TableShape): AsyncGenerator<Buffer> {
  for await (const piece of client.query(to(`${copyOf(table)} to stdout`))) yield piece as Buffer;
}

/** Puts rows into a table as `copyOut` gave them, and answers how many there were. */
export const copyIn = async (
  client: CopyClient,
  table: TableShape,
  pieces: AsyncIterable<Buffer>,
): Promise<number> => {
  const sink = client.query(from(`${copyOf(table)} from stdin`));
  const finished = once(sink, 'finish');
  // Told by `finished`, also when it comes while a piece is awaited.
  finished.catch(() => undefined);
  for await (const piece of pieces) {
    if (!sink.write(piece)) await Promise.race([once(sink, 'drain'), finished]);
  }
  sink.end();
  await finished;
  return sink.rowCount;
};

/** A view of the whole database as it is at one moment, until the connection ends its transaction. */
export const beginSnapshot = async (client: CopyClient): Promise<void> => {
  await client.query('begin isolation level repeatable read read only');
};

/** Lets rows go in that were looked at before: no trigger runs on them. */
export const holdTriggers = async (client: CopyClient, tables: readonly TableShape[]): Promise<void> => {
  for (const { name } of tables) await client.query(`alter table ${quote(name)} disable trigger user`);
};

/** Lets triggers run again, after keys that wait for the end of the transaction have been looked at. */
export const releaseTriggers = async (client: CopyClient, tables: readonly TableShape[]): Promise<void> => {
  await client.query('set constraints all immediate');
  for (const { name } of tables) await client.query(`alter table ${quote(name)} enable trigger user`);
};

/** The migrations that the database has been through, with their hashes; none when it has no schema. */
export const listAppliedMigrations = async (
  client: CopyClient,
): Promise<{ readonly name: string; readonly hash: string }[]> => {
  const [found] = await listOf<{ is: boolean }>(
    client,
    `select to_regclass('public.schema_migration') is not null as is`,
  );
  return found?.is ? listOf(client, 'select name, hash from schema_migration order by name') : [];
};

/** Where the audit trail ends. */
export const readAuditHead = async (client: CopyClient): Promise<AuditHead> => {
  const [head] = await listOf<{ position: string; hash: string }>(
    client,
    'select position::text, hash from audit_head',
  );
  if (!head) throw new Error('The audit trail has no head.');
  return head;
};

/** The hashes of all files that are registered, with their sizes. */
export const listRegisteredFiles = (
  client: CopyClient,
): Promise<{ readonly sha256: string; readonly size: number }[]> =>
  listOf(client, 'select sha256, size::float8 as size from stored_file order by sha256');

/** A counter of the database with the last number that it gave. */
export interface SequenceState {
  readonly name: string;
  readonly last: string;
}

/** Counters that have given numbers. */
export const listSequences = (client: CopyClient): Promise<SequenceState[]> =>
  listOf(
    client,
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null order by 1`,
  );

/** Lets counters go on after the numbers that they gave. */
export const setSequences = async (
  client: CopyClient,
  sequences: readonly SequenceState[],
): Promise<void> => {
  for (const { name, last } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint)', [`public.${quote(name)}`, last]);
  }
};

/** Tables into which migrations themselves write. */
export const WRITTEN_BY_MIGRATIONS: readonly string[] = ['schema_migration', 'audit_head'];

/** A table that holds data, or undefined when the database has none but what migrations write. */
export const findFilledTable = async (client: CopyClient): Promise<string | undefined> => {
  for (const { name } of await listTables(client)) {
    if (WRITTEN_BY_MIGRATIONS.includes(name)) continue;
    if ((await client.query(`select from ${quote(name)} limit 1`)).rowCount) return name;
  }
  return undefined;
};

/** Whether a running system holds connections to the database. */
export const isServed = async (client: CopyClient): Promise<boolean> =>
  ((
    await client.query(
      `select from pg_stat_activity
       where datname = current_database() and application_name = 'senso' and pid <> pg_backend_pid()`,
    )
  ).rowCount ?? 0) > 0;

/** Empties what migrations have written into a table, before its rows go in. */
export const emptyTable = async (client: CopyClient, { name }: TableShape): Promise<void> => {
  await client.query(`delete from ${quote(name)}`);
};

/** Keeps any system from starting on the database until the connection ends: a start begins with migrations. */
export const holdStarts = async (client: CopyClient): Promise<void> => {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
};

/** Does something in one transaction, which a refusal or a fault takes back. */
export const inTransaction = async <Answer>(
  client: CopyClient,
  run: () => Promise<Answer>,
): Promise<Answer> => {
  await client.query('begin');
  try {
    const answer = await run();
    await client.query(isRefusal(answer) ? 'rollback' : 'commit');
    return answer;
  } catch (error) {
    // The connection itself may be what failed.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};

/** Lets the database count what it holds, so that it plans its first queries well. */
export const refreshStatistics = async (client: CopyClient): Promise<void> => {
  await client.query('analyze');
};
