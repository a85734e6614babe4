import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeCode, timeStepOf } from '#server/auth/totp.ts';
import { processCaller } from '#server/db/audit.ts';
import { startTestApi, type Browser, type TestApi } from '#test/api.ts';
import { inviteAccounts, listAccounts, resetSecondFactor } from './administration-contract.ts';
import { getSession, signIn } from './contract.ts';
import {
  acceptInvitation,
  beginSecondFactor,
  confirmSecondFactor,
  getOwnAccount,
  removeSecondFactor,
  renewRecoveryCodes,
} from './own-account-contract.ts';
import { addAccount } from './service.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ authentication: { requiresSecondFactor: true } });
});
afterAll(() => api.close());

const START = Date.parse('2026-11-22T02:00:00.000Z');
const PASSWORD = 'một mật khẩu đủ dài';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

let now = START;
const pass = (seconds: number) => {
  now += seconds * 1000;
  api.setNow(new Date(now).toISOString());
};

// As an authenticator does: from the text that stands beside the QR code.
const bytesOf = (secret: string): Buffer => {
  const bits = Array.from(secret, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};
const codeOf = (secret: string, steps = 0): string => computeCode(bytesOf(secret), timeStepOf(now) + steps);

const add = async (username: string, role: 'coordinator' | 'viewer' | 'administrator' = 'coordinator') => {
  const added = await addAccount(
    { db: api.db, clock: api.clock, caller: processCaller('test') },
    {
      username,
      displayName: `Người ${username}`,
      holdings: [{ role, organizationCode: null }],
      password: PASSWORD,
    },
  );
  if ('refused' in added) throw new Error(added.code);
  return added.accountId;
};

const enter = (browser: Browser, username: string, code?: string, password = PASSWORD) =>
  browser.call(signIn, { body: { username, password, ...(code !== undefined && { code }) } });

const setUp = async (username: string) => {
  const browser = api.browser();
  await enter(browser, username);
  const begun = await browser.call(beginSecondFactor, { body: { password: PASSWORD } });
  const { secret, ticket } = begun.body;
  const confirmed = await browser.call(confirmSecondFactor, { body: { ticket, code: codeOf(secret) } });
  expect(confirmed.problem).toBeUndefined();
  return { browser, secret, recoveryCodes: confirmed.body.recoveryCodes };
};

test('who coordinates sets up a second factor before anything else; who only looks does not', async () => {
  await add('dieu.phoi.mot');
  const browser = api.browser();
  const { body } = await enter(browser, 'dieu.phoi.mot');
  expect(body).toMatchObject({ pendingStep: 'set-up-second-factor', permittedActions: ['session.read'] });
  await add('chi.xem', 'viewer');
  expect((await enter(api.browser(), 'chi.xem')).body.pendingStep).toBeNull();

  const wrong = await browser.call(beginSecondFactor, { body: { password: 'not it' } });
  expect(wrong.problem?.code).toBe('account.wrong-password');
  const { secret, ticket, address } = (
    await browser.call(beginSecondFactor, { body: { password: PASSWORD } })
  ).body;
  expect(address).toContain(`secret=${secret}`);
  // Until a first code has confirmed it, it asks for nothing.
  expect((await enter(api.browser(), 'dieu.phoi.mot')).status).toBe(200);
  const confirm = (given: { ticket: string; code: string }) =>
    browser.call(confirmSecondFactor, { body: given });
  expect((await confirm({ ticket, code: '000000' })).problem?.code).toBe('session.wrong-code');
  expect(
    (
      await confirm({
        ticket: `${ticket.startsWith('A') ? 'B' : 'A'}${ticket.slice(1)}`,
        code: codeOf(secret),
      })
    ).problem?.code,
  ).toBe('session.wrong-code');
  const done = await confirm({ ticket, code: codeOf(secret) });
  expect(new Set(done.body.recoveryCodes).size).toBe(10);
  expect((await browser.call(getSession)).body.pendingStep).toBeNull();
  expect((await browser.call(getOwnAccount)).body.secondFactor).toEqual({
    ...{ isOn: true, isRequired: true, recoveryCodesLeft: 10 },
  });
});

test('signing in takes two steps, each code once, one step early or late', async () => {
  await add('hai.buoc');
  const { secret } = await setUp('hai.buoc');
  const browser = api.browser();
  expect((await enter(browser, 'hai.buoc')).problem?.code).toBe('session.code-required');
  expect((await enter(browser, 'hai.buoc', codeOf(secret), 'not it')).problem?.code).toBe(
    'session.invalid-credentials',
  );
  // The code that confirmed it has been used.
  expect((await enter(browser, 'hai.buoc', codeOf(secret))).problem?.code).toBe('session.wrong-code');
  pass(60);
  expect((await enter(browser, 'hai.buoc', codeOf(secret, -2))).problem?.code).toBe('session.wrong-code');
  const code = codeOf(secret);
  expect((await enter(browser, 'hai.buoc', `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
  expect((await enter(browser, 'hai.buoc', code)).problem?.code).toBe('session.wrong-code');
  expect((await enter(browser, 'hai.buoc', codeOf(secret, 1))).status).toBe(200);
});

test('of two sign-ins with one code at the same time one succeeds', async () => {
  await add('cung.luc');
  const { secret } = await setUp('cung.luc');
  pass(60);
  const code = codeOf(secret);
  const answers = await Promise.all([1, 2, 3].map(() => enter(api.browser(), 'cung.luc', code)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
});

test('codes are guessed at ten times an hour from anywhere; a recovery code still lets the owner in, once', async () => {
  await add('bi.do');
  const { secret, recoveryCodes } = await setUp('bi.do');
  const attempts: (string | undefined)[] = [];
  for (let turn = 0; turn < 11; turn += 1) {
    pass(120);
    attempts.push((await enter(api.browser(), 'bi.do', '000000')).problem?.code);
  }
  expect(attempts.slice(0, 10)).toEqual(Array<string>(10).fill('session.wrong-code'));
  expect(attempts[10]).toBe('session.too-many-attempts');
  expect((await enter(api.browser(), 'bi.do', codeOf(secret))).problem?.code).toBe(
    'session.too-many-attempts',
  );
  const [recovery = ''] = recoveryCodes;
  expect((await enter(api.browser(), 'bi.do', recovery.toLowerCase())).status).toBe(200);
  expect((await enter(api.browser(), 'bi.do', recovery)).problem?.code).toBe('session.wrong-code');
  // A stranger without the password uses up none of the owner's attempts.
  pass(3600);
  for (let turn = 0; turn < 12; turn += 1) {
    pass(61);
    await enter(api.browser(), 'bi.do', '000000', 'not it');
  }
  expect((await enter(api.browser(), 'bi.do', codeOf(secret))).status).toBe(200);
});

test('recovery codes are renewed with a code, and the old ones end', async () => {
  await add('ma.moi');
  const { browser, recoveryCodes, secret } = await setUp('ma.moi');
  pass(60);
  const renewed = await browser.call(renewRecoveryCodes, { body: { code: codeOf(secret) } });
  expect(renewed.body.recoveryCodes).toHaveLength(10);
  const [old = ''] = recoveryCodes;
  const [fresh = ''] = renewed.body.recoveryCodes;
  expect((await enter(api.browser(), 'ma.moi', old)).problem?.code).toBe('session.wrong-code');
  expect((await enter(api.browser(), 'ma.moi', fresh)).status).toBe(200);
});

test('where it is required it stays; elsewhere a code takes it away', async () => {
  await add('bat.buoc');
  const required = await setUp('bat.buoc');
  pass(60);
  const refused = await required.browser.call(removeSecondFactor, {
    body: { code: codeOf(required.secret) },
  });
  expect(refused.problem?.code).toBe('account.second-factor-required');
  await add('tu.nguyen', 'viewer');
  const free = await setUp('tu.nguyen');
  pass(60);
  const removed = await free.browser.call(removeSecondFactor, { body: { code: codeOf(free.secret) } });
  expect(removed.status).toBe(200);
  expect((await enter(api.browser(), 'tu.nguyen')).status).toBe(200);
});

test('an administrator takes a lost one away, which is written down and ends the sessions', async () => {
  const lost = await add('mat.may');
  const { browser } = await setUp('mat.may');
  await add('quan.tri.hai', 'administrator');
  const { browser: administrator } = await setUp('quan.tri.hai');
  const { body } = await administrator.call(resetSecondFactor, { params: { id: lost } });
  expect(body).toMatchObject({ hasSecondFactor: false });
  expect(body.history[0]).toMatchObject({ action: 'second-factor.reset', actor: 'Người quan.tri.hai' });
  expect((await browser.call(getSession)).status).toBe(401);
  expect((await enter(api.browser(), 'mat.may')).body.pendingStep).toBe('set-up-second-factor');
  expect((await administrator.call(listAccounts)).status).toBe(200);
});

test('no secret or code stands in the database or the trail as it was shown', async () => {
  await add('bi.mat');
  const { secret, recoveryCodes } = await setUp('bi.mat');
  const { rows } = await sql<{ text: string }>`
    select second_factor::text as text from second_factor union all select recovery_code::text from recovery_code
    union all select audit_event::text from audit_event`.execute(api.db);
  const everything = rows.map(({ text }) => text).join('\n');
  for (const hidden of [secret, bytesOf(secret).toString('hex'), ...recoveryCodes]) {
    expect(everything).not.toContain(hidden);
  }
});

test('an invitation that somebody else reads opens no account that has a second factor', async () => {
  const accountId = await add('co.ma.so');
  const { secret } = await setUp('co.ma.so');
  await add('moi.lai', 'administrator');
  const { browser: administrator } = await setUp('moi.lai');
  const invited = await administrator.call(inviteAccounts, { body: { accountIds: [accountId] } });
  const code = invited.body.items[0]?.code ?? '';
  const accept = (secondFactorCode?: string) =>
    api.browser().call(acceptInvitation, {
      body: { code, password: 'ngỗng tím ăn cỏ ven đê', ...(secondFactorCode && { secondFactorCode }) },
    });
  expect((await accept()).problem?.code).toBe('session.code-required');
  expect((await accept('000000')).problem?.code).toBe('session.wrong-code');
  // The password is still the old one.
  expect((await enter(api.browser(), 'co.ma.so')).problem?.code).toBe('session.code-required');
  pass(60);
  expect((await accept(codeOf(secret))).status).toBe(200);
  expect((await enter(api.browser(), 'co.ma.so')).problem?.code).toBe('session.invalid-credentials');
});
