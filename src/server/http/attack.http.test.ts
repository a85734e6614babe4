import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#core/access/permissions.ts';
import { signIn, signOut } from '#features/account/contract.ts';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { removeRole } from '#features/account/roles.ts';
import { disableAccount, ensureDemonstrationAccounts } from '#features/account/service.ts';
import { routes } from '#server/compose.ts';
import { processCaller } from '#server/db/audit.ts';
import { loadReference } from '#server/load-reference.ts';
import { startTestApi, type TestApi } from '#test/api.ts';

let api: TestApi;
const context = () => ({ db: api.db, clock: api.clock, caller: processCaller('test') });
beforeAll(async () => {
  api = await startTestApi();
  await loadReference(api.db, api.clock);
  await ensureDemonstrationAccounts(context(), demonstrationAccounts);
});
afterAll(() => api.close());

const usernameOf = (role: string): string =>
  demonstrationAccounts.find(({ holdings }) => holdings.some((held) => held.role === role))?.username ?? '';

const openSession = async (username: string): Promise<string> => {
  const { password } = demonstrationAccounts.find((account) => account.username === username)!;
  const answer = await api.app.inject({
    ...{ method: 'POST', url: `/api/v1${signIn.path}`, payload: { username, password } },
  });
  return `senso_session=${answer.cookies[0]?.value ?? ''}`;
};

const recorded = (action: string, subject?: string) =>
  api.db
    .selectFrom('audit_event')
    .select(['actor', 'acting_as', 'subject', 'address', 'details'])
    .where('action', '=', action)
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .orderBy('sequence')
    .execute();

const WRITES = routes.map(({ route }) => route).filter(({ method }) => method !== 'GET');
const urlOf = (path: string): string => `/api/v1${path.replace(/:\w+/g, newId())}`;

describe('a write that a page of another site causes', () => {
  it.each(ROLES)('is refused for a %s on every route before anything is read', async (role) => {
    const cookie = await openSession(usernameOf(role));
    for (const { method, path } of WRITES) {
      for (const headers of [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'null' },
      ]) {
        const answer = await api.app.inject({
          method,
          url: urlOf(path),
          headers: { cookie, ...headers },
          payload: {},
        });
        expect([answer.statusCode, answer.json<{ code: string }>().code], path).toEqual([
          403,
          'request.foreign-origin',
        ]);
      }
    }
    expect((await api.app.inject({ url: '/api/v1/session', headers: { cookie } })).statusCode).toBe(200);
  });

  it('is recorded, once a minute for each host', async () => {
    const [event, ...others] = await recorded('request.deny', 'host:localhost:80');
    expect(event).toMatchObject({
      actor: 'nobody',
      address: '127.0.0.1',
      details: { origin: 'https://evil.example' },
    });
    expect(others).toEqual([]);
  });

  it('is refused by the name of the host too, and recorded', async () => {
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'evil.example:80',
    ]) {
      const answer = await api.app.inject({ url: '/api/v1/system', headers: { host } });
      expect(answer.json<{ code: string }>().code).toBe('request.foreign-origin');
      expect(await recorded('request.deny', `host:${host}`)).toHaveLength(1);
    }
  });
});

describe('a session token', () => {
  const ask = (cookie: string, url = '/api/v1/session') => api.app.inject({ url, headers: { cookie } });

  it('opens nothing after signing out, also when it is shown again, which is recorded', async () => {
    const cookie = await openSession('nguoi-xem');
    await api.app.inject({ method: signOut.method, url: `/api/v1${signOut.path}`, headers: { cookie } });
    const before = (await recorded('session.refuse')).length;
    expect((await ask(cookie)).statusCode).toBe(401);
    expect((await ask(cookie, '/api/v1/organizations')).statusCode).toBe(401);
    const after = await recorded('session.refuse');
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ actor: 'nobody', details: { route: 'route:GET /session' } });
    expect(JSON.stringify(after)).not.toContain(cookie.slice('senso_session='.length));
  });

  it.each(['', 'x', 'senso', 'a'.repeat(5000), '../../etc/passwd', "' or 1=1 --"])(
    'that was made up opens nothing: %s',
    async (token) => {
      expect((await ask(`senso_session=${encodeURIComponent(token)}`)).statusCode).toBe(401);
    },
  );

  it('of a disabled account opens nothing', async () => {
    const cookie = await openSession('snv-can-bo');
    expect((await ask(cookie)).statusCode).toBe(200);
    await disableAccount(context(), 'snv-can-bo');
    expect((await ask(cookie)).statusCode).toBe(401);
  });

  it('opens no more than what its person may still do, from the moment that a role is taken back', async () => {
    const cookie = await openSession('stp-can-bo');
    expect((await ask(cookie, '/api/v1/targets')).statusCode).toBe(200);
    await removeRole(context(), 'stp-can-bo', { role: 'reporter', organizationCode: 'STP' });
    expect((await ask(cookie, '/api/v1/targets')).statusCode).not.toBe(200);
  });
});

describe('a body', () => {
  it('with members that the route does not have is refused with their names, and recorded', async () => {
    const cookie = await openSession('dieu-phoi');
    const send = (payload: object) =>
      api.app.inject({
        ...{ method: 'PUT', url: '/api/v1/organizations/STP/aliases', headers: { cookie }, payload },
      });
    const answer = await send({ alias: 'Sở TP', role: 'administrator', isAdmin: true, __proto__: { x: 1 } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'request.invalid',
      details: {
        fields: [
          { field: 'body.role', problem: 'unrecognized_keys' },
          { field: 'body.isAdmin', problem: 'unrecognized_keys' },
        ],
      },
    });
    const [event] = await recorded('request.deny', 'route:PUT /organizations/:code/aliases');
    expect(event).toMatchObject({
      acting_as: 'coordinator',
      details: { fields: ['body.role', 'body.isAdmin'] },
    });
    expect((await send({ alias: 'Sở TP' })).statusCode).toBe(200);
  });

  it.each(ROLES)('beyond the limit, or with a zero character, is refused for a %s', async (role) => {
    // Whoever may not do it learns no more than that.
    if (['snv-can-bo', 'stp-can-bo'].includes(usernameOf(role))) return;
    const cookie = await openSession(usernameOf(role));
    const send = (payload: object) =>
      api.app.inject({
        ...{ method: 'PUT', url: '/api/v1/organizations/STP/aliases', headers: { cookie }, payload },
      });
    expect((await send({ alias: 'x'.repeat(5_000_000) })).statusCode).toBe(413);
    expect([400, 403]).toContain((await send({ alias: 'Sở\0TP' })).statusCode);
    expect([400, 403]).toContain((await send({ alias: '\ud800' })).statusCode);
  });
});

// Ends a session of one's own; one that is not there has ended.
const isOwnSession = (path: string): boolean => path === '/own-account/sessions/:id';

describe('an id that somebody guesses', () => {
  it.each(ROLES)(
    'tells a %s nothing but that there is no such record, or that they may not',
    async (role) => {
      if (['snv-can-bo', 'stp-can-bo'].includes(usernameOf(role))) return;
      const cookie = await openSession(usernameOf(role));
      for (const { method, path } of routes
        .map(({ route }) => route)
        .filter((one) => one.path.includes(':') && !isOwnSession(one.path))) {
        for (const id of [newId(), "1' or '1'='1", '..%2f..%2fetc%2fpasswd', '%F0%9F%8C%B8']) {
          const url = `/api/v1${path.replace(/:\w+/g, id)}`;
          const answer = await api.app.inject({
            method,
            url: encodeURI(decodeURI(url)),
            headers: { cookie },
            ...(method !== 'GET' && { payload: {} }),
          });
          expect(answer.statusCode, `${method} ${url}`).toBeGreaterThanOrEqual(400);
          expect(answer.statusCode, `${method} ${url}`).toBeLessThan(500);
        }
      }
    },
  );
});
