import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { findLatestEvent, listPartStates } from '#test/task-standings.ts';
import { listTaskProgress } from '#features/collection/task-progress-contract.ts';
import { addHolding } from '#test/add-holding.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import { pdfFile } from '#test/evidence-files.ts';
import { inventTask, type InventedTask } from '#test/invented-task.ts';
import { getTaskBoard, getTaskSchedule, listExecutionChoices, listTaskStates } from './contract.ts';
import {
  addTaskEvidenceFile,
  addTaskEvidenceReference,
  askExtension,
  decideTask,
  getTaskEvidenceFile,
  getTaskExecution,
  listTaskEvidence,
  listTaskHistories,
  reportTask,
  type TaskExecution,
} from './task-contract.ts';

let api: TestApi;
let stp: Caller;
let snv: Caller;
let coordinator: Caller;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  stp = api.asAccount('stp-can-bo');
  snv = api.asAccount('snv-can-bo');
  coordinator = api.as('coordinator');
});
afterAll(() => api.close());

const DUE = { kind: 'day', raw: '20/12/2026', end: '2026-12-20' };
const taskOf = async (change: InventedTask = {}): Promise<string> =>
  (await inventTask(api, { due: DUE, lead: ['STP'], coordinating: ['SNV'], ...change })).id;

const view = async (caller: Caller, id: string): Promise<TaskExecution> =>
  (await caller.call(getTaskExecution, { params: { id } })).body;

const versionOf = async (id: string, organization: string): Promise<number> =>
  (await view(coordinator, id)).lines.find((line) => line.organization.code === organization)?.version ?? 0;

const report = async (caller: Caller, id: string, change: object = {}, organization = 'STP') =>
  caller.call(reportTask, {
    params: { id },
    body: {
      ...{ organization, period: '', version: await versionOf(id, organization), writeId: newId() },
      ...{ percent: '100', words: null, result: null, doneOn: null, evidence: [] },
      ...change,
    },
  });

const decide = async (id: string, body: object, organization: string | null = 'STP') =>
  coordinator.call(decideTask, {
    params: { id },
    body: {
      ...{ organization, period: '', writeId: newId(), reason: 'lý do' },
      version:
        organization === null
          ? ((await view(coordinator, id)).whole?.version ?? 0)
          : await versionOf(id, organization),
      ...body,
    },
  });

const stateOf = async (id: string, organization: string | null = null): Promise<string | undefined> => {
  const { whole, lines } = await view(coordinator, id);
  return organization === null
    ? whole?.state
    : lines.find((one) => one.organization.code === organization)?.state;
};

test('the page of a task says when it is due in the words of the plan, after the heading of their column', async () => {
  const id = await taskOf({ due: { kind: 'month', raw: 'Tháng 10/2025', end: '2025-10-31' } });
  expect((await view(coordinator, id)).due).toBe('Tháng 10/2025');
  await api.db
    .updateTable('task')
    .set({ due_column: 'Thời điểm đánh giá' })
    .where('item_id', '=', id)
    .execute();
  expect((await view(coordinator, id)).due).toBe('Thời điểm đánh giá: Tháng 10/2025');
});

describe('a report outside rounds', () => {
  test('counts once the coordinator confirms it: the day of the work decides whether it was in time', async () => {
    const id = await taskOf({ due: { kind: 'day', raw: '31/10/2026', end: '2026-10-31' } });
    expect(await stateOf(id)).toBe('overdue');
    const words = { percent: '60.5', words: ' Đang làm ', result: 'Dự thảo' };
    expect((await report(stp, id, words)).body.lines[0]).toMatchObject({ percent: '60.5', state: 'overdue' });
    await report(stp, id, { percent: '100', doneOn: '2026-11-02', result: 'Quyết định 12' });
    expect(await stateOf(id)).toBe('overdue');
    const confirmed = await decide(id, { kind: 'confirm', reason: null });
    expect(confirmed.body.whole).toMatchObject({ state: 'completed-on-time', doneOn: '2026-11-02' });
    // What helps is not done, yet who leads answers for the whole.
    expect(confirmed.body.whole).toMatchObject({ parts: 2, partsDone: 1 });
    expect(confirmed.body.lines[0]?.history.map(({ kind }) => kind)).toEqual(['confirm', 'report', 'report']);
    const { body } = await coordinator.call(listTaskProgress, { params: { id } });
    expect(body.items).toMatchObject([{ latest: { percent: '100', round: null, result: 'Quyết định 12' } }]);
    expect((await report(stp, id)).problem?.code).toBe('task.wrong-state');
  });

  test('is sent back with a reason and made again; a percentage stays between 0 and 100, a day in the past', async () => {
    const id = await taskOf();
    await report(stp, id);
    const back = await decide(id, { kind: 'send-back', reason: 'Thiếu văn bản' });
    expect(back.body.lines[0]?.occurrences[0]).toMatchObject({ isSentBack: true, awaitsConfirmation: false });
    expect((await decide(id, { kind: 'confirm' })).problem?.code).toBe('task.nothing-to-decide');
    expect((await report(stp, id, { percent: '100.5' })).problem?.code).toBe('value.out-of-range');
    expect((await report(stp, id, { doneOn: '2026-12-01' })).problem?.code).toBe('task.day-ahead');
    expect((await report(stp, id, { period: '2027' })).problem?.code).toBe('record.not-found');
    expect((await report(stp, id)).status).toBe(200);
  });

  test('comes too late for a task that another document has ended meanwhile; what was said before stays to be read', async () => {
    const [id, other] = [await taskOf(), await inventTask(api, {})];
    const params = { id, organization: 'STP' };
    const file = { name: 'kq.pdf', content: pdfFile() };
    const { added } = (await stp.call(addTaskEvidenceFile, { params, query: { writeId: newId() }, file }))
      .body;
    const evidenceId = added ?? '';
    await report(stp, id, { percent: '40', words: 'Đã khảo sát', evidence: [evidenceId] });
    await decide(id, { kind: 'pause', reason: 'Chờ kinh phí', document: null }, null);
    const ending = { ended_by: other.planId, ended_on: '2026-11-20' };
    await api.db.updateTable('document_item').set(ending).where('id', '=', id).execute();
    const said = { organization: 'STP', period: '', percent: '100', words: null, result: null, doneOn: null };
    const body = { ...said, evidence: [], version: 0, writeId: newId() };
    expect((await stp.call(reportTask, { params: { id }, body })).problem).toMatchObject({
      ...{ code: 'task.wrong-state', details: { state: 'ended' } },
    });
    const kept = (await coordinator.call(listTaskHistories, { params })).body;
    expect(kept.items).toMatchObject([
      { organization: null, history: [{ kind: 'pause', reason: 'Chờ kinh phí' }] },
      { organization: { code: 'STP' }, history: [{ kind: 'report', percent: '40', words: 'Đã khảo sát' }] },
    ]);
    const own = (await stp.call(listTaskHistories, { params })).body;
    expect(own.items.map(({ organization }) => organization?.code)).toEqual(['STP']);
    expect((await snv.call(listTaskHistories, { params })).body.total).toBe(0);
    const opened = { params: { ...params, evidenceId } };
    expect((await coordinator.call(getTaskEvidenceFile, opened)).status).toBe(200);
    expect((await snv.call(getTaskEvidenceFile, opened)).problem?.code).toBe('record.not-found');
    const unknown = { params: { id: newId() } };
    expect((await stp.call(listTaskHistories, unknown)).problem?.code).toBe('record.not-found');
  });

  test('is written once however often it is sent, a stale one is refused, and the trail says who and what', async () => {
    const id = await taskOf();
    const body = { version: 0, writeId: newId(), percent: '10' };
    await report(stp, id, body);
    const again = await report(stp, id, body);
    expect(again.body.lines[0]).toMatchObject({ version: 1, percent: '10' });
    expect((await report(stp, id, { ...body, writeId: newId() })).problem).toMatchObject({
      ...{ code: 'edit.conflict', details: { version: 1 } },
    });
    const other = await taskOf();
    expect((await report(stp, other, body)).problem?.code).toBe('edit.conflict');
    const changed = await report(stp, id, { ...body, version: 1, percent: '100' });
    expect(changed.problem).toMatchObject({ code: 'edit.conflict', details: { field: 'writeId' } });
    const storm = { ...body, writeId: newId() };
    const answers = await Promise.all([other, await taskOf()].map((task) => report(stp, task, storm)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const event = await findLatestEvent(api.db, `task:${id}`);
    expect(event).toMatchObject({ action: 'task.report', details: { organization: 'STP', percent: '10' } });
  });

  test('names evidence of the organization itself, which the coordinator opens', async () => {
    const id = await taskOf();
    const params = { id, organization: 'STP' };
    const file = { name: 'qd.pdf', content: pdfFile() };
    const sent = await stp.call(addTaskEvidenceFile, { params, query: { writeId: newId() }, file });
    const evidenceId = sent.body.added ?? '';
    expect((await coordinator.call(listTaskEvidence, { params })).body.items).toEqual([]);
    // Named again before the first time is answered.
    const named = {
      reference: { kind: 'link', title: 'Trang', url: 'https://dongthap.gov.vn' },
      writeId: newId(),
    };
    const name = () => stp.call(addTaskEvidenceReference, { params, body: named });
    const answers = await Promise.all(Array.from({ length: 6 }, name));
    expect(new Set(answers.map(({ status, body }) => `${String(status)} ${body.added ?? ''}`)).size).toBe(1);
    await report(stp, id, { evidence: [evidenceId] });
    expect((await coordinator.call(listTaskEvidence, { params })).body.items).toHaveLength(1);
    const opened = await coordinator.call(getTaskEvidenceFile, { params: { ...params, evidenceId } });
    expect(opened.bytes.length).toBe(file.content.length);
    expect((await report(snv, id, { evidence: [evidenceId] }, 'SNV')).problem?.code).toBe(
      'evidence.not-of-this-organization',
    );
  });

  test('of another agency is out of sight: neither its part nor the whole', async () => {
    const id = await taskOf();
    await report(stp, id, { words: 'riêng' });
    const seen = await view(snv, id);
    expect(seen.whole).toBeNull();
    expect(seen.lines.map(({ organization }) => organization.code)).toEqual(['SNV']);
    expect(JSON.stringify(seen)).not.toContain('riêng');
    expect((await report(snv, id)).problem?.code).toBe('record.not-found');
    const { body } = await snv.call(getTaskBoard, { query: { agency: 'STP' } });
    expect(body.total).toBe(0);
  });
});

describe('what the coordinator decides', () => {
  test('an extension is asked for with a reason, granted to a day, and stays in the history', async () => {
    const id = await taskOf({ due: { kind: 'day', raw: '31/10/2026', end: '2026-10-31' } });
    const ask = async (until: string) =>
      stp.call(askExtension, {
        params: { id },
        body: {
          ...{ organization: 'STP', period: '', until, reason: 'Chờ vốn', writeId: newId() },
          version: await versionOf(id, 'STP'),
        },
      });
    expect((await ask('2026-10-31')).problem?.code).toBe('task.extension-not-later');
    expect((await ask('2026-12-31')).body.lines[0]?.occurrences[0]).toMatchObject({ askedDay: '2026-12-31' });
    await decide(id, { kind: 'refuse-extension', reason: 'Đã có vốn' });
    expect(await stateOf(id)).toBe('overdue');
    await ask('2026-12-31');
    const granted = await decide(id, { kind: 'grant-extension', until: '2026-11-30', document: '5/CV' });
    expect(granted.body.whole).toMatchObject({ state: 'due-soon', lastDay: '2026-11-30' });
    expect(granted.body.lines[0]?.history.map(({ kind, day }) => [kind, day])).toEqual([
      ['grant-extension', '2026-11-30'],
      ['ask-extension', '2026-12-31'],
      ['refuse-extension', null],
      ['ask-extension', '2026-12-31'],
    ]);
  });

  test('a pause of one part or of the whole, with reason and document, and its end', async () => {
    const id = await taskOf();
    await decide(id, { kind: 'pause', document: '7/TB-UBND' });
    expect(await stateOf(id)).toBe('paused');
    expect(await stateOf(id, 'SNV')).toBe('due-soon');
    expect((await report(stp, id)).problem?.code).toBe('task.wrong-state');
    await decide(id, { kind: 'resume', document: null });
    await decide(id, { kind: 'pause', document: null }, null);
    expect([await stateOf(id, 'STP'), await stateOf(id, 'SNV')]).toEqual(['paused', 'paused']);
    expect((await decide(id, { kind: 'pause', document: null }, null)).problem?.code).toBe(
      'task.wrong-state',
    );
    await decide(id, { kind: 'resume', document: null }, null);
    expect(await stateOf(id)).toBe('due-soon');
  });

  test('the event that a task waits for, from which it is due', async () => {
    const id = await taskOf({ due: { kind: 'event', raw: 'Khi có hướng dẫn' } });
    expect(await view(coordinator, id)).toMatchObject({
      waitsForEvent: true,
      whole: { state: 'not-yet-due' },
    });
    const start = { kind: 'record-start', day: '2026-11-10', dueDay: '2026-11-12', document: '9/QĐ' };
    expect((await decide(await taskOf(), start, null)).problem?.code).toBe('task.not-conditional');
    const started = await decide(id, start, null);
    expect(started.body).toMatchObject({ waitsForEvent: false, whole: { state: 'overdue' } });
  });

  test('occurrences of recurring work each have a state of their own', async () => {
    const id = await taskOf({ due: { kind: 'recurring', raw: 'Cuối mỗi Quý' } });
    for (const period of ['2026-Q1', '2026-Q2', '2026-Q3']) {
      await report(stp, id, { period, doneOn: '2026-03-01' });
      await decide(id, { kind: 'confirm', period });
    }
    const [line] = (await view(stp, id)).lines;
    expect(line?.occurrences.map(({ state }) => state)).toEqual([
      ...['completed-on-time', 'completed-on-time', 'completed-on-time', 'not-yet-due'],
    ]);
    expect(line?.state).toBe('in-progress');
  });

  test('recurring work is not owed for what was over before its document was issued', async () => {
    const { id, planId } = await inventTask(api, {
      due: { kind: 'recurring', raw: 'hằng quý' },
      lead: ['STP'],
    });
    await api.db.updateTable('document').set({ issue_date: '2026-11-20' }).where('id', '=', planId).execute();
    const [line] = (await view(stp, id)).lines;
    expect(line).toMatchObject({ state: 'not-yet-due', lastDay: '2026-12-31' });
    expect(line?.occurrences.map(({ period }) => period)).toEqual(['2026-Q4']);
  });
});

describe('the board', () => {
  test('a span of years is completed by the whole alone, and its milestones are told beside it', async () => {
    const due = { kind: 'range', raw: 'Năm 2025 - 2027', start: '2025-01-01', end: '2027-12-31' };
    const id = await taskOf({ due, year: 2025 });
    const milestones = async () =>
      (await view(coordinator, id)).lines[0]?.occurrences.map((one) => [
        one.period,
        one.isMilestone,
        one.state,
      ]);
    expect(await milestones()).toEqual([
      ...[
        ['2025', true, 'overdue'],
        ['2026', true, 'not-yet-due'],
        ['2027', false, 'not-yet-due'],
      ],
    ]);
    expect(await stateOf(id)).toBe('not-yet-due');
    await report(stp, id, { period: '2025' });
    await decide(id, { kind: 'confirm', period: '2025' });
    expect(await stateOf(id, 'STP')).toBe('in-progress');
    await report(stp, id, { period: '2027' });
    await decide(id, { kind: 'confirm', period: '2027' });
    expect(await stateOf(id)).toBe('completed-on-time');
    expect((await milestones())?.map(([, , state]) => state)).toEqual([
      ...['completed-late', 'completed-on-time', 'completed-on-time'],
    ]);
  });

  test('says of every part on every day what the rules say, in SQL as in the core', async () => {
    await coordinator.call(getTaskBoard);
    for (const day of ['2025-12-31', '2026-06-30', '2026-11-22', '2027-01-04', '2031-01-02']) {
      const { bySql, byCore } = await listPartStates(api.db, plainDate(day));
      expect(bySql.length).toBeGreaterThan(1000);
      expect(bySql).toEqual(byCore);
    }
  });

  test('expands groups to their members: each commune has a line, and the task one for the whole', async () => {
    const id = await taskOf({ lead: ['UBND_XA'], coordinating: [] });
    const { whole, lines } = await view(coordinator, id);
    expect(lines).toHaveLength(102);
    expect(whole).toMatchObject({ parts: 102, partsDone: 0, state: 'due-soon' });
  });

  test('follows what changes: an assignment, a day, an organization that is no more', async () => {
    const id = await taskOf({ name: 'Nhiệm vụ đổi chủ', lead: ['STP'], coordinating: [] });
    const mine = async (caller: Caller) =>
      (await caller.call(listTaskStates, { query: { text: 'doi chu' } })).body;
    await api.db
      .updateTable('document_item')
      .set({ search_key: 'nhiem vu doi chu' })
      .where('id', '=', id)
      .execute();
    expect((await mine(stp)).items).toMatchObject([{ id, state: 'due-soon', organization: { code: 'STP' } }]);
    await api.db
      .updateTable('item_agency')
      .set({ organization_code: 'SNV' })
      .where('item_id', '=', id)
      .execute();
    expect((await mine(stp)).total).toBe(0);
    expect((await mine(snv)).items).toMatchObject([{ role: 'lead' }]);
    await api.db.updateTable('document_item').set({ due_end: '2026-11-19' }).where('id', '=', id).execute();
    expect((await mine(snv)).items).toMatchObject([{ state: 'overdue' }]);
  });

  test('is filtered by plan, agency, section, state, what waits, what changed, this week; the sums agree', async () => {
    const due = { kind: 'day', raw: '27/11/2026', end: '2026-11-27' };
    const { id, planId } = await inventTask(api, {
      due,
      lead: ['STP'],
      coordinating: ['SNV'],
      section: 'II. DỮ LIỆU',
    });
    await report(stp, id, { percent: '100' });
    const count = async (query: Record<string, string>, caller = coordinator) => {
      const { body } = await caller.call(listTaskStates, { query: { plan: planId, ...query } });
      expect(Object.values(body.states).reduce((total, one) => total + one, 0)).toBe(body.total);
      return body.total;
    };
    expect(await count({})).toBe(1);
    expect(await count({ area: 'II. DỮ LIỆU' })).toBe(1);
    expect(await count({ area: 'III' })).toBe(0);
    expect(await count({ waits: 'confirmation' })).toBe(1);
    expect(await count({ waits: 'extension' })).toBe(0);
    expect(await count({ agency: 'SNV', state: 'due-soon' })).toBe(1);
    expect(await count({ agency: 'SNV', role: 'lead' })).toBe(0);
    expect(await count({ since: '2026-11-22' })).toBe(1);
    expect(await count({ since: '2026-11-23' })).toBe(0);
    expect(await count({ week: 'this' }, snv)).toBe(0);
    await api.db.updateTable('document_item').set({ due_end: '2026-11-22' }).where('id', '=', id).execute();
    expect(await count({ week: 'this' }, snv)).toBe(1);
    await api.db.updateTable('document_item').set({ due_end: '2026-11-27' }).where('id', '=', id).execute();
    const span = { plan: planId, dueFrom: '2026-11-01', dueTo: '2026-11-30' };
    const days = await coordinator.call(getTaskSchedule, { query: { ...span, by: 'day' } });
    expect(days.body.items).toMatchObject([{ period: '2026-11-27', total: 1, isWorkingDay: true }]);
    const quarters = await coordinator.call(getTaskSchedule, { query: { ...span, by: 'quarter' } });
    expect(quarters.body.items).toMatchObject([{ period: '2026-Q4', from: '2026-10-01', to: '2026-12-31' }]);
    const backwards = { by: 'day', dueFrom: '2026-11-30', dueTo: '2026-11-01' };
    expect((await coordinator.call(getTaskSchedule, { query: backwards })).problem?.code).toBe(
      'value.out-of-range',
    );
  });

  test('shows the first of each state with how many there are, and offers what to choose from', async () => {
    const { body } = await coordinator.call(getTaskBoard, { query: { perState: '2' } });
    expect(body.columns.every(({ items, total }) => items.length === Math.min(2, total))).toBe(true);
    expect(body.columns.reduce((sum, { total }) => sum + total, 0)).toBe(body.total);
    // Where a plan heads its times otherwise than by completion, the heading stands before the time and not for it.
    const told = (await coordinator.call(listTaskStates, { query: { limit: '100' } })).body.items;
    expect(told.map(({ due }) => due)).toContain('Thời điểm đánh giá: Cuối mỗi Quý');
    const choices = (await coordinator.call(listExecutionChoices)).body;
    expect(choices.organizations.length).toBeGreaterThan(100);
    expect(choices).toMatchObject({ own: [], readsAll: true });
    const own = (await stp.call(listExecutionChoices)).body;
    expect(own.organizations.map(({ code }) => code)).toEqual(['STP']);
    expect(own).toMatchObject({ own: [{ code: 'STP' }], readsAll: false });
  });

  test('leaves who reads all by a second role the parts of the own organizations', async () => {
    const query = { whose: 'own' };
    const before = (await stp.call(getTaskBoard)).body;
    const takeBack = await addHolding(api, 'stp-can-bo', 'leader');
    const all = (await stp.call(getTaskBoard)).body;
    expect(all.total).toBeGreaterThan(before.total);
    const own = (await stp.call(getTaskBoard, { query })).body;
    expect(own).toEqual(before);
    const cards = own.columns.flatMap(({ items }) => items);
    expect(new Set(cards.map(({ organization }) => organization?.code))).toEqual(new Set(['STP']));
    const choices = (await stp.call(listExecutionChoices)).body;
    expect(choices).toMatchObject({ own: [{ code: 'STP' }], readsAll: true });
    await takeBack();
    expect((await coordinator.call(getTaskBoard, { query })).body.total).toBe(0);
  });
});
