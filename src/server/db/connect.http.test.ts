import { sql } from 'kysely';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '#server/http/problem.ts';
import { clockFrom } from '#server/clock.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { openAsApplication, type DatabaseAddress } from './connect.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(
    'empty',
    clockFrom(() => '2026-11-22T02:00:00.000Z'),
  );
});
afterAll(() => database.close());

const withUser = (address: DatabaseAddress, user: string, password: string): DatabaseAddress => {
  if (address.connectionString === undefined) return { ...address, user, password };
  const url = new URL(address.connectionString);
  return { connectionString: Object.assign(url, { username: user, password }).href };
};

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

test.each(['audit_event', 'data_value_revision', 'score_snapshot', 'index_framework', 'published_score'])(
  'the application deletes nothing from %s',
  async (table) => {
    const deleting = sql`delete from ${sql.table(table)}`.execute(database.db);
    await expect(deleting).rejects.toThrow('permission denied');
  },
);

test('a user of an outside database with the rights of the application alone can not take more', async () => {
  const name = `senso_test_${newId().slice(-12)}`;
  const owner = new pg.Client({ ...database.address });
  await owner.connect();
  await owner.query(`create role ${name} login password 'sen' in role senso_application`);
  const serving = openAsApplication(withUser(database.address, name, 'sen'));
  expect((await serving.db.selectFrom('account').select('username').execute()).length).toBeGreaterThan(0);
  const taking = serving.db.connection().execute(async (connection) => {
    await sql`reset role`.execute(connection);
    await sql`drop table audit_event`.execute(connection);
  });
  await expect(taking).rejects.toThrow('must be owner');
  await serving.close();
  await owner.query(`drop role ${name}`);
  await owner.end();
});
