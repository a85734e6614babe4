import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDataDirectory, startSystemProcess } from './system.ts';

let data: ReturnType<typeof makeDataDirectory>;
beforeEach(() => {
  data = makeDataDirectory();
});
afterEach(() => data.remove());

const openSession = async (address: string): Promise<string | undefined> => {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'dieu-phoi', password: 'sen-so-dieu-phoi' }),
  }).catch(() => undefined);
  return answer?.ok ? answer.headers.getSetCookie()[0]?.split(';')[0] : undefined;
};

const isKept = async (address: string, cookie: string): Promise<boolean> =>
  (await fetch(`${address}/api/v1/session`, { headers: { cookie } })).ok;

test('kill -9 in the middle of writing loses nothing that was acknowledged', async () => {
  const acknowledged: string[] = [];
  for (const writesBeforeKill of [1, 3, 6]) {
    const system = await startSystemProcess(data.path);
    const goal = acknowledged.length + writesBeforeKill;
    const write = async (): Promise<void> => {
      while (acknowledged.length < goal) {
        const cookie = await openSession(system.address);
        if (cookie === undefined) return;
        acknowledged.push(cookie);
      }
    };
    const writers = [write(), write(), write()];
    await Promise.race(writers);
    await system.kill();
    await Promise.all(writers);
  }
  const system = await startSystemProcess(data.path);
  const kept = await Promise.all(acknowledged.map((cookie) => isKept(system.address, cookie)));
  expect(kept).toEqual(acknowledged.map(() => true));
  expect(await system.stop()).toBe(0);
});

test('kill -9 at any step of the first start is mended by the next one', async () => {
  for (const step of [/Preparing the database/, /Migrated the database/, /Loading the demonstration/]) {
    const system = await startSystemProcess(data.path, {}, step);
    await system.kill();
  }
  const system = await startSystemProcess(data.path);
  expect((await fetch(`${system.address}/api/v1/health`)).status).toBe(200);
  expect(await system.stop()).toBe(0);
});

test('Ctrl-C in the first start stops the database server too, and the next start goes on', async () => {
  const system = await startSystemProcess(data.path, {}, /Loading the demonstration/);
  expect(await system.stop()).toBe(0);
  const cluster = join(data.path, 'database', 'cluster');
  expect([cluster, join(cluster, 'postmaster.pid')].map(existsSync)).toEqual([true, false]);
  const next = await startSystemProcess(data.path);
  expect((await fetch(`${next.address}/api/v1/health`)).status).toBe(200);
  expect(await next.stop()).toBe(0);
});

test('a second start on the same data is refused in words', async () => {
  const system = await startSystemProcess(data.path);
  await expect(startSystemProcess(data.path)).rejects.toThrow('in use by senso process');
  expect((await fetch(`${system.address}/api/v1/health`)).status).toBe(200);
  await system.stop();
});

test('a wrong configuration is refused with all its problems before anything starts', async () => {
  const wrong = { PORT: 'eighty', SENSO_PROFILE: 'test' };
  await expect(startSystemProcess(data.path, wrong)).rejects.toThrow(/PORT[^]*SENSO_PROFILE/);
});

test('the command line refuses a wrong configuration with the code of a refusal, in words', () => {
  const { status, stderr } = spawnSync(process.execPath, ['dist/server/cli.js', 'user', 'list'], {
    env: { ...process.env, SENSO_DATA_DIR: data.path, PORT: 'eighty' },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    'The configuration is not right:',
    expect.stringContaining('PORT must be'),
  ]);
});
