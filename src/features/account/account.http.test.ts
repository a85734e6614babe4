import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLES } from '#core/access/permissions.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getSession, listDemonstrationAccounts, signIn, signOut } from './contract.ts';
import { addAccount, changePassword, disableAccount } from './service.ts';
import { processCaller } from '#server/db/audit.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const newcomer = {
  username: 'Le.Thi.Sen',
  displayName: 'Lê Thị Sen',
  holdings: [{ role: 'viewer', organizationCode: null }],
  password: 'một mật khẩu đủ dài',
} as const;

const context = () => ({ db: api.db, clock: api.clock, caller: processCaller('test') });

const signInAs = (username: string, password: string) =>
  api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { username, password } });

const sessionOf = (cookie: string) =>
  api.app.inject({ method: 'GET', url: '/api/v1/session', headers: { cookie } });

test('without a session only the public doors open', async () => {
  const { status, problem } = await api.as(undefined).call(getSession);
  expect(status).toBe(401);
  expect(problem).toMatchObject({ code: 'session.required', status: 401, details: {} });
  expect(problem?.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a viewer is told what a viewer may do', async () => {
  const { body } = await api.as('viewer').call(getSession);
  expect(body.holdings).toMatchObject([{ role: 'viewer', organization: null, validTo: null }]);
  expect(body.permittedActions).toContain('plan.read');
  expect(body.permittedActions).not.toContain('plan.import');
});

test('the demonstration shows its accounts', async () => {
  const { body } = await api.as(undefined).call(listDemonstrationAccounts);
  expect(body.items.map(({ username }) => username).slice(0, 2)).toEqual(['dieu-phoi', 'nguoi-xem']);
  expect(new Set(body.items.flatMap(({ holdings }) => holdings.map(({ role }) => role))).size).toBe(
    ROLES.length,
  );
});

test('an unknown person and a wrong password are refused with the same words', async () => {
  const unknown = await api.as(undefined).call(signIn, { body: { username: 'nobody', password: 'x' } });
  const wrong = await api.as(undefined).call(signIn, { body: { username: 'dieu-phoi', password: 'x' } });
  const withoutId = ({ problem }: typeof unknown) => ({ ...problem, requestId: '' });
  expect(unknown.problem?.code).toBe('session.invalid-credentials');
  expect(withoutId(wrong)).toEqual(withoutId(unknown));
});

test('a new account signs in with any spelling of its name, and its cookie is out of reach of scripts', async () => {
  await addAccount(context(), newcomer);
  const answer = await signInAs(' le.thi.SEN ', newcomer.password);
  expect(answer.statusCode).toBe(200);
  expect(answer.cookies[0]).toMatchObject({
    name: 'senso_session',
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  });
});

test('neither the token nor the password is in the database', async () => {
  const answer = await signInAs('le.thi.sen', newcomer.password);
  const token = answer.cookies[0]?.value ?? '';
  const { rows } = await sql<{ text: string }>`
    select session::text as text from session union all select account::text from account
    union all select audit_event::text from audit_event`.execute(api.db);
  const everything = rows.map(({ text }) => text).join('\n');
  expect(everything).not.toContain(token);
  expect(everything).not.toContain(newcomer.password);
});

test('signing out ends the session on the server', async () => {
  const answer = await signInAs('nguoi-xem', 'sen-so-nguoi-xem');
  const cookie = `senso_session=${answer.cookies[0]?.value ?? ''}`;
  expect((await sessionOf(cookie)).statusCode).toBe(200);
  await api.app.inject({ method: signOut.method, url: `/api/v1${signOut.path}`, headers: { cookie } });
  expect((await sessionOf(cookie)).statusCode).toBe(401);
});

test('a disabled account and a changed password end all sessions at once', async () => {
  const first = await signInAs('le.thi.sen', newcomer.password);
  await changePassword(context(), 'le.thi.sen', 'một mật khẩu khác hẳn');
  expect((await sessionOf(`senso_session=${first.cookies[0]?.value ?? ''}`)).statusCode).toBe(401);
  const second = await signInAs('le.thi.sen', 'một mật khẩu khác hẳn');
  await disableAccount(context(), 'le.thi.sen');
  expect((await sessionOf(`senso_session=${second.cookies[0]?.value ?? ''}`)).statusCode).toBe(401);
  expect((await signInAs('le.thi.sen', 'một mật khẩu khác hẳn')).json()).toMatchObject({
    code: 'session.invalid-credentials',
  });
});

test('a taken name, a short password and a malformed name are refused', async () => {
  const again = { ...newcomer, username: 'le.thi.sen' };
  expect(await addAccount(context(), again)).toMatchObject({ code: 'account.username-taken' });
  expect(await addAccount(context(), { ...newcomer, password: 'ngắn' })).toMatchObject({
    code: 'account.weak-password',
  });
  for (const username of ['lê thị', 'c', '.sen']) {
    expect(await addAccount(context(), { ...newcomer, username })).toMatchObject({
      code: 'account.malformed-username',
    });
  }
});

test('the application can add to the audit trail and not change it', async () => {
  await expect(sql`update audit_event set actor = 'someone else'`.execute(api.db)).rejects.toThrow(
    'permission denied',
  );
  await expect(sql`delete from audit_event`.execute(api.db)).rejects.toThrow('permission denied');
  await expect(sql`truncate audit_event`.execute(api.db)).rejects.toThrow('permission denied');
  await expect(sql`drop table audit_event`.execute(api.db)).rejects.toThrow('must be owner');
});
