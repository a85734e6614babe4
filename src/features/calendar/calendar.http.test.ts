import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { listTasks } from '#features/plan/contract.ts';
import { extendRound } from '#features/collection/contract.ts';
import { reportTask } from '#features/execution/task-contract.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import { openRound, submissionOf } from '#test/reporting-round.ts';
import { inventTask } from '#test/invented-task.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import * as contract from './contract.ts';

// Links of a calendar lead to where links of letters do.
const WEB = 'https://senso.dongthap.gov.vn';
const MAILER: Mailer = {
  publicUrl: WEB,
  send: () => Promise.resolve('unreachable'),
  close: () => undefined,
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true, mailer: MAILER });
});
afterAll(() => api.close());

const enter = (day: string, kind: 'day-off' | 'working-day' | 'withdrawn', writeId = randomUUID()) =>
  api.as('administrator').call(contract.enterCalendarDay, {
    params: { day },
    body: { writeId, kind, reason: 'Thông báo 12/TB-BNV' },
  });
const daysOf = async (year: string) =>
  (await api.as('viewer').call(contract.getCalendarYear, { query: { year } })).body.items;
const countOverdue = async (): Promise<number> => {
  const { body } = await api.as('viewer').call(listTasks, { query: { state: 'overdue' } });
  return body.total;
};

describe('days that a notice makes', () => {
  it('stand beside the delivered ones, once however often they are sent, and are told when entered twice', async () => {
    const writeId = randomUUID();
    expect((await enter('2027-02-11', 'day-off', writeId)).status).toBe(200);
    expect((await enter('2027-02-11', 'day-off', writeId)).status).toBe(200);
    expect((await enter('2027-02-11', 'day-off')).problem?.code).toBe('calendar.already-off');
    expect((await enter('2027-01-01', 'day-off')).problem?.code).toBe('calendar.already-off');
    expect((await enter('1999-01-01', 'day-off')).problem).toMatchObject({
      ...{ code: 'calendar.year-unknown', details: { first: 2024, last: 2035 } },
    });
    const found = (await daysOf('2027')).filter(({ day }) => day === '2027-02-11');
    expect(found.map(({ kind }) => kind)).toContain('entered-off');
    expect(found).toHaveLength(1);
    await enter('2027-02-11', 'withdrawn');
    expect((await daysOf('2027')).filter(({ kind }) => kind === 'entered-off')).toEqual([]);
    expect((await enter('2027-02-11', 'withdrawn')).problem?.code).toBe('calendar.nothing-entered');
  });

  it('move every deadline that rests on them, and back', async () => {
    // 31 December 2026 is a Thursday, 1 January a holiday, 4 January the Monday after.
    api.setNow('2027-01-04T02:00:00.000Z');
    // Sessions have ended since.
    for (const role of ['viewer', 'administrator', 'reporter'] as const) api.forgetSession(role);
    const before = await countOverdue();
    expect(before).toBeGreaterThan(0);
    await enter('2026-12-31', 'day-off');
    expect(await countOverdue()).toBeLessThan(before);
    await enter('2026-12-31', 'withdrawn');
    expect(await countOverdue()).toBe(before);
  });
});

describe('a secret address of due days', () => {
  const reporter = demonstrationAccounts.find(({ holdings }) =>
    holdings.some(({ role }) => role === 'reporter'),
  );
  const own = reporter?.holdings.find(({ role }) => role === 'reporter')?.organizationCode ?? '';
  const create = async (organizationCode: string | null) =>
    (await api.as('reporter').call(contract.createCalendarFeed, { body: { organizationCode } })).body;
  const read = (token: string) => api.as(undefined).call(contract.readCalendarFeed, { params: { token } });

  const eventOf = async (token: string, id: string): Promise<string> =>
    Buffer.from((await read(token)).bytes)
      .toString()
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT\r\n')
      .find((event) => event.startsWith(`UID:${id}`)) ?? '';

  it('tells without a session what an organization owes, until it is revoked', async () => {
    const { feed, token } = await create(own);
    const answer = await read(token);
    const text = Buffer.from(answer.bytes).toString();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(text).toMatch(/\r\nDTSTART;VALUE=DATE:\d{8}\r\n/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const revoke = () => api.as('reporter').call(contract.revokeCalendarFeed, { params: { id: feed.id } });
    expect(
      (await api.as('viewer').call(contract.revokeCalendarFeed, { params: { id: feed.id } })).problem?.code,
    ).toBe('record.not-found');
    expect([(await revoke()).status, (await revoke()).status]).toEqual([200, 200]);
    expect((await read(token)).problem?.code).toBe('record.not-found');
  });

  it('leads to the page of each task, and says how often and when it was changed', async () => {
    const due = { kind: 'day', raw: '20/01/2027', end: '2027-01-20' };
    const { id } = await inventTask(api, { due, lead: [own], draft: 'Dữ liệu mở năm 2027' });
    const { token } = await create(own);
    const before = await eventOf(token, id);
    expect(before).toContain(`\r\nURL:${WEB}/nhiem-vu/${id}?co-quan=${own}#phan-viec\r\n`);
    expect(before).toContain('Kế hoạch Dữ liệu mở năm 2027');
    expect(before).toContain('\r\nSEQUENCE:0\r\n');
    expect(before).toMatch(/\r\nLAST-MODIFIED:\d{8}T\d{6}Z\r\n/u);
    api.setNow('2027-01-04T03:04:05.000Z');
    const said = { organization: own, period: '', percent: '50', words: null, result: null, doneOn: null };
    const body = { ...said, evidence: [], version: 0, writeId: randomUUID() };
    expect((await api.as('reporter').call(reportTask, { params: { id }, body })).status).toBe(200);
    const after = await eventOf(token, id);
    expect(after).toContain('\r\nLAST-MODIFIED:20270104T030405Z\r\nSEQUENCE:1\r\n');
  });

  it('leads to the report of a round, changed when the organization was given more time', async () => {
    const commune = '29869';
    const round = await openRound(api, { dueDay: '2027-02-01', lockDay: '2027-03-01' });
    const person = api.asAccount('cao-lanh-can-bo');
    const { token } = (
      await person.call(contract.createCalendarFeed, { body: { organizationCode: commune } })
    ).body;
    const before = await eventOf(token, round);
    const submission = await submissionOf(api, round, commune);
    expect(before).toContain(`\r\nURL:${WEB}/bao-cao/${submission}\r\n`);
    expect(before).toContain('\r\nDTSTART;VALUE=DATE:20270131\r\n');
    const sequenceOf = (event: string): number => Number(/SEQUENCE:(\d+)/u.exec(event)?.[1]);
    const extension = {
      organization: commune,
      until: '2027-02-15',
      reason: 'Mất điện',
      writeId: randomUUID(),
    };
    const given = await api.as('coordinator').call(extendRound, { params: { id: round }, body: extension });
    expect(given.status).toBe(200);
    const after = await eventOf(token, round);
    expect(after).toContain('\r\nDTSTART;VALUE=DATE:20270215\r\n');
    expect(sequenceOf(after)).toBeGreaterThan(sequenceOf(before));
  });

  it('is made for one’s own organizations, and falls silent with the account', async () => {
    const denied = await api
      .as('reporter')
      .call(contract.createCalendarFeed, { body: { organizationCode: own === 'SNV' ? 'STC' : 'SNV' } });
    expect(denied.problem?.code).toBe('access.denied');
    const { token } = await create(null);
    expect((await read(token)).status).toBe(200);
    const accounts = api.db.updateTable('account').where('username', '=', reporter?.username ?? '');
    await accounts.set({ is_disabled: true }).execute();
    expect((await read(token)).problem?.code).toBe('record.not-found');
    await accounts.set({ is_disabled: false }).execute();
  });

  it('falls silent when a role that was lent ends with its lender', async () => {
    const idOf = async (username: string) =>
      (
        await api.db
          .selectFrom('account')
          .select('account_id as id')
          .where('username', '=', username)
          .executeTakeFirstOrThrow()
      ).id;
    const borrower = api.asAccount('snv-can-bo');
    const [borrowerId, lenderId] = await Promise.all([idOf('snv-can-bo'), idOf('stp-can-bo')]);
    const holdings = api.db.updateTable('role_holding').where('account_id', '=', lenderId);
    const { role_holding_id: lent, ...role } = await api.db
      .selectFrom('role_holding')
      .selectAll()
      .where('account_id', '=', lenderId)
      .where('organization_code', '=', 'STP')
      .executeTakeFirstOrThrow();
    await api.db
      .insertInto('role_holding')
      .values({
        ...{
          role_holding_id: randomUUID(),
          account_id: borrowerId,
          role: role.role,
          organization_code: 'STP',
        },
        ...{ valid_from: role.valid_from, valid_to: '2099-12-31', delegated_from: lent },
        ...{ granted_at: api.clock.now(), granted_by: lenderId },
      })
      .execute();
    const body = { organizationCode: 'STP' };
    const { token } = (await borrower.call(contract.createCalendarFeed, { body })).body;
    expect((await read(token)).status).toBe(200);
    await holdings.set({ ended_at: api.clock.now(), ended_by: lenderId }).execute();
    expect((await read(token)).problem?.code).toBe('record.not-found');
    await holdings.set({ ended_at: null, ended_by: null }).execute();
    expect((await read(token)).status).toBe(200);
  });
});
