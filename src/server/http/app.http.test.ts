import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { z } from 'zod';
import { pino } from 'pino';
import { refuse } from '#core/kernel/refusal.ts';
import { route } from '#contract/route.ts';
import type { Problem } from '#contract/schemas.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { buildApp } from './app.ts';
import { handle, type HandledRoute } from './handler.ts';

const echo = route({
  method: 'POST',
  path: '/echo/:name',
  operationId: 'echo',
  summary: 'Answers what it was given',
  access: 'public',
  params: z.object({ name: z.string().max(5) }),
  query: z.object({ loud: z.enum(['yes', 'no']).optional() }),
  body: z.object({ amount: z.number() }),
  response: z.object({ name: z.string(), amount: z.number() }),
  since: '0.1.0',
});
const fail = route({
  ...{ method: 'GET', path: '/fail', operationId: 'fail', summary: 'Breaks', access: 'public' },
  response: z.object({}),
  since: '0.1.0',
});
const say = route({
  ...{ method: 'GET', path: '/say/:name', operationId: 'say', summary: 'Says', access: 'public' },
  params: z.object({ name: z.string() }),
  query: z.object({ words: z.string().optional() }),
  response: z.object({}),
  since: '0.1.0',
});
const locked = route({ ...fail, path: '/locked', operationId: 'locked' });
const decline = route({ ...fail, path: '/decline', operationId: 'decline' });
const write = route({ ...fail, path: '/write', operationId: 'write', access: 'plan.import' });
const weigh = route({
  ...{ method: 'POST', path: '/weigh', operationId: 'weigh', summary: 'Weighs a file', access: 'public' },
  body: 'multipart',
  response: z.object({ name: z.string(), bytes: z.number() }),
  since: '0.1.0',
});

const linger = route({
  ...{ method: 'GET', path: '/linger', operationId: 'linger', summary: 'Answers when nobody waits any more' },
  ...{ access: 'public', response: z.object({}), since: '0.1.0' },
});
let noticeCancelled = (): void => undefined;

const routes: readonly HandledRoute[] = [
  handle(echo, async ({ params, body }) => ({
    name: params.name,
    amount: body.amount,
    secret: 'not declared',
  })),
  handle(fail, () => Promise.reject(new Error('the password is hunter2'))),
  handle(say, async () => ({})),
  handle(locked, async (_input, { db }) => {
    await sql`do $$ begin raise exception 'busy' using errcode = '55P03'; end $$`.execute(db);
    return {};
  }),
  handle(decline, async () => refuse('edit.conflict', { version: 3 })),
  handle(write, async () => ({})),
  handle(linger, async (_input, { watchClient }) => {
    const gone = watchClient();
    await new Promise((resolve) =>
      gone.aborted ? resolve(undefined) : gone.addEventListener('abort', resolve),
    );
    noticeCancelled();
    return {};
  }),
  handle(weigh, async ({ file }) => ({ name: file!.name, bytes: file!.content.length })),
];

let api: TestApi;
let app: TestApi['app'];
let address: string;
beforeAll(async () => {
  api = await startTestApi();
  const findActor = async (_ports: unknown, token: string) =>
    token === 'a viewer'
      ? ({ accountId: 'viewer-x', holdings: [{ role: 'viewer', organizationCode: null }] } as const)
      : undefined;
  app = await buildApp({
    routes,
    ports: { ...api.ports, findActor },
    logger: pino({ level: 'silent' }),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  await app.close();
  await api.close();
});

const problemOf = (answer: { json: () => unknown }) => answer.json() as Problem;
const post = (url: string, payload: unknown, headers = {}) =>
  app.inject({ method: 'POST', url, payload: payload as object, headers });

test('an answer holds what the contract declares and nothing else', async () => {
  const answer = await post('/api/v1/echo/sen', { amount: 1 });
  expect(answer.json()).toEqual({ name: 'sen', amount: 1 });
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('every wrong field is named, and no value is repeated', async () => {
  const answer = await post('/api/v1/echo/too-long-a-name?loud=perhaps', { amount: 'mật khẩu' });
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(problemOf(answer)).toMatchObject({
    code: 'request.invalid',
    details: { fields: [{ field: 'params.name' }, { field: 'query.loud' }, { field: 'body.amount' }] },
  });
  expect(answer.body).not.toContain('mật khẩu');
});

test.each([
  ['no JSON', '{"amount":', 'application/json'],
  ['an unknown kind of content', 'amount=1', 'application/x-www-form-urlencoded'],
])('%s is an invalid request', async (_what, payload, type) => {
  const answer = await app.inject({
    ...{ method: 'POST', url: '/api/v1/echo/sen', payload },
    headers: { 'content-type': type },
  });
  expect(problemOf(answer).code).toBe('request.invalid');
});

test.each([
  ['objects', '{"a":', '1', '}'],
  ['lists', '[', '', ']'],
])(
  'a body of %s within one another, however deep, is an invalid request',
  async (_what, open, middle, close) => {
    for (const depth of [3000, 400_000]) {
      const payload = `{"amount":${open.repeat(depth)}${middle}${close.repeat(depth)}}`;
      const answer = await app.inject({
        ...{ method: 'POST', url: '/api/v1/echo/sen', payload },
        headers: { 'content-type': 'application/json' },
      });
      expect([answer.statusCode, problemOf(answer).code]).toEqual([400, 'request.invalid']);
      expect(answer.body.length).toBeLessThan(2000);
    }
  },
);

test('a refusal is a problem with its status, code, facts and request', async () => {
  const answer = await app.inject('/api/v1/decline');
  expect(answer.statusCode).toBe(409);
  expect(problemOf(answer)).toEqual({
    type: 'urn:senso:problem:edit.conflict',
    title: 'edit.conflict',
    status: 409,
    code: 'edit.conflict',
    details: { version: 3 },
    requestId: answer.headers['x-request-id'],
  });
});

test('a bug tells nothing about itself', async () => {
  const answer = await app.inject('/api/v1/fail');
  expect(answer.statusCode).toBe(500);
  expect(problemOf(answer).code).toBe('server.error');
  expect(answer.body).not.toContain('hunter2');
});

test('an unknown address under the API is not found', async () => {
  const answer = await app.inject('/api/v1/nothing');
  expect([answer.statusCode, problemOf(answer).code]).toEqual([404, 'record.not-found']);
});

test('what the policy does not permit is denied', async () => {
  const as = (cookie: string) => app.inject({ url: '/api/v1/write', headers: { cookie } });
  expect(problemOf(await as('senso_session=a viewer')).code).toBe('access.denied');
  expect(problemOf(await as('senso_session=forged')).code).toBe('session.required');
});

test('a denial is in the audit trail, once a minute, and a missing session is not', async () => {
  const ask = (cookie: string) => app.inject({ url: '/api/v1/write?secret=1', headers: { cookie } });
  for (const cookie of ['a viewer', 'a viewer', 'forged']) await ask(`senso_session=${cookie}`);
  const events = await api.db
    .selectFrom('audit_event')
    .select(['actor', 'subject', 'address', 'details'])
    .where('action', '=', 'access.deny')
    .execute();
  expect(events).toEqual([
    {
      actor: 'viewer-x',
      subject: 'route:GET /write',
      address: '127.0.0.1',
      details: { action: 'plan.import' },
    },
  ]);
});

test.each([
  ['/api/v1/say/a%00b', 'params.name'],
  ['/api/v1/say/sen?words=%00', 'query.words'],
])('%s, which no database can keep, is refused at %s', async (url, field) => {
  const answer = await app.inject(url);
  expect([answer.statusCode, problemOf(answer)]).toMatchObject([
    400,
    { code: 'request.invalid', details: { fields: [{ field, problem: 'invalid_text' }] } },
  ]);
});

test.each(['/%', '/api/v1/%', '/api/v1/say/%zz'])(
  'the malformed address %s is a problem like any other',
  async (url) => {
    const answer = await app.inject(url);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect([answer.statusCode, problemOf(answer).code]).toEqual([400, 'request.invalid']);
  },
);

test('a database that is busy makes the system unavailable, not faulty', async () => {
  const answer = await app.inject('/api/v1/locked');
  expect([answer.statusCode, problemOf(answer).code]).toEqual([503, 'server.unavailable']);
});

test('a write from another site is refused before anything is read', async () => {
  const answer = await post('/api/v1/echo/sen', { amount: 1 }, { origin: 'https://evil.example' });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([403, 'request.foreign-origin']);
});

test('in the demonstration a foreign name for this machine is refused', async () => {
  const answer = await app.inject({ url: '/api/v1/decline', headers: { host: 'evil.example' } });
  expect(problemOf(answer).code).toBe('request.foreign-origin');
});

test('scripts of others and frames are forbidden', async () => {
  const policy = String((await app.inject('/api/v1/decline')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('script-src');
});

const upload = (content: Uint8Array<ArrayBuffer> | undefined, name = 'Kế hoạch.txt') => {
  const form = new FormData();
  if (content) form.append('file', new Blob([content]), name);
  return fetch(`${address}/api/v1/weigh`, { method: 'POST', body: form });
};

test('a file arrives whole and keeps its name', async () => {
  const answer = await upload(new Uint8Array(3_000_000));
  expect(await answer.json()).toEqual({ name: 'Kế hoạch.txt', bytes: 3_000_000 });
});

test('a file of 50 MB is refused, and the server lives on', async () => {
  const answer = await upload(new Uint8Array(50 * 1024 * 1024));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'file.too-large', details: { limitBytes: 20_971_520 } });
  expect((await fetch(`${address}/api/v1/decline`)).status).toBe(409);
});

test('a form without a file, and no form at all, miss the file', async () => {
  expect(await (await upload(undefined)).json()).toMatchObject({ code: 'file.missing' });
  expect(problemOf(await post('/api/v1/weigh', { file: 'x' })).code).toBe('file.missing');
});

test('a body beyond the limit is refused by size', async () => {
  const answer = await post('/api/v1/echo/sen', { amount: 1, filling: 'x'.repeat(5_000_000) });
  expect(problemOf(answer).code).toBe('request.too-large');
});

test('a handler is told when the client goes away before the answer', async () => {
  const noticed = new Promise<void>((resolve) => (noticeCancelled = resolve));
  const asked = get(`${address}/api/v1/linger`, { agent: false }).on('error', () => undefined);
  // Only once the request has arrived can its connection be broken.
  await new Promise<void>((resolve) => app.server.once('request', () => resolve()));
  asked.destroy();
  await noticed;
});

test('a file has a name, and no folders or hidden characters in it', async () => {
  expect(await (await upload(new Uint8Array(1), '')).json()).toMatchObject({ code: 'file.missing' });
  const named = await upload(new Uint8Array(1), '..\\hồ sơ\\Kế\u202E hoạch.txt');
  expect(await named.json()).toMatchObject({ name: 'Kế hoạch.txt' });
});
