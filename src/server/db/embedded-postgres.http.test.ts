import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './embedded-postgres.ts';

let dataDirectory: string;
let lines: string[];
let opened: EmbeddedPostgres[];
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'senso-embedded-'));
  await chmod(dataDirectory, 0o755);
  [lines, opened] = [[], []];
});
afterEach(async () => {
  for (const server of opened.reverse()) await server.stop();
  await rm(dataDirectory, { recursive: true, force: true });
});

const open = async (options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> => {
  const report = (line: string) => void lines.push(line);
  const server = await openEmbeddedPostgres({ dataDirectory, report, whenInUse: 'refuse', ...options });
  opened.push(server);
  return server;
};

const query = async (server: EmbeddedPostgres, text: string): Promise<readonly unknown[]> => {
  const client = new pg.Client(server.address('postgres'));
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows.map((row) => Object.values(row)[0]);
};

const processNumber = async (): Promise<number> =>
  Number((await readFile(join(dataDirectory, 'database/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

// Opens the database in a process of its own, says so, and is killed before it can stop anything.
const openAndBeKilled = async (statement: string): Promise<void> => {
  const script = `
    import { register } from 'tsx/esm/api';
    register();
    const { openEmbeddedPostgres } = await import('#server/db/embedded-postgres.ts');
    const { default: pg } = await import('pg');
    const options = { dataDirectory: ${JSON.stringify(dataDirectory)}, report: () => {}, whenInUse: 'refuse' };
    const client = new pg.Client((await openEmbeddedPostgres(options)).address('postgres'));
    await client.connect();
    await client.query(${JSON.stringify(statement)});
    process.kill(process.pid, 'SIGKILL');`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]).catch(() => undefined);
};

test('names sort as a Vietnamese expects, with and without saying so', async () => {
  const server = await open();
  const words = "unnest(array['đò','dò','Ánh','an','ánh','ê','e','ớt','ong']) as word";
  const expected = ['an', 'ánh', 'Ánh', 'dò', 'đò', 'e', 'ê', 'ong', 'ớt'];
  expect(await query(server, `select word from ${words} order by word`)).toEqual(expected);
  expect(await query(server, `select word from ${words} order by word collate "vi-x-icu"`)).toEqual(expected);
});

test('it listens to no network and asks for a password', async () => {
  const server = await open();
  expect(await query(server, 'show listen_addresses')).toEqual(['']);
  const stranger = new pg.Client({ ...server.address('postgres'), password: 'guess' });
  await expect(stranger.connect()).rejects.toThrow('password authentication failed');
});

test('a second start on the same data is refused and names the first; a command joins it', async () => {
  const server = await open();
  await expect(open()).rejects.toThrow(`in use by senso process ${String(process.pid)}`);
  const joined = await open({ whenInUse: 'join' });
  await joined.stop();
  expect(await query(server, 'select 1')).toEqual([1]);
});

test('after a kill the server that was left behind is stopped and its data is there', async () => {
  await openAndBeKilled('create table lotus as select 5 as petals');
  const leftBehind = await processNumber();
  expect(() => process.kill(leftBehind, 0)).not.toThrow();
  const server = await open();
  expect(lines.join('\n')).toContain('left behind');
  expect(await processNumber()).not.toBe(leftBehind);
  expect(await query(server, 'select petals from lotus')).toEqual([5]);
});

test('of two first starts at once one serves and the other is told who does', async () => {
  const outcomes = await Promise.allSettled([open(), open()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(String(refused?.reason)).toContain(`in use by senso process ${String(process.pid)}`);
});

const killServer = async (): Promise<void> => {
  process.kill(await processNumber(), 'SIGKILL');
};

test('a server that dies is started again, and meanwhile its data belongs to who started it', async () => {
  const restarts: string[] = [];
  const restarted = new Promise<void>((resolve) => {
    const onRestart = (reason: string) => {
      restarts.push(reason);
      resolve();
    };
    const watcher = { onRestart, onLost: () => undefined };
    void open({ watcher }).then(async (server) => {
      await query(server, 'create table lotus as select 5 as petals');
      await killServer();
    });
  });
  await restarted;
  await expect(open()).rejects.toThrow('in use by senso process');
  const joined = await open({ whenInUse: 'join' });
  expect(await query(joined, 'select petals from lotus')).toEqual([5]);
  expect(restarts).toEqual(['exit SIGKILL']);
});

test('a server that can not be started again is given up', async () => {
  const lost = new Promise<string>((resolve) => {
    void open({ watcher: { onRestart: () => undefined, onLost: resolve } }).then(async () => {
      await rm(join(dataDirectory, 'database/cluster/global/pg_control'));
      await killServer();
    });
  });
  expect(await lost).toContain('pg_control');
});

test('stopping a server that has died is no problem', async () => {
  const server = await open();
  opened = [];
  await killServer();
  await server.stop();
  expect(await readdir(join(dataDirectory, 'database'))).not.toContain('owner');
});

test('what an unfinished start left is removed by the next one', async () => {
  await (await open()).stop();
  opened = [];
  await mkdir(join(dataDirectory, 'database/cluster.new-1/base'), { recursive: true });
  await writeFile(join(dataDirectory, 'database/owner'), '');
  await open();
  expect(await readdir(join(dataDirectory, 'database'))).not.toContain('cluster.new-1');
});

test('who serves can not take the rights of the owner', async () => {
  const server = await open();
  const client = new pg.Client(server.applicationAddress('postgres'));
  await client.connect();
  await client.query('reset role; reset session authorization');
  const { rows } = await client.query<{ who: string; mighty: boolean }>(
    'select session_user as who, rolsuper or rolcreaterole as mighty from pg_roles where rolname = session_user',
  );
  expect(rows).toEqual([{ who: 'senso_application', mighty: false }]);
  await expect(client.query('set role senso')).rejects.toThrow('permission denied');
  await client.end();
  const { mode } = await stat(join(dataDirectory, 'database/application-password'));
  expect(mode & 0o777).toBe(0o600);
});

test('a folder that can not be made is refused by the name of its variable', async () => {
  const file = join(dataDirectory, 'file');
  await writeFile(file, '');
  await expect(open({ dataDirectory: join(file, 'data') })).rejects.toThrow(/SENSO_DATA_DIR/);
});

test('a lock file whose number belongs to another program does not block the start', async () => {
  await (await open()).stop();
  opened = [];
  const lock = `${String(process.pid)}\n${join(dataDirectory, 'database/cluster')}\n0\n5432\n`;
  await writeFile(join(dataDirectory, 'database/cluster/postmaster.pid'), lock);
  expect(await query(await open(), 'select 1')).toEqual([1]);
});

test('a folder with a long name gets its socket elsewhere', async () => {
  const long = join(dataDirectory, 'a folder whose name is long '.repeat(4));
  await mkdir(long);
  const server = await open({ dataDirectory: long });
  expect(server.address('postgres').host).not.toContain(long);
  expect(await query(server, 'select 1')).toEqual([1]);
});
