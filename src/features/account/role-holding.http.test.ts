import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoleHolding } from '#core/access/access.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getSession, signIn } from './contract.ts';
import { addRole, removeRole } from './roles.ts';
import { addAccount } from './service.ts';
import { processCaller } from '#server/db/audit.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const REPORTER = { username: 'stp-can-bo', password: 'sen-so-stp-can-bo' };
const context = () => ({ db: api.db, clock: api.clock, caller: processCaller('test') });
const sessionOf = async () => (await api.asAccount('stp-can-bo').call(getSession)).body;
const newcomer = (holding: RoleHolding) => ({
  username: 'nguoi-moi',
  displayName: 'Người mới',
  holdings: [holding],
  password: 'một mật khẩu đủ dài',
});

test('a reporter holds the role for one organization, and is told what that permits', async () => {
  const { holdings, permittedActions } = await sessionOf();
  expect(holdings).toMatchObject([
    { role: 'reporter', organization: { code: 'STP', name: 'Sở Tư pháp' }, delegatedBy: null },
  ]);
  expect(permittedActions).toContain('submission.write');
  expect(permittedActions).not.toContain('index.read');
});

test('a role counts from its first day to its last, and in between until it is taken back', async () => {
  const signing = { role: 'approver', organizationCode: 'STP' } as const;
  const rolesOn = async (day: string) => {
    api.setNow(`${day}T02:00:00.000Z`);
    const signedIn = await api.as(undefined).call(signIn, { body: REPORTER });
    return signedIn.body.holdings.map(({ role }) => role);
  };
  const span = { validFrom: plainDate('2026-11-23'), validTo: plainDate('2026-11-25') };
  await addRole(context(), 'stp-can-bo', signing, span);
  expect(await rolesOn('2026-11-22')).toEqual(['reporter']);
  expect(await rolesOn('2026-11-23')).toEqual(['reporter', 'approver']);
  expect(await rolesOn('2026-11-25')).toEqual(['reporter', 'approver']);
  expect(await rolesOn('2026-11-26')).toEqual(['reporter']);
  expect(await rolesOn('2026-11-24')).toEqual(['reporter', 'approver']);
  await removeRole(context(), 'stp-can-bo', signing);
  expect(await rolesOn('2026-11-24')).toEqual(['reporter']);
});

test('a role that needs an organization is not given without one, nor for one that is not there', async () => {
  expect(await addAccount(context(), newcomer({ role: 'reporter', organizationCode: null }))).toMatchObject({
    code: 'account.organization-required',
  });
  expect(await addAccount(context(), newcomer({ role: 'reporter', organizationCode: 'XYZ' }))).toMatchObject({
    code: 'record.not-found',
  });
  const accounts = await api.db.selectFrom('account').select('username').execute();
  expect(accounts.map(({ username }) => username)).not.toContain('nguoi-moi');
});

test('what an account may do is written to the audit trail when it changes', async () => {
  const events = await api.db
    .selectFrom('audit_event')
    .select(['action', 'details'])
    .where('action', 'in', ['role.grant', 'role.end'])
    .where('actor', '=', 'test')
    .orderBy('sequence', 'desc')
    .limit(2)
    .execute();
  expect(events.map(({ action }) => action)).toEqual(['role.end', 'role.grant']);
  const span = { validFrom: '2026-11-23', validTo: '2026-11-25' };
  const held = { role: 'approver', organizationCode: 'STP', ...span };
  expect(events.map(({ details }) => details)).toEqual([{ before: held }, { after: held }]);
});
