import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { listTasks } from '#features/plan/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import * as contract from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
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
