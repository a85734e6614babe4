import { v7 as newId } from 'uuid';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLES } from '#core/access/permissions.ts';
import type { Route } from '#contract/route.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import type { SheetCell } from '#core/kernel/sheet.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import * as administration from './administration-contract.ts';
import { getSession, signIn } from './contract.ts';
import { acceptInvitation, findInvitation } from './own-account-contract.ts';

const {
  addAccount,
  editAccount,
  getAccount,
  getAccountForm,
  grantRole,
  importAccounts,
  inviteAccounts,
  listAccounts,
  setAccountState,
  takeRoleBack,
} = administration;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const PASSWORD = 'ngỗng tím ăn cỏ ven đê';
const reporterOf = (organizationCode: string) => ({
  ...{ role: 'reporter', organizationCode, validFrom: '2026-11-22', validTo: null },
});
const personOf = (username: string) => ({
  username,
  displayName: `Người ${username}`,
  email: `${username}@dongthap.example`,
  phone: '0277 385 1234',
  organizationCode: 'SYT',
  holdings: [reporterOf('SYT')],
  writeId: newId(),
});

const as = () => api.as('administrator');

const add = async (username: string) => {
  const { body, problem } = await as().call(addAccount, { body: personOf(username) });
  expect(problem).toBeUndefined();
  return body;
};

const invite = async (...accountIds: string[]) =>
  (await as().call(inviteAccounts, { body: { accountIds } })).body.items;

const routesOfFeature: readonly Route[] = Object.values(administration).filter(
  (member): member is (typeof administration)['listAccounts'] =>
    typeof member === 'object' && 'operationId' in member,
);

test('only administrators change accounts, and auditors look at them', async () => {
  expect(routesOfFeature).toHaveLength(12);
  for (const role of ROLES) {
    for (const route of routesOfFeature) {
      const input = { params: { id: newId(), holdingId: newId() }, query: {}, body: {} };
      const { status, problem } = await api.as(role).call(route, input);
      const isOpen = role === 'administrator' || (role === 'auditor' && route.access === 'account.read');
      expect([role, route.operationId, problem?.code === 'access.denied']).toEqual([
        ...[role, route.operationId, !isOpen],
      ]);
      expect(status === 403).toBe(!isOpen);
    }
  }
  expect((await api.as(undefined).call(listAccounts)).problem?.code).toBe('session.required');
});

test('a person is added once, however often the request arrives, and is found with organization and role', async () => {
  const person = personOf('nguyen.van.an');
  const first = await as().call(addAccount, { body: person });
  const second = await as().call(addAccount, { body: person });
  expect(second.body).toEqual(first.body);
  expect(first.body).toMatchObject({
    ...{ id: person.writeId, username: 'nguyen.van.an', state: 'new', hasPassword: false, mayWrite: true },
    organization: { code: 'SYT', name: 'Sở Y tế' },
    roles: [{ role: 'reporter', organization: { code: 'SYT' }, isCurrent: true, endedAt: null }],
    history: [{ action: 'role.grant' }, { action: 'account.add', actor: 'Quản trị hệ thống (trình diễn)' }],
  });
  const { items } = (await api.as('auditor').call(listAccounts)).body;
  expect(items.filter(({ username }) => username === 'nguyen.van.an')).toHaveLength(1);
  const taken = await as().call(addAccount, { body: { ...person, writeId: newId() } });
  expect(taken.problem).toMatchObject({ code: 'account.username-taken', status: 409 });
});

test('name and contact are edited on their latest version, and the trail keeps which fields, not what they say', async () => {
  const { id, version } = await add('tran.thi.binh');
  const facts = { displayName: 'Trần Thị Bình', email: null, phone: null, organizationCode: 'STP' };
  const edit = (body: object) => as().call(editAccount, { params: { id }, body });
  const edited = await edit({ ...facts, version });
  expect(edited.body).toMatchObject({ displayName: 'Trần Thị Bình', email: null, version: version + 1 });
  expect((await edit({ ...facts, version })).body.version).toBe(version + 1);
  const late = await edit({ ...facts, displayName: 'Trần Bình', version });
  expect(late.problem).toMatchObject({ code: 'edit.conflict', details: { version: version + 1 } });
  const unknown = await edit({ ...facts, organizationCode: 'XYZ', version: version + 1 });
  expect(unknown.problem?.code).toBe('record.not-found');
  const [last] = edited.body.history;
  expect(last).toMatchObject({
    action: 'account.edit',
    details: { fields: ['displayName', 'email', 'phone', 'organizationCode'] },
  });
  const { rows } = await sql<{ text: string }>`select audit_event::text as text from audit_event`.execute(
    api.db,
  );
  expect(rows.filter(({ text }) => text.includes('tran.thi.binh@') || text.includes('385 1234'))).toEqual([]);
});

test('a role is given for a span and taken back, each once', async () => {
  const { id } = await add('le.van.cuong');
  const writeId = newId();
  const wish = { role: 'approver', organizationCode: 'SYT', validFrom: '2026-12-01', validTo: '2026-12-31' };
  const give = () => as().call(grantRole, { params: { id }, body: { ...wish, writeId } });
  const given = await give();
  expect((await give()).body.roles).toEqual(given.body.roles);
  expect(given.body.roles.find((role) => role.id === writeId)).toMatchObject({
    ...{ role: 'approver', isCurrent: false, validTo: '2026-12-31' },
  });
  const take = () => as().call(takeRoleBack, { params: { id, holdingId: writeId } });
  expect((await take()).body.roles.find((role) => role.id === writeId)?.endedAt).not.toBeNull();
  const again = await take();
  expect(again.body.history.filter(({ action }) => action === 'role.end')).toHaveLength(1);
  for (const [wrong, code] of [
    [{ ...wish, organizationCode: null }, 'account.organization-required'],
    [{ ...wish, organizationCode: 'XYZ' }, 'record.not-found'],
    [{ ...wish, validTo: '2026-11-30' }, 'value.out-of-range'],
  ] as const) {
    const refused = await as().call(grantRole, { params: { id }, body: { ...wrong, writeId: newId() } });
    expect(refused.problem?.code).toBe(code);
  }
});

test('an account that is disabled is out at once and comes in again when enabled', async () => {
  const { id } = await add('pham.dung');
  const [invitation] = await invite(id);
  const browser = api.browser();
  await browser.call(acceptInvitation, { body: { code: invitation?.code, password: PASSWORD } });
  expect((await browser.call(getSession)).status).toBe(200);
  const set = (isDisabled: boolean) => as().call(setAccountState, { params: { id }, body: { isDisabled } });
  expect((await set(true)).body.state).toBe('disabled');
  expect((await browser.call(getSession)).status).toBe(401);
  const enter = () => browser.call(signIn, { body: { username: 'pham.dung', password: PASSWORD } });
  expect((await enter()).problem?.code).toBe('session.invalid-credentials');
  expect((await set(false)).body.state).toBe('active');
  expect((await enter()).status).toBe(200);
});

test('the last administrator stays', async () => {
  const { items } = (await as().call(listAccounts)).body;
  const administrator = items.find(({ username }) => username === 'quan-tri');
  const params = { id: administrator?.id ?? '' };
  const disabled = await as().call(setAccountState, { params, body: { isDisabled: true } });
  expect(disabled.problem?.code).toBe('account.last-administrator');
  const holdingId = administrator?.holdings[0]?.id ?? '';
  const taken = await as().call(takeRoleBack, { params: { ...params, holdingId } });
  expect(taken.problem?.code).toBe('account.last-administrator');
});

test('an invitation lets choose a password once, and its code is nowhere but in the answer', async () => {
  const { id } = await add('vo.thi.em');
  const [old] = await invite(id);
  const [invitation] = await invite(id);
  const code = invitation?.code ?? '';
  expect(invitation).toMatchObject({ username: 'vo.thi.em', organization: 'Sở Y tế' });
  expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  expect((await as().call(getAccount, { params: { id } })).body.state).toBe('invited');
  const browser = api.browser();
  const find = (given: string | undefined) => browser.call(findInvitation, { body: { code: given } });
  expect((await find(old?.code)).problem?.code).toBe('invitation.unusable');
  expect((await find(code.toLowerCase().replaceAll('-', ' '))).body.displayName).toBe('Người vo.thi.em');
  const accept = (password: string) => browser.call(acceptInvitation, { body: { code, password } });
  for (const [password, reason] of [
    ['ngắn', 'too-short'],
    ['VoThiEm-2026!', 'contains-name'],
    ['SoYTe@2026-SYT', 'contains-name'],
    ['password2026', 'common'],
  ] as const) {
    expect((await accept(password)).problem).toMatchObject({
      code: 'account.weak-password',
      details: { reason },
    });
  }
  expect((await accept(PASSWORD)).body).toMatchObject({
    account: { username: 'vo.thi.em' },
    pendingStep: null,
  });
  expect((await browser.call(getSession)).status).toBe(200);
  expect((await accept('một mật khẩu khác hẳn')).problem?.code).toBe('invitation.unusable');
  const { rows } = await sql<{ text: string }>`
    select account_invitation::text as text from account_invitation
    union all select audit_event::text from audit_event`.execute(api.db);
  const everything = rows.map(({ text }) => text).join('\n');
  expect(everything).not.toContain(code);
  expect(everything).not.toContain(code.replaceAll('-', ''));
});

test('an invitation ends after fourteen days, and with the account', async () => {
  const { id } = await add('ho.van.phuc');
  const [first] = await invite(id);
  const find = (code = '') => api.browser().call(findInvitation, { body: { code } });
  api.setNow('2026-12-06T02:00:00.001Z');
  expect((await find(first?.code)).problem?.code).toBe('invitation.unusable');
  api.setNow('2026-11-22T02:00:00.000Z');
  expect((await find(first?.code)).status).toBe(200);
  await as().call(setAccountState, { params: { id }, body: { isDisabled: true } });
  expect((await find(first?.code)).problem?.code).toBe('invitation.unusable');
  const refused = await as().call(inviteAccounts, { body: { accountIds: [id] } });
  expect(refused.problem?.code).toBe('record.not-found');
});

const text = (written: string): SheetCell =>
  written === '' ? { kind: 'blank' } : { kind: 'text', text: written };

const listOf = (...rows: string[][]) => ({
  name: 'danh-sach.xlsx',
  content: writeXlsx([
    {
      ...{ name: 'Tài khoản', widths: [], headRows: 1, choices: [] },
      rows: [
        ['Tên đăng nhập', 'Họ và tên', 'Thư điện tử công vụ', 'Điện thoại công vụ', 'Cơ quan', 'Vai trò'],
        ...rows,
      ].map((row) => row.map(text)),
    },
  ]),
});

test('the form holds every organization that reports, and a filled one brings all its people', async () => {
  const form = await as().call(getAccountForm);
  const sheets = readXlsx(form.bytes);
  if ('refused' in sheets) throw new Error(sheets.code);
  const rows = sheets[0]?.rows ?? [];
  expect(rows.length - 1).toBeGreaterThan(2 * 102);
  const filled = rows.slice(1).map((cells, index): string[] => {
    const nameOf = (place: number) => {
      const cell = cells[place];
      return cell?.kind === 'text' ? cell.text : '';
    };
    const person = `nhap.${String(index)}`;
    return [person, `Người nhập ${String(index)}`, '', '', nameOf(4), nameOf(5)];
  });
  const file = listOf(...filled);
  const send = (dryRun: 'yes' | 'no') => as().call(importAccounts, { query: { dryRun }, file });
  const dry = await send('yes');
  expect(dry.problem).toBeUndefined();
  expect(dry.body).toMatchObject({ granted: filled.length, extended: 0, unchanged: 0, isSaved: false });
  const before = (await as().call(listAccounts)).body.items.length;
  const taken = await send('no');
  expect(taken.body.added).toHaveLength(filled.length);
  expect((await as().call(listAccounts)).body.items).toHaveLength(before + filled.length);
  const again = await send('no');
  expect(again.body).toMatchObject({ added: [], granted: 0, unchanged: filled.length });
});

test('a list with one wrong cell brings nobody, and names the cell', async () => {
  const file = listOf(
    ['moi.mot', 'Người Mới', '', '', 'Sở Y tế', 'Cán bộ báo cáo'],
    ['moi.hai', 'Người Hai', 'không phải thư', '', 'Sở Phép thuật', 'Cán bộ báo cáo'],
  );
  const { problem } = await as().call(importAccounts, { query: { dryRun: 'no' }, file });
  expect(problem).toMatchObject({
    code: 'account.import-invalid',
    details: {
      total: 2,
      problems: [
        { cell: 'C3', code: 'malformed-email', value: 'không phải thư' },
        { cell: 'E3', code: 'unknown-organization', value: 'Sở Phép thuật' },
      ],
    },
  });
  const { items } = (await as().call(listAccounts)).body;
  expect(items.some(({ username }) => username === 'moi.mot')).toBe(false);
});
