import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { buildApp } from './app.ts';

const SCRIPT = 'export const lotus = "sen";'.repeat(200);

let directory: string;
let api: TestApi;
let app: TestApi['app'];
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'senso-website-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<title>Sen Số</title>');
  writeFileSync(join(directory, 'assets', 'main-1a2b.js'), SCRIPT);
  writeFileSync(join(directory, 'assets', 'main-1a2b.js.gz'), gzipSync(SCRIPT));
  api = await startTestApi();
  app = await buildApp({
    routes: [],
    ports: { ...api.ports, findActor: async () => undefined },
    logger: pino({ level: 'silent' }),
    websiteDirectory: directory,
  });
});
afterAll(async () => {
  await app.close();
  await api.close();
  rmSync(directory, { recursive: true });
});

test.each(['/', '/ke-hoach?tab=nhiem-vu', '/co-quan/SKHCN'])(
  '%s is a page of the application',
  async (url) => {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.body]).toEqual([200, '<title>Sen Số</title>']);
    expect(answer.headers['cache-control']).toBe('no-cache');
  },
);

test('a file with a hash in its name is kept for ever, and sent as it was compressed at build time', async () => {
  const answer = await app.inject({ url: '/assets/main-1a2b.js', headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(answer.headers['content-encoding']).toBe('gzip');
  expect(answer.rawPayload).toEqual(gzipSync(SCRIPT));
});

test.each(['/assets/main-of-last-week.js', '/api/v1/nothing', '/api/v2/plans'])(
  '%s is not found',
  async (url) => {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'record.not-found']);
  },
);

test.each(['/../package.json', '/assets/..%2f..%2fpackage.json', '/%2e%2e/package.json'])(
  '%s does not lead out',
  async (url) => {
    const answer = await app.inject(url);
    expect(answer.body).not.toContain('"name"');
  },
);
