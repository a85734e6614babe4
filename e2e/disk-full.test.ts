import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfFile } from '#test/evidence-files.ts';
import { openEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { openReporter, openSession, openSubmission } from './reporter.ts';
import { makeDataDirectory, startSystemProcess, type SystemProcess } from './system.ts';

let data: ReturnType<typeof makeDataDirectory>;
let system: SystemProcess;
beforeAll(async () => {
  data = makeDataDirectory();
  system = await startSystemProcess(data.path);
});
afterAll(async () => {
  expect(await system.stop()).toBe(0);
  data.remove();
});

const MEGABYTE = 1024 * 1024;

/** Lets files of running processes grow no further than so many bytes, as a full disk would; needs no rights but theirs. */
const limitFiles = (processes: readonly number[], bytes: number | 'unlimited'): void => {
  for (const pid of processes) {
    // The database server runs as a user of its own where root has started it.
    const { uid, gid } = statSync(`/proc/${String(pid)}`);
    const user = process.getuid?.() === 0 ? { uid, gid } : {};
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${String(bytes)}:unlimited`], user);
  }
};

const isReadyOn = async (address: string): Promise<boolean> => (await fetch(`${address}/api/v1/health`)).ok;

// A limit on files is put on running processes by a program of Linux.
const onLinux = process.platform === 'linux' ? test : test.todo;

onLinux(
  'no room for evidence: nothing is half kept, the system serves on and takes files again',
  async () => {
    const reporter = await openReporter(system.address, await openSubmission(system.address));
    const before = Buffer.from(pdfFile('đã nhận'));
    const { id = '' } = await reporter.send(before);
    const large = Buffer.from(pdfFile('sen '.repeat(MEGABYTE / 4)));
    limitFiles([system.pid], MEGABYTE / 2);
    expect(await reporter.send(large)).toMatchObject({ code: 'storage.full' });
    expect(await isReadyOn(system.address)).toBe(true);
    expect((await reporter.read(id)).equals(before)).toBe(true);
    limitFiles([system.pid], 'unlimited');
    const taken = await reporter.send(large);
    expect((await reporter.read(taken.id ?? '')).equals(large)).toBe(true);
  },
);

/** The server process and those that serve connections of the application. */
const listServerProcesses = (dataDirectory: string, backends: readonly number[]): readonly number[] => {
  const cluster = join(dataDirectory, 'database', 'cluster');
  const [postmaster = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  // New connections are served by children of the first, which inherit its limit.
  return [Number(postmaster), ...backends];
};

onLinux('no room in the database: what is not written is not said to be, and it writes again', async () => {
  const kept = await openSession(system.address, 'cao-lanh-can-bo');
  const server = await openEmbeddedPostgres({
    ...{ dataDirectory: data.path, report: () => undefined, whenInUse: 'join' },
  });
  const client = new pg.Client({ ...server.address('senso') });
  await client.connect();
  // Sessions fill more than 16 MB, which is what a file of the write-ahead log needs: the limit leaves the log alone.
  await client.query(
    `insert into session (token_hash, account_id, created_at, last_seen_at, expires_at, user_agent)
     select md5(n::text) || md5(n::text), account_id, now(), now(), now() + interval '1 day', repeat('x', 300)
     from generate_series(1, 50000) n, (select account_id from account limit 1) a`,
  );
  await client.query('vacuum session');
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where usename = 'senso_application'`,
  );
  const processes = listServerProcesses(
    data.path,
    rows.map(({ pid }) => pid),
  );
  limitFiles(processes, 16 * MEGABYTE);
  const codes: string[] = [];
  const acknowledged: string[] = [];
  // Until the last page is full a few more are taken; then none.
  for (let turn = 0; turn < 60 && codes.length < 3; turn += 1) {
    const answer = await fetch(`${system.address}/api/v1/session`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'x'.repeat(300) } },
      body: JSON.stringify({ username: 'cao-lanh-can-bo', password: 'sen-so-cao-lanh-can-bo' }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (answer.ok && cookie !== undefined) acknowledged.push(cookie);
    else codes.push(((await answer.json()) as { code: string }).code);
  }
  expect(codes).toEqual(['storage.full', 'storage.full', 'storage.full']);
  expect(await isReadyOn(system.address)).toBe(true);
  limitFiles(processes, 'unlimited');
  expect(await openSession(system.address, 'cao-lanh-can-bo')).toBeDefined();
  const statuses = await Promise.all(
    [kept ?? '', ...acknowledged].map(
      async (cookie) => (await fetch(`${system.address}/api/v1/session`, { headers: { cookie } })).status,
    ),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  await client.end();
  await server.stop();
});
