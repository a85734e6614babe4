import { sql } from 'kysely';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { clockFrom } from '#server/clock.ts';
import { HISTORY_TABLES } from '#test/history-tables.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';

const name = `senso_test_${newId().slice(-12)}`;
let database: TestDatabase;
let owner: pg.Client;
let application: pg.Client;

// A user who has the application's rights and no others, as in an installation.
beforeAll(async () => {
  database = await createTestDatabase(
    'empty',
    clockFrom(() => '2026-11-22T02:00:00.000Z'),
  );
  owner = new pg.Client({ ...database.address });
  await owner.connect();
  await owner.query(`create role ${name} login password 'sen' in role senso_application`);
  const { connectionString, ...address } = database.address;
  application =
    connectionString === undefined
      ? new pg.Client({ ...address, user: name, password: 'sen' })
      : new pg.Client(Object.assign(new URL(connectionString), { username: name, password: 'sen' }).href);
  await application.connect();
});
afterAll(async () => {
  await application.end();
  await owner.query(`drop role ${name}`);
  await owner.end();
  await database.close();
});

const REFUSED = /permission denied|must be (?:owner|superuser|a member)|cannot/;

const changes = async (table: string): Promise<readonly string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  return [
    ...rows.map((column) => `update ${table} set ${column.name} = default`),
    `delete from ${table}`,
    `truncate ${table}`,
    `truncate ${table} cascade`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} disable trigger user`,
    `create trigger sabotage before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
    `create rule sabotage as on insert to ${table} do instead nothing`,
    `alter table ${table} owner to ${name}`,
    `alter table ${table} add column lotus text`,
    `drop table ${table} cascade`,
  ];
};

describe('history', () => {
  it.each(HISTORY_TABLES)('%s can be added to at most', async (table) => {
    for (const statement of await changes(table)) {
      await expect(application.query(statement), statement).rejects.toThrow(REFUSED);
    }
  });

  it('is every table that says that it is append-only or is named as history is', async () => {
    const { rows } = await sql<{ name: string; comment: string }>`
      select relname as name, coalesce(obj_description(oid), '') as comment
      from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(database.db);
    const history = rows
      .filter((row) => /append-only/i.test(row.comment) || /_(?:event|revision|edit|log)$/.test(row.name))
      .map((row) => row.name)
      .filter((table) => table !== 'schema_migration');
    const known: readonly string[] = HISTORY_TABLES;
    expect(
      history.filter((table) => !known.includes(table)),
      'Name these tables in test/history-tables.ts',
    ).toEqual([]);
  });
});

test.each([
  [
    `insert into audit_event (audit_event_id, at, actor, action, subject, sequence) values (gen_random_uuid(), now(), 'a', 'b', 'c', 1)`,
  ],
  [
    `insert into audit_event (audit_event_id, at, actor, action, subject, hash) values (gen_random_uuid(), now(), 'a', 'b', 'c', '${'0'.repeat(64)}')`,
  ],
  [`insert into audit_head (is_only, position, hash) values (false, 0, '${'0'.repeat(64)}')`],
  [`select chain_audit_event(event) from audit_event as event`],
  [`set session_replication_role = replica`],
  [`insert into schema_migration (name, hash) values ('0000_sabotage.sql', '')`],
  [
    `create or replace function audit_event_text(event audit_event) returns text language sql as 'select 1::text'`,
  ],
  [`create table audit_event_other (id int)`],
])('the application may not: %s', async (statement) => {
  await expect(application.query(statement)).rejects.toThrow(REFUSED);
});

test('a name of one’s own for a table does not come between the chain and its head', async () => {
  await application.query('begin');
  await application.query(`create temporary table audit_head (is_only boolean, position bigint, hash text)`);
  await application.query(`insert into pg_temp.audit_head values (true, 900, '${'0'.repeat(64)}')`);
  await application.query(
    `insert into audit_event (audit_event_id, at, actor, action, subject) values (gen_random_uuid(), now(), 'a', 'b', 'temporary')`,
  );
  await application.query('commit');
  const { rows } = await owner.query<{ same: boolean }>(
    `select event.sequence = head.position and event.hash = head.hash as same
     from audit_event as event, public.audit_head as head where event.subject = 'temporary'`,
  );
  expect(rows).toEqual([{ same: true }]);
});
