import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBareDatabase } from '#test/test-database.ts';
import { openAsApplication, openAsMigrator, type DatabaseAddress } from './connect.ts';
import { listMigrations, migrate, migrationsDirectory, type Migration } from './migrate.ts';

let address: DatabaseAddress;
let drop: () => Promise<void>;
beforeEach(async () => {
  ({ address, drop } = await createBareDatabase());
});
afterEach(() => drop());

const step = (name: string, text: string, hash = text): Migration => ({ name, text, hash });
const first = step('0001_lotus.sql', 'create table lotus (petals int)');
const second = step('0002_pond.sql', 'create table pond (depth int)');

const listTables = async (): Promise<readonly string[]> => {
  const { db, close } = openAsMigrator(address);
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by name`.execute(db);
  await close();
  return rows.map(({ name }) => name);
};

test('each migration runs once, in order', async () => {
  expect(await migrate(address, [first])).toEqual(['0001_lotus.sql']);
  expect(await migrate(address, [first, second])).toEqual(['0002_pond.sql']);
  expect(await migrate(address, [first, second])).toEqual([]);
});

test('two processes that start together migrate once', async () => {
  const applied = await Promise.all([migrate(address, [first, second]), migrate(address, [first, second])]);
  expect(applied.flat().sort()).toEqual(['0001_lotus.sql', '0002_pond.sql']);
});

test('a migration that fails leaves nothing of itself behind', async () => {
  const broken = step('0002_pond.sql', 'create table pond (depth int); select 1 / 0');
  await expect(migrate(address, [first, broken])).rejects.toThrow('division by zero');
  expect(await listTables()).toEqual(['lotus', 'schema_migration']);
});

test('a migration that was edited after it ran is refused', async () => {
  await migrate(address, [first]);
  const edited = step('0001_lotus.sql', 'create table lotus (petals int, colour text)');
  await expect(migrate(address, [edited])).rejects.toThrow('0001_lotus.sql was edited');
});

test('a database of a newer version is refused', async () => {
  await migrate(address, [first, second]);
  await expect(migrate(address, [first])).rejects.toThrow('newer version');
});

test('a migration that comes too late is refused', async () => {
  await migrate(address, [second]);
  await expect(migrate(address, [first, second])).rejects.toThrow('comes before');
});

test('all migrations of the product run on an empty database', async () => {
  const names = (await listMigrations()).map(({ name }) => name);
  expect(await migrate(address)).toEqual(names);
});

test('each table says what it is, and each constraint has a name that we gave it', async () => {
  await migrate(address);
  const { db, close } = openAsMigrator(address);
  const silent = await sql<{ name: string }>`
    select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace
       and obj_description(oid, 'pg_class') is null`.execute(db);
  const unnamed = await sql<{ name: string }>`
    select conname as name from pg_constraint
     where connamespace = 'public'::regnamespace and contype <> 'n'
       and conname ~ '_(pkey|key|fkey|check|excl)[0-9]*$'`.execute(db);
  await close();
  expect(silent.rows).toEqual([]);
  expect(unnamed.rows).toEqual([]);
});

test('released migrations are as they were released', async () => {
  const released = JSON.parse(readFileSync(join(migrationsDirectory, 'released.json'), 'utf8')) as Record<
    string,
    string
  >;
  const hashes = new Map((await listMigrations()).map(({ name, hash }) => [name, hash]));
  for (const [name, hash] of Object.entries(released)) expect([name, hashes.get(name)]).toEqual([name, hash]);
});

test('exact numbers, days and instants arrive as text, counts as numbers', async () => {
  await migrate(address, []);
  const { db, close } = openAsApplication(address);
  const { rows } = await sql`
    select 0.1 + 0.2 as decimal, date '2026-03-31' as day, array[1.50, null] as decimals,
           timestamptz '2026-03-31 00:30:00.25+07' as instant, count(*) as count`.execute(db);
  await close();
  expect(rows).toEqual([
    {
      decimal: '0.3',
      day: '2026-03-31',
      decimals: ['1.50', null],
      instant: '2026-03-30T17:30:00.25Z',
      count: 1,
    },
  ]);
});
