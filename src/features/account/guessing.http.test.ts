import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { routes } from '#server/compose.ts';
import { buildApp } from '#server/http/app.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const openApp = (proxyHops: number) => {
  const installation = { profile: 'production', version: 'test' } as const;
  return buildApp({
    routes,
    ports: { ...api.ports, installation },
    logger: pino({ level: 'silent' }),
    proxyHops,
  });
};

type App = Awaited<ReturnType<typeof openApp>>;

const signInFrom = async (app: App, forwardedFor: string, password: string): Promise<number> => {
  const answer = await app.inject({
    ...{ method: 'POST', url: '/api/v1/session', headers: { 'x-forwarded-for': forwardedFor } },
    payload: { username: 'dieu-phoi', password },
  });
  return answer.statusCode;
};

const eventsOf = (action: string) =>
  api.db.selectFrom('audit_event').select(['subject', 'address']).where('action', '=', action).execute();

test.each([
  [
    'without a proxy nothing that the client says of itself',
    0,
    (turn: number) => `198.51.100.${String(turn)}`,
  ],
  ['behind one proxy its word alone', 1, (turn: number) => `198.51.100.${String(turn)}, 203.0.113.9`],
  [
    'behind two proxies the word of the first',
    2,
    (turn: number) => `10.0.0.${String(turn)}, 203.0.113.9, 10.1.1.1`,
  ],
])('%s tells who guesses: the eleventh attempt is refused', async (_what, proxyHops, forwardedFor) => {
  const app = await openApp(proxyHops);
  const answers = [];
  for (let turn = 0; turn < 12; turn += 1) answers.push(await signInFrom(app, forwardedFor(turn), 'guess'));
  expect(answers).toEqual([...Array<number>(10).fill(401), 429, 429]);
  await app.close();
});

test('another address may go on, and who signs in is not counted', async () => {
  const app = await openApp(1);
  for (let turn = 0; turn < 11; turn += 1) await signInFrom(app, '203.0.113.20', 'guess');
  for (let turn = 0; turn < 12; turn += 1) {
    expect(await signInFrom(app, '203.0.113.21', 'sen-so-dieu-phoi')).toBe(200);
  }
  await app.close();
});

test('the audit trail has the addresses, and what the brake refused once', async () => {
  const braked = (await eventsOf('session.brake')).filter(({ address }) => address === '203.0.113.20');
  expect(braked).toEqual([{ subject: 'username:dieu-phoi', address: '203.0.113.20' }]);
  expect((await eventsOf('session.open')).at(-1)?.address).toBe('203.0.113.21');
  expect((await eventsOf('session.refuse')).at(-1)?.address).toBe('203.0.113.20');
});

test.each(['a\u0000b', 'a\ud800b'])('the username %j is refused at its field', async (username) => {
  const answer = await api.app.inject({
    ...{ method: 'POST', url: '/api/v1/session', payload: { username, password: 'guess' } },
  });
  expect([answer.statusCode, answer.json()]).toMatchObject([
    400,
    { code: 'request.invalid', details: { fields: [{ field: 'body.username' }] } },
  ]);
});

test('a name that nobody has is not kept: it may be a password in the wrong field', async () => {
  const app = await openApp(0);
  const typed = 'mat-khau-go-nham-o';
  const payload = { username: typed, password: 'guess' };
  for (let turn = 0; turn < 11; turn += 1) {
    await app.inject({ method: 'POST', url: '/api/v1/session', remoteAddress: '203.0.113.99', payload });
  }
  for (const action of ['session.refuse', 'session.brake']) {
    const events = (await eventsOf(action)).filter(({ address }) => address === '203.0.113.99');
    expect([...new Set(events.map(({ subject }) => subject))]).toEqual(['unknown-username:*']);
  }
  const everything = await api.db.selectFrom('audit_event').selectAll().execute();
  expect(JSON.stringify(everything)).not.toContain(typed);
  await app.close();
});
