import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pdfFile } from '#test/evidence-files.ts';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { openReporter, openSubmission } from './reporter.ts';
import { makeDataDirectory, startSystemProcess } from './system.ts';

type DataDirectory = ReturnType<typeof makeDataDirectory>;
let place: DataDirectory;
let first: DataDirectory;
let second: DataDirectory;
let outside: EmbeddedPostgres;
beforeEach(async () => {
  [place, first, second] = [makeDataDirectory(), makeDataDirectory(), makeDataDirectory()];
  outside = await openEmbeddedPostgres({
    dataDirectory: place.path,
    report: () => undefined,
    whenInUse: 'refuse',
  });
});
afterEach(async () => {
  await outside.stop();
  for (const { remove } of [place, first, second]) remove();
});

/** What an administrator of PostgreSQL runs once: an owner without further rights, and the account that serves. */
const prepare = async (): Promise<void> => {
  const client = new pg.Client({ ...outside.address('postgres') });
  await client.connect();
  for (const statement of [
    `create role chu_so_huu login password 'a'`,
    'grant senso_application to chu_so_huu',
    `create role senso_web login password 'b' in role senso_application`,
    'create database cu owner chu_so_huu',
    'create database moi owner chu_so_huu',
  ]) {
    await client.query(statement);
  }
  await client.end();
};

const addressOf = (user: string, password: string, database: string): string => {
  const { host = '', port = 0 } = outside.address(database);
  return `postgres://${user}:${password}@localhost:${String(port)}/${database}?host=${encodeURIComponent(host)}`;
};

/** An instance of the system on a database of the outside server. */
const instance = (database: string, { path }: DataDirectory) => ({
  SENSO_DATA_DIR: path,
  DATABASE_URL: addressOf('senso_web', 'b', database),
  SENSO_OWNER_DATABASE_URL: addressOf('chu_so_huu', 'a', database),
});

/** The command line on an instance, as an operator runs it. */
const senso = (environment: ReturnType<typeof instance>, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server/cli.js', ...args, '--json'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return { status, stderr, answer: stdout === '' ? undefined : (JSON.parse(stdout) as unknown) };
};

const refusal = (code: string) => ({ status: 1, answer: { refused: { code } } });

// Two starts, and seven runs of the command line.
const LIMIT = { timeout: 300_000 };

test(
  'with an outside PostgreSQL a running system is backed up with its evidence, and serves from another database',
  LIMIT,
  async () => {
    await prepare();
    const [old, fresh] = [instance('cu', first), instance('moi', second)];
    const system = await startSystemProcess(first.path, old);
    const submission = await openSubmission(system.address);
    const content = Buffer.from(pdfFile('minh chứng'));
    const { id = '' } = await (await openReporter(system.address, submission)).send(content);
    const file = join(first.path, 'backup.tar.gz');
    const taken = senso(old, 'backup', file);
    expect(taken).toMatchObject({ status: 0, answer: { files: 1 } });
    // Written over nothing, and put back neither under a system that serves nor over data.
    expect(senso(old, 'backup', file)).toMatchObject(refusal('backup.file-exists'));
    expect(senso(old, 'restore', file)).toMatchObject(refusal('restore.in-use'));
    expect(await system.stop()).toBe(0);
    await expect.poll(() => senso(old, 'restore', file)).toMatchObject(refusal('restore.not-empty'));
    const { auditHead } = taken.answer as { auditHead: { position: string; hash: string } };
    expect(senso(fresh, 'restore', file)).toMatchObject({ status: 0, answer: { auditHead, files: 1 } });
    const head = `${auditHead.position}:${auditHead.hash}`;
    expect(senso(fresh, 'verify-audit', '--head', head)).toMatchObject({ status: 0 });
    const restored = await startSystemProcess(second.path, fresh);
    const reporter = await openReporter(restored.address, submission);
    expect((await reporter.read(id)).equals(content)).toBe(true);
    expect(await restored.stop()).toBe(0);
  },
);
