import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#features/account/contract.ts';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { delegateRole, getOwnAccount } from '#features/account/own-account-contract.ts';
import { addAccount, disableAccount, ensureDemonstrationAccounts } from '#features/account/service.ts';
import { createCalendarFeed, readCalendarFeed } from '#features/calendar/contract.ts';
import { listNotices } from '#features/collection/notice-contract.ts';
import { processCaller } from '#server/db/audit.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { addHolding } from '#test/add-holding.ts';
import { startApiWithOrganizations } from '#test/api-with-organizations.ts';
import type { Caller, TestApi } from '#test/api.ts';
import { inventTask } from '#test/invented-task.ts';
import { findLatestEvent } from '#test/task-standings.ts';
import { addWorkSteps, changeWorkStep, getWorkPlan, getWorkPlanSheet, listWorkPlans } from './contract.ts';
import { getWorkWeek } from './week-contract.ts';

// A Sunday.
let api: TestApi;
let stp: Caller;
let snv: Caller;
let coordinator: Caller;
beforeAll(async () => {
  api = await startApiWithOrganizations();
  const { db, clock } = api;
  await ensureDemonstrationAccounts({ db, clock, caller: processCaller('test') }, demonstrationAccounts);
  stp = api.asAccount('stp-can-bo');
  snv = api.asAccount('snv-can-bo');
  coordinator = api.as('coordinator');
});
afterAll(() => api.close());

const taskOf = async (): Promise<string> => {
  const due = { kind: 'day', raw: '30/11/2026', end: '2026-11-30' };
  return (await inventTask(api, { due, lead: ['STP'], coordinating: ['SNV'] })).id;
};

const STEP = {
  ...{ name: 'Khảo sát hiện trạng', firstDay: null, lastDay: '2026-11-20', assigneeId: null },
  ...{ assigneeWords: null, handedTo: null, result: null },
};

const add = (
  caller: Caller,
  id: string,
  steps: readonly object[],
  change: object = {},
  organization = 'STP',
) =>
  caller.call(addWorkSteps, {
    params: { id, organization },
    body: { steps: steps.map((step) => ({ ...STEP, ...step })), writeId: newId(), ...change },
  });

const view = (caller: Caller, id: string, organization = 'STP') =>
  caller.call(getWorkPlan, { params: { id, organization } });

const change = (caller: Caller, id: string, body: object) =>
  caller.call(changeWorkStep, { params: { id }, body: { version: 1, writeId: newId(), ...body } });

const addOne = async (id: string, step: object = {}): Promise<string> =>
  (await add(stp, id, [step])).body.steps.at(-1)?.id ?? '';

const COMPLETE = { kind: 'complete', doneOn: '2026-11-20', words: ' Có biên bản ' };

describe('a work plan', () => {
  test('is written by its organization, all rows or none, with states that follow from the calendar', async () => {
    const id = await taskOf();
    const [person] = (await view(stp, id)).body.people;
    const { body } = await add(stp, id, [
      { assigneeId: person?.id },
      {
        name: ' Dự  thảo ',
        firstDay: '2026-11-16',
        lastDay: '2026-12-15',
        assigneeWords: 'Tổ chuyển đổi số',
      },
      { lastDay: '2026-11-24', handedTo: 'SNV' },
    ]);
    expect(body).toMatchObject({ done: 0, overdue: 1, taskLastDay: '2026-11-30', mayWrite: true });
    expect(body.steps).toMatchObject([
      { state: 'overdue', assignee: person, endsAfterTask: false },
      { name: 'Dự thảo', state: 'in-progress', assignee: { id: null }, endsAfterTask: true },
      { state: 'due-soon', handedTo: { code: 'SNV' } },
    ]);
    const bad = await add(stp, id, [{}, { firstDay: '2026-11-21' }]);
    expect(bad.problem).toMatchObject({ code: 'work-step.days-reversed', details: { row: 2 } });
    expect((await add(stp, id, [{ handedTo: 'STC' }])).problem?.code).toBe('work-step.not-answering');
    const stranger = (await view(snv, id, 'SNV')).body.people[0]?.id;
    expect((await add(stp, id, [{ assigneeId: stranger }])).problem?.code).toBe(
      'work-step.not-of-organization',
    );
    expect((await add(stp, id, [{ lastDay: '2026-02-31' }])).problem?.code).toBe('request.invalid');
    expect((await add(stp, id, [{ name: 'a'.repeat(501) }])).problem?.code).toBe('request.invalid');
    const many = Array.from({ length: 198 }, () => ({}));
    expect((await add(stp, id, many)).problem?.code).toBe('work-step.too-many');
    expect((await view(stp, id)).body.steps).toHaveLength(3);
  });

  test('names nobody as an officer who was lent a role by somebody who is shut out since', async () => {
    const change = { db: api.db, clock: api.clock, caller: processCaller('test') };
    const password = 'một mật khẩu đủ dài';
    const account = (username: string, role: 'approver' | 'appraiser') =>
      addAccount(change, {
        ...{ username, password, displayName: username, holdings: [{ role, organizationCode: 'STP' }] },
      });
    await account('pho-giam-doc', 'approver');
    await account('chuyen-vien', 'appraiser');
    const lender = api.browser();
    await lender.call(signIn, { body: { username: 'pho-giam-doc', password } });
    const [lendable] = (await lender.call(getOwnAccount)).body.lendable;
    const borrower = lendable?.colleagues.find(({ displayName }) => displayName === 'chuyen-vien');
    const span = { validFrom: api.clock.today(), validTo: '2026-12-31' };
    await lender.call(delegateRole, {
      body: {
        ...{ holdingId: lendable?.holding.id, toAccountId: borrower?.id, writeId: newId(), ...span },
      },
    });
    const id = await taskOf();
    const people = async () => (await view(stp, id)).body.people.map(({ name }) => name);
    expect(await people()).toContain('chuyen-vien');
    await disableAccount(change, 'pho-giam-doc');
    expect(await people()).not.toContain('chuyen-vien');
    const refused = await add(stp, id, [{ assigneeId: borrower?.id }]);
    expect(refused.problem?.code).toBe('work-step.not-of-organization');
  });

  test('is seen by its organization and who oversees all; who was handed a step sees that step and completes it', async () => {
    const id = await taskOf();
    const handed = await addOne(id, { handedTo: 'SNV' });
    const kept = await addOne(id);
    expect((await view(coordinator, id)).body).toMatchObject({ mayWrite: false, people: [] });
    expect((await view(snv, id)).problem?.code).toBe('record.not-found');
    expect((await view(api.as('viewer'), id)).problem?.code).toBe('access.denied');
    expect((await add(snv, id, [{}])).problem?.code).toBe('record.not-found');
    const theirs = (await view(snv, id, 'SNV')).body;
    expect(theirs.steps).toEqual([]);
    expect(theirs.handed).toMatchObject([{ id: handed, mayWrite: false, mayComplete: true }]);
    expect((await change(snv, kept, COMPLETE)).problem?.code).toBe('record.not-found');
    expect((await change(snv, handed, { kind: 'withdraw', words: 'thôi' })).problem?.code).toBe(
      'access.denied',
    );
    const isToldOf = async () => {
      const { body } = await snv.call(listNotices);
      return body.items.filter(({ kind, place }) => kind === 'step-handed' && place.id === id);
    };
    expect(await isToldOf()).toMatchObject([
      {
        title: STEP.name,
        organization: { code: 'STP' },
        place: { organization: 'SNV' },
        isLate: true,
        isNew: true,
      },
    ]);
    await change(snv, handed, COMPLETE);
    expect(await isToldOf()).toEqual([]);
    expect((await view(stp, id)).body.steps).toMatchObject([
      { id: handed, doneOn: '2026-11-20', doneWords: 'Có biên bản', state: 'completed-on-time' },
      { id: kept, doneOn: null },
    ]);
    expect((await coordinator.call(listWorkPlans, { params: { id } })).body.items).toMatchObject([
      { organization: { code: 'STP' }, answers: true, steps: 2, done: 1, overdue: 1 },
    ]);
    expect((await snv.call(listWorkPlans, { params: { id } })).body.items).toEqual([]);
  });

  test('is written once however often it is sent; a stale change is refused, and all that was changed stays to be read', async () => {
    const id = await taskOf();
    const writeId = newId();
    await add(stp, id, [{}, { name: 'Hai' }], { writeId });
    const again = await add(stp, id, [{}, { name: 'Hai' }], { writeId });
    expect(again.body.steps.map(({ name }) => name)).toEqual([STEP.name, 'Hai']);
    expect((await add(stp, id, [{}], { writeId })).problem?.code).toBe('edit.conflict');
    const [first, second] = again.body.steps.map((step) => step.id);
    const done = { ...COMPLETE, writeId: newId() };
    await change(stp, first ?? '', done);
    expect((await change(stp, first ?? '', done)).body).toMatchObject({ version: 2 });
    const stale = await change(stp, first ?? '', { kind: 'withdraw', words: 'Không cần nữa' });
    expect(stale.problem).toMatchObject({ code: 'edit.conflict', details: { version: 2 } });
    expect((await change(stp, first ?? '', { ...COMPLETE, version: 2 })).problem?.code).toBe(
      'work-step.wrong-state',
    );
    await change(stp, first ?? '', { kind: 'reopen', words: 'Thiếu số liệu', version: 2 });
    await change(stp, first ?? '', { kind: 'edit', ...STEP, name: 'Một', lastDay: '2026-11-26', version: 3 });
    await change(stp, second ?? '', { kind: 'move', before: first });
    const { steps } = (await view(stp, id)).body;
    expect(steps.map(({ name }) => name)).toEqual(['Hai', 'Một']);
    expect(steps[1]?.history.map(({ kind }) => kind)).toEqual(['edit', 'reopen', 'complete', 'add']);
    await change(stp, first ?? '', { kind: 'withdraw', words: 'Không cần nữa', version: 4 });
    expect((await view(stp, id)).body.steps).toHaveLength(1);
    expect(await findLatestEvent(api.db, `task:${id}`)).toMatchObject({
      ...{ action: 'work-step.withdraw', details: { organization: 'STP', words: 'Không cần nữa' } },
    });
  });

  test('stays to be read when another document ends the task, and passes to whoever takes the organization over', async () => {
    const id = await taskOf();
    const step = await addOne(id, { lastDay: '2026-12-10' });
    const other = await inventTask(api, {});
    const { db } = api;
    await db.updateTable('organization').set({ valid_to: '2026-11-01' }).where('code', '=', 'STP').execute();
    const heir = { organization_code: 'SNV', predecessor_code: 'STP' };
    await db.insertInto('organization_predecessor').values(heir).execute();
    const { body } = await view(snv, id, 'SNV');
    expect(body.takenOver).toMatchObject([{ id: step, organization: { code: 'STP' }, mayWrite: true }]);
    expect((await snv.call(getWorkWeek, { query: { day: '2026-12-07' } })).body.days[3]).toMatchObject({
      ...{ day: '2026-12-10', items: [{ kind: 'step', id: step }] },
    });
    await change(snv, step, COMPLETE);
    await db.deleteFrom('organization_predecessor').where('predecessor_code', '=', 'STP').execute();
    await db.updateTable('organization').set({ valid_to: null }).where('code', '=', 'STP').execute();
    await addOne(id);
    const ending = { ended_by: other.planId, ended_on: '2026-11-20' };
    await db.updateTable('document_item').set(ending).where('id', '=', id).execute();
    expect((await view(stp, id)).body).toMatchObject({
      ...{ task: { isEnded: true }, done: 1, overdue: 0, mayWrite: false },
      steps: [{ mayComplete: false }, { state: 'paused' }],
    });
    const reopen = { kind: 'reopen', words: 'Làm lại', version: 2 };
    expect((await change(stp, step, reopen)).problem?.code).toBe('task.wrong-state');
    expect((await add(stp, id, [{}])).problem?.code).toBe('task.wrong-state');
  });

  test('goes into a workbook as it stands', async () => {
    const id = await taskOf();
    await addOne(id, { name: '=1+1', assigneeWords: 'Phòng Nghiệp vụ' });
    const { bytes } = await stp.call(getWorkPlanSheet, { params: { id, organization: 'STP' } });
    const read = readXlsx(bytes);
    if ('refused' in read) throw new Error(read.code);
    expect(read[0]?.rows[1]?.slice(1, 5)).toMatchObject([
      ...[{ kind: 'text', text: '=1+1' }, { kind: 'blank' }],
      ...[{ text: '20/11/2026' }, { text: 'Phòng Nghiệp vụ' }],
    ]);
  });
});

describe('the week of an organization', () => {
  test('lays out tasks, own steps and handed steps by day, with what is open from before', async () => {
    const id = await taskOf();
    const late = await addOne(id, { lastDay: '2026-11-19' });
    const handed = await addOne(id, { lastDay: '2026-11-25', handedTo: 'SNV' });
    const { body } = await stp.call(getWorkWeek, { query: { day: '2026-11-24' } });
    expect(body).toMatchObject({ monday: '2026-11-23', sunday: '2026-11-29', organization: { code: 'STP' } });
    expect(body.earlier.items.map((item) => item.id)).toContain(late);
    // Ngày Văn hóa Việt Nam.
    expect(body.days.map(({ isWorkingDay }) => isWorkingDay)).toEqual([
      ...[true, false, true, true, true, false, false],
    ]);
    expect(body.days[2]?.items).toMatchObject([{ id: handed, kind: 'step', task: { id } }]);
    const next = (await stp.call(getWorkWeek, { query: { day: '2026-12-02' } })).body;
    expect(next.days[0]?.items).toContainEqual(
      expect.objectContaining({ kind: 'task', id, state: 'due-soon' }),
    );
    const theirs = (await snv.call(getWorkWeek, { query: { day: '2026-11-24' } })).body;
    expect(theirs.days[2]?.items).toMatchObject([
      { id: handed, kind: 'handed', organization: { code: 'STP' } },
    ]);
    expect((await snv.call(getWorkWeek, { query: { organization: 'STP' } })).problem?.code).toBe(
      'record.not-found',
    );
  });

  test('goes into the calendars that others subscribe to, step by step under an id that stays', async () => {
    const id = await taskOf();
    const step = await addOne(id, { name: 'Trình dự thảo', handedTo: 'SNV' });
    const made = await snv.call(createCalendarFeed, { body: { organizationCode: 'SNV' } });
    const read = async () => {
      const { bytes } = await snv.call(readCalendarFeed, { params: { token: made.body.token } });
      return Buffer.from(bytes).toString();
    };
    expect(await read()).toContain(`UID:${step}@senso`);
    expect(await read()).toContain('SUMMARY:Việc đến hạn: Trình dự thảo');
    // A plan of an organization that is no more is nobody's.
    const ends = (day: string | null) =>
      api.db.updateTable('organization').set({ valid_to: day }).where('code', '=', 'STP').execute();
    await ends('2026-11-01');
    expect(await read()).not.toContain(step);
    await ends(null);
    expect(await read()).toContain(step);
    await change(snv, step, COMPLETE);
    expect(await read()).not.toContain(step);
  });

  test('shows the first of each day with how many there are, open ones first', async () => {
    const id = await taskOf();
    const query = { day: '2027-03-02' };
    await add(
      stp,
      id,
      Array.from({ length: 24 }, (_, place) => ({ name: `Việc ${String(place)}`, lastDay: '2027-03-03' })),
    );
    const { steps } = (await view(stp, id)).body;
    await change(stp, steps[0]?.id ?? '', COMPLETE);
    const { days, earlier, counts } = (await stp.call(getWorkWeek, { query })).body;
    expect(days[2]).toMatchObject({ day: '2027-03-03', total: 24 });
    expect(days[2]?.items).toHaveLength(20);
    expect(days[2]?.items.every(({ doneOn }) => doneOn === null)).toBe(true);
    expect(counts).toMatchObject({ due: 24, done: 1 });
    const few = (await stp.call(getWorkWeek, { query: { ...query, perPlace: '1' } })).body;
    expect(few.earlier.items).toHaveLength(1);
    expect(few).toMatchObject({ counts, earlier: { total: earlier.total } });
    const all = (await stp.call(getWorkWeek, { query: { ...query, perPlace: '200' } })).body;
    expect(all.days[2]?.items).toHaveLength(24);
  });

  test('is the own one of who reads all by a second role', async () => {
    const takeBack = await addHolding(api, 'stp-can-bo', 'leader');
    const { body } = await stp.call(getWorkWeek);
    expect(body.organization?.code).toBe('STP');
    expect(body.choices.length).toBeGreaterThan(1);
    await takeBack();
  });

  test('is chosen by who oversees all', async () => {
    const { body } = await coordinator.call(getWorkWeek);
    expect(body.organization).toBeNull();
    expect(body.choices.map(({ code }) => code)).toContain('STP');
    const chosen = await coordinator.call(getWorkWeek, { query: { organization: 'STP' } });
    expect(chosen.body.organization?.code).toBe('STP');
  });
});
