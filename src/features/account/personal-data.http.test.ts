import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processCaller } from '#server/db/audit.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { listAccounts } from './administration-contract.ts';
import { getSession, signIn } from './contract.ts';
import { eraseAccount, exportPersonalData } from './personal-data.ts';
import { addAccount } from './service.ts';
import { changeOwnPassword } from './own-account-contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const PASSWORD = 'một mật khẩu đủ dài';
const person = {
  username: 'hoang.thi.hoa',
  displayName: 'Hoàng Thị Hoa',
  email: 'hoa@dongthap.example',
  phone: '0277 385 9999',
  holdings: [{ role: 'viewer', organizationCode: null }],
  password: PASSWORD,
} as const;
const change = () => ({ db: api.db, clock: api.clock, caller: processCaller('test') });

test('what is kept about a person is handed out whole and without secrets, and that is written down', async () => {
  await addAccount(change(), person);
  await api.browser('Máy của Hoa').call(signIn, { body: { username: person.username, password: PASSWORD } });
  const data = await exportPersonalData(change(), ' Hoang.Thi.Hoa ');
  expect(data).toMatchObject({
    account: { username: person.username, displayName: person.displayName, email: person.email },
    roles: [{ role: 'viewer' }],
    sessions: [{ userAgent: 'Máy của Hoa', clientAddress: '127.0.0.1' }],
    history: [{ action: 'session.open' }, { action: 'role.grant' }, { action: 'account.add' }],
  });
  expect(JSON.stringify(data)).not.toMatch(/argon2|tokenHash|passwordHash/);
  expect(await exportPersonalData(change(), person.username)).toMatchObject({
    history: [{ action: 'account.export', actor: 'test' }, {}, {}, {}],
  });
});

test('erasing leaves no name, contact or way in, and keeps the deeds under the id', async () => {
  const browser = api.browser();
  await browser.call(signIn, { body: { username: person.username, password: PASSWORD } });
  const newPassword = 'một mật khẩu khác hẳn';
  await browser.call(changeOwnPassword, { body: { currentPassword: PASSWORD, newPassword } });
  const erased = await eraseAccount(change(), person.username);
  if ('refused' in erased) throw new Error(erased.code);
  expect((await browser.call(getSession)).status).toBe(401);
  const again = await api
    .browser()
    .call(signIn, { body: { username: person.username, password: newPassword } });
  expect(again.problem?.code).toBe('session.invalid-credentials');
  const { rows } = await sql<{ text: string }>`
    select account::text as text from account union all select session::text from session
    union all select role_holding::text from role_holding
    union all select audit_event::text from audit_event where subject not like 'username:%'`.execute(api.db);
  const everything = rows.map(({ text }) => text).join('\n');
  for (const trace of ['hoang', 'Hoàng', 'hoa@', '385 9999', 'Máy của Hoa'])
    expect(everything).not.toContain(trace);
  const { items } = (await api.as('administrator').call(listAccounts)).body;
  expect(items.find(({ id }) => id === erased.accountId)).toMatchObject({ state: 'erased', holdings: [] });
  const events = await api.db
    .selectFrom('audit_event')
    .select('action')
    .where('actor', '=', erased.accountId)
    .where('action', '=', 'account.change-password')
    .execute();
  expect(events).toHaveLength(1);
  expect(await eraseAccount(change(), person.username)).toMatchObject({ code: 'record.not-found' });
  expect(await eraseAccount(change(), 'quan-tri')).toMatchObject({ code: 'account.last-administrator' });
});
