import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { projectRoot } from '#server/project-root.ts';
import { StartProblem } from '#server/start-problem.ts';
import { APPLICATION_ROLE, openAsMigrator, type DatabaseAddress } from './connect.ts';
import type { Db, Tx } from './database.ts';

export const migrationsDirectory = join(projectRoot, 'src', 'server', 'db', 'migrations');

/** One step of the schema: a plain SQL file that is never edited once it has been released. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly hash: string;
}

/** Held while a schema changes. Any number would do; it must never change, or two versions would migrate at the same time. */
export const MIGRATION_LOCK = 730_040_502;
const OLDEST_SERVER = 150_000;
const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/** Reads all migrations in their order. Throws on a file that is not named `NNNN_name.sql`. */
export const listMigrations = async (
  directory: string = migrationsDirectory,
): Promise<readonly Migration[]> => {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const misnamed = names.find((name) => !FILE_NAME.test(name));
  if (misnamed) throw new Error(`A migration must be named NNNN_name.sql: ${misnamed}`);
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
};

// Roles belong to the server, not to the database: a restored or moved database may lack them.
const ensureApplicationRole = async (db: Db): Promise<void> => {
  await sql
    .raw(
      `do $$ begin
         if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then
           create role ${APPLICATION_ROLE} nologin;
         end if;
       exception when duplicate_object or unique_violation then null;
       end $$`,
    )
    .execute(db)
    .catch((error: unknown) => {
      throw new StartProblem(
        `The database user may not create the role ${APPLICATION_ROLE}: ${String(error)}. ` +
          `As an administrator run: create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to the user.`,
      );
    });
  await sql
    .raw(
      `do $$ begin
         if not pg_has_role(current_user, '${APPLICATION_ROLE}', 'member') then
           execute format('grant ${APPLICATION_ROLE} to %I', current_user);
         end if;
       end $$`,
    )
    .execute(db);
};

const ensureJournal = async (db: Db): Promise<void> => {
  await sql`
    create table if not exists schema_migration (
      name text constraint schema_migration_pk primary key,
      hash text not null,
      applied_at timestamptz not null default now()
    )`.execute(db);
  await sql`comment on table schema_migration is 'Migrations that this database has been through; append-only.'`.execute(
    db,
  );
};

const listApplied = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const answer = await sql<{ name: string; hash: string }>`select name, hash from schema_migration`.execute(
    db,
  );
  return new Map(answer.rows.map(({ name, hash }) => [name, hash]));
};

const apply = (db: Db, migration: Migration): Promise<void> =>
  db.transaction().execute(async (tx: Tx) => {
    await sql.raw(migration.text).execute(tx);
    await sql`insert into schema_migration (name, hash) values (${migration.name}, ${migration.hash})`.execute(
      tx,
    );
  });

const checkServerVersion = async (db: Db): Promise<void> => {
  const answer = await sql<{
    version: string;
  }>`select current_setting('server_version_num') as version`.execute(db);
  const version = Number(answer.rows[0]?.version);
  if (version < OLDEST_SERVER) {
    throw new StartProblem(
      `PostgreSQL 15 or later is needed; DATABASE_URL leads to ${String(Math.floor(version / 10000))}.`,
    );
  }
};

const checkHistory = (migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void => {
  const edited = migrations.find(({ name, hash }) => applied.has(name) && applied.get(name) !== hash);
  if (edited) {
    throw new StartProblem(
      `The migration ${edited.name} was edited after this database had been through it. ` +
        'Restore the file and put the change into a new migration.',
    );
  }
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].find((name) => !known.has(name));
  if (unknown)
    throw new StartProblem(`This database comes from a newer version: it has been through ${unknown}.`);
  const last = [...applied.keys()].sort().at(-1) ?? '';
  const late = migrations.find(({ name }) => !applied.has(name) && name < last);
  if (late) throw new StartProblem(`The migration ${late.name} comes before ${last}, which has already run.`);
};

/**
 * Brings the database to the newest schema, each migration in its own transaction, and answers the names of those
 * that ran. Two processes that start together wait for each other.
 */
export const migrate = async (
  address: DatabaseAddress,
  migrations?: readonly Migration[],
): Promise<readonly string[]> => {
  const wanted = migrations ?? (await listMigrations());
  const { db, close } = openAsMigrator(address);
  try {
    // The pool has a single connection, so the lock is held by the one that runs everything below.
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(db);
    await checkServerVersion(db);
    await ensureApplicationRole(db);
    await ensureJournal(db);
    const applied = await listApplied(db);
    checkHistory(wanted, applied);
    const pending = wanted.filter(({ name }) => !applied.has(name));
    for (const migration of pending) await apply(db, migration);
    return pending.map(({ name }) => name);
  } finally {
    await close();
  }
};
