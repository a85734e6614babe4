import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDataDirectory, startSystemProcess } from './system.ts';

let first: ReturnType<typeof makeDataDirectory>;
let second: ReturnType<typeof makeDataDirectory>;
beforeEach(() => {
  first = makeDataDirectory();
  second = makeDataDirectory();
});
afterEach(() => {
  first.remove();
  second.remove();
});

/** The command line on a data directory, as an operator runs it. */
const senso = (dataDirectory: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server/cli.js', ...args, '--json'], {
    env: { ...process.env, SENSO_DATA_DIR: dataDirectory },
    encoding: 'utf8',
  });
  return { status, stderr, answer: stdout === '' ? undefined : (JSON.parse(stdout) as unknown) };
};

const signIn = (address: string): Promise<Response> =>
  fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'dieu-phoi', password: 'sen-so-dieu-phoi' }),
  });

// Three starts, and six runs of the command line.
const LIMIT = { timeout: 300_000 };

test(
  'a running system is backed up, restored elsewhere with its audit trail whole, and serves from there',
  LIMIT,
  async () => {
    const system = await startSystemProcess(first.path);
    const file = join(first.path, 'backup.tar.gz');
    const session = (await signIn(system.address)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const taken = senso(first.path, 'backup', file);
    expect([taken.status, taken.stderr]).toEqual([0, '']);
    // Onto itself it is refused while it serves, and when it is stopped, for it holds data.
    expect(senso(first.path, 'restore', file)).toMatchObject({ status: 1 });
    expect(await system.stop()).toBe(0);
    const ontoData = { refused: { code: 'restore.not-empty' } };
    expect(senso(first.path, 'restore', file)).toMatchObject({ status: 1, answer: ontoData });
    const { auditHead } = taken.answer as { auditHead: { position: string; hash: string } };
    expect(senso(second.path, 'restore', file)).toMatchObject({ status: 0, answer: { auditHead } });
    const head = `${auditHead.position}:${auditHead.hash}`;
    expect(senso(second.path, 'verify-audit', '--head', head)).toMatchObject({ status: 0 });
    const restored = await startSystemProcess(second.path);
    const known = await fetch(`${restored.address}/api/v1/session`, { headers: { cookie: session } });
    expect([known.status, (await signIn(restored.address)).status]).toEqual([200, 200]);
    expect(await restored.stop()).toBe(0);
  },
);
