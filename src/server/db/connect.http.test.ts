import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '#server/http/problem.ts';
import { clockFrom } from '#server/clock.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { openAsApplication } from './connect.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(
    'empty',
    clockFrom(() => '2026-11-22T02:00:00.000Z'),
  );
});
afterAll(() => database.close());

const show = async (name: string) =>
  (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(database.db)).rows[0]
    ?.value;

test('the application waits neither for a lock nor for an answer without end', async () => {
  expect(await show('lock_timeout')).toBe('5s');
  expect(await show('statement_timeout')).toBe('30s');
});

test('when every connection is taken the system is unavailable, and the database is still known to be ready', async () => {
  const busy = openAsApplication({ ...database.address, max: 1, connectionTimeoutMillis: 100 });
  await busy.db.transaction().execute(async () => {
    const error: unknown = await sql`select 1`.execute(busy.db).catch((thrown: unknown) => thrown);
    expect(refusalOf(error).code).toBe('server.unavailable');
    expect(await busy.isReady()).toBe(true);
  });
  await busy.close();
});
