import { v7 as newId } from 'uuid';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processCaller } from '#server/db/audit.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { addAccount } from './service.ts';
import { getSession, signIn } from './contract.ts';
import {
  changeOwnPassword,
  delegateRole,
  endOtherSessions,
  endOwnSession,
  getOwnAccount,
  listOwnSessions,
  takeDelegationBack,
} from './own-account-contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const PASSWORD = 'một mật khẩu đủ dài';
const NEXT = 'một mật khẩu khác hẳn';
const context = () => ({ db: api.db, clock: api.clock, caller: processCaller('test') });

const add = async (username: string, organizationCode: string | null = 'STP', isTemporary = false) => {
  const role = organizationCode === null ? 'leader' : 'reporter';
  const added = await addAccount(context(), {
    ...{ username, displayName: `Người ${username}`, holdings: [{ role, organizationCode }] },
    ...{ password: PASSWORD, isTemporary },
  });
  if ('refused' in added) throw new Error(added.code);
  return added.accountId;
};

const enter = async (username: string, password = PASSWORD, userAgent = 'test') => {
  const browser = api.browser(userAgent);
  const { problem } = await browser.call(signIn, { body: { username, password } });
  expect(problem).toBeUndefined();
  return browser;
};

test('a password that somebody else has set is changed before anything else', async () => {
  await add('tam', 'STP', true);
  const browser = await enter('tam');
  const session = await browser.call(getSession);
  expect(session.body).toMatchObject({ pendingStep: 'change-password', permittedActions: ['session.read'] });
  const denied = await api.app.inject({
    ...{ method: 'GET', url: '/api/v1/organizations' },
    headers: { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect(denied.json()).toMatchObject({
    code: 'session.step-required',
    details: { step: 'change-password' },
  });
  const change = (currentPassword: string, newPassword: string) =>
    browser.call(changeOwnPassword, { body: { currentPassword, newPassword } });
  expect((await change('not it', NEXT)).problem?.code).toBe('account.wrong-password');
  expect((await change(PASSWORD, PASSWORD)).problem).toMatchObject({
    ...{ code: 'account.weak-password', details: { reason: 'unchanged' } },
  });
  expect((await change(PASSWORD, 'Người Tâm STP')).problem?.details).toEqual({ reason: 'contains-name' });
  expect((await change(PASSWORD, NEXT)).status).toBe(200);
  expect((await browser.call(getSession)).body.pendingStep).toBeNull();
});

test('sessions are listed with browser and address, and ended one by one and all others at once', async () => {
  await add('ba.phien');
  const [here, there, elsewhere] = [
    await enter('ba.phien', PASSWORD, 'Máy bàn'),
    await enter('ba.phien', PASSWORD, 'Điện thoại'),
    await enter('ba.phien', PASSWORD, 'x'.repeat(400)),
  ];
  const { items } = (await here.call(listOwnSessions)).body;
  expect(items).toHaveLength(3);
  expect(items.find(({ isThis }) => isThis)).toMatchObject({ userAgent: 'Máy bàn', address: '127.0.0.1' });
  expect(items.map(({ userAgent }) => userAgent?.length).sort()).toContain(300);
  const id = items.find(({ userAgent }) => userAgent === 'Điện thoại')?.id ?? '';
  // Another person's request for the same session ends nothing.
  await add('nguoi.khac');
  const stranger = await enter('nguoi.khac');
  await stranger.call(endOwnSession, { params: { id } });
  expect((await there.call(getSession)).status).toBe(200);
  for (const _ of [1, 2]) expect((await here.call(endOwnSession, { params: { id } })).status).toBe(200);
  expect((await there.call(getSession)).status).toBe(401);
  expect((await here.call(endOtherSessions)).body).toEqual({ ended: 1 });
  expect((await elsewhere.call(getSession)).status).toBe(401);
  expect((await here.call(getSession)).status).toBe(200);
});

test('a changed password ends the sessions elsewhere and keeps the one here', async () => {
  await add('doi.mk');
  const [here, there] = [await enter('doi.mk'), await enter('doi.mk')];
  await here.call(changeOwnPassword, { body: { currentPassword: PASSWORD, newPassword: NEXT } });
  expect((await here.call(getSession)).status).toBe(200);
  expect((await there.call(getSession)).status).toBe(401);
  await enter('doi.mk', NEXT);
});

test('at a browser left open the password is guessed at ten times an hour, not more', async () => {
  await add('de.ngo');
  const browser = await enter('de.ngo');
  const guess = () =>
    browser.call(changeOwnPassword, { body: { currentPassword: 'guess', newPassword: NEXT } });
  const codes = [];
  for (let turn = 0; turn < 11; turn += 1) codes.push((await guess()).problem?.code);
  expect(codes).toEqual([...Array<string>(10).fill('account.wrong-password'), 'session.too-many-attempts']);
});

test('a role is lent to a colleague for a span, shown with its lender, and taken back any time', async () => {
  const binh = await add('binh');
  const outsider = await add('nguoi.ngoai', 'SNV');
  const lender = api.asAccount('stp-lanh-dao');
  const own = (await lender.call(getOwnAccount)).body;
  const [lendable] = own.lendable;
  expect(lendable?.holding).toMatchObject({ role: 'approver', organization: { code: 'STP' } });
  expect(lendable?.colleagues.map(({ id }) => id)).toContain(binh);
  expect(lendable?.colleagues.map(({ id }) => id)).not.toContain(outsider);
  const writeId = newId();
  const wish = {
    ...{ holdingId: lendable?.holding.id, toAccountId: binh, writeId },
    ...{ validFrom: '2026-11-23', validTo: '2026-11-25' },
  };
  const lend = (change: object = {}) => lender.call(delegateRole, { body: { ...wish, ...change } });
  for (const [change, reason] of [
    [{ toAccountId: outsider }, 'other-organization'],
    [{ validFrom: '2026-11-21' }, 'in-the-past'],
    [{ validTo: '2026-11-22' }, 'ends-before-it-begins'],
    [{ holdingId: newId() }, 'not-own'],
  ] as const) {
    const { problem } = await lend({ ...change, writeId: newId() });
    expect(problem).toMatchObject({ code: 'account.not-delegable', details: { reason } });
  }
  expect((await lend()).body.delegations).toMatchObject([
    { id: writeId, role: 'approver', to: 'Người binh' },
  ]);
  expect((await lend()).body.delegations).toHaveLength(1);

  const browser = await enter('binh');
  const holdingsOn = async (day: string) => {
    api.setNow(`${day}T02:00:00.000Z`);
    await browser.call(signIn, { body: { username: 'binh', password: PASSWORD } });
    return (await browser.call(getSession)).body.holdings;
  };
  expect(await holdingsOn('2026-11-22')).toHaveLength(1);
  expect(await holdingsOn('2026-11-26')).toHaveLength(1);
  const held = await holdingsOn('2026-11-24');
  expect(held[1]).toMatchObject({ role: 'approver', delegatedBy: 'Giám đốc Sở Tư pháp (trình diễn)' });
  // What is lent can't be lent on.
  const borrowed = (await browser.call(getOwnAccount)).body;
  expect(borrowed.lendable.map(({ holding }) => holding.role)).toEqual(['reporter']);
  const on = { ...wish, holdingId: held[1]?.id, writeId: newId(), validFrom: '2026-11-24' };
  expect((await browser.call(delegateRole, { body: on })).problem?.details).toEqual({
    reason: 'lent-itself',
  });
  // Nor taken back by anybody but the lender.
  const byBorrower = await browser.call(takeDelegationBack, { params: { id: writeId } });
  expect(byBorrower.problem?.code).toBe('record.not-found');
  api.setNow('2026-11-24T02:00:00.000Z');
  const fresh = api.browser();
  await fresh.call(signIn, { body: { username: 'stp-lanh-dao', password: 'sen-so-stp-lanh-dao' } });
  for (const _ of [1, 2]) {
    const taken = await fresh.call(takeDelegationBack, { params: { id: writeId } });
    expect(taken.body.delegations).toEqual([]);
  }
  expect((await browser.call(getSession)).body.holdings).toHaveLength(1);
});

test('who holds no role is not let in, and is told so', async () => {
  await addAccount(context(), {
    ...{ username: 'khong.vai', displayName: 'Không Vai', holdings: [], password: PASSWORD },
  });
  const { problem } = await api
    .browser()
    .call(signIn, { body: { username: 'khong.vai', password: PASSWORD } });
  expect(problem).toMatchObject({ code: 'session.no-role', status: 403 });
});

test('no password stands in the database or the trail', async () => {
  const { rows } = await sql<{ text: string }>`
    select account::text as text from account union all select audit_event::text from audit_event`.execute(
    api.db,
  );
  const everything = rows.map(({ text }) => text).join('\n');
  for (const secret of [PASSWORD, NEXT]) expect(everything).not.toContain(secret);
});
