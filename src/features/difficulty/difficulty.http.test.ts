import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import { pdfFile } from '#test/evidence-files.ts';
import { inventDifficulty } from '#test/invented-difficulty.ts';
import { inventTask } from '#test/invented-task.ts';
import { findLatestEvent } from '#test/task-standings.ts';
import { listTargets } from '#features/plan/contract.ts';
import { formOf, itemsOf, openRound, submissionOf } from '#test/reporting-round.ts';
import { listNotices } from '#features/collection/notice-contract.ts';
import { getPaperFile, makePaper } from '#features/official-document/contract.ts';
import { decideTask, readTask, reportTask } from '#features/execution/task-contract.ts';
import { getDifficulty, getDifficultyStatistics, listDifficulties } from './contract.ts';
import * as writes from './write-contract.ts';

let api: TestApi;
let stp: Caller;
let snv: Caller;
let coordinator: Caller;
let leader: Caller;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  stp = api.asAccount('stp-can-bo');
  snv = api.asAccount('snv-can-bo');
  coordinator = api.as('coordinator');
  leader = api.as('leader');
});
afterAll(() => api.close());

const versionOf = async (id: string): Promise<number> =>
  (await coordinator.call(getDifficulty, { params: { id } })).body.version;

const move = async (
  caller: Caller,
  route: typeof writes.answerDifficulty | typeof writes.directDifficulty | typeof writes.replyToDifficulty,
  id: string,
  body: object,
) =>
  caller.call(route, {
    params: { id },
    body: { version: await versionOf(id), writeId: newId(), ...body },
  });

const answer = (caller: Caller, id: string, change: object = {}) =>
  move(caller, writes.answerDifficulty, id, {
    move: 'answer',
    words: 'Đã bố trí',
    document: null,
    ...change,
  });
const pass = (id: string, organization: string, change: object = {}) =>
  move(coordinator, writes.directDifficulty, id, {
    ...{ move: 'pass', organization, words: null, dueDay: '2026-12-15', ...change },
  });
const reply = (caller: Caller, id: string, body: object) => move(caller, writes.replyToDifficulty, id, body);

describe('a difficulty', () => {
  test('is raised, answered with a document, and accepted by who raised it', async () => {
    const raised = await inventDifficulty(api, stp, { suggestion: 'Đề nghị bổ sung 500 triệu đồng' });
    expect(raised).toMatchObject({
      state: 'open',
      holder: 'coordinator',
      isOverdue: false,
      moves: ['withdraw'],
    });
    const answered = await answer(coordinator, raised.id, { document: '12/STC-NS' });
    expect(answered.body).toMatchObject({ state: 'answered', moves: [] });
    expect((await answer(coordinator, raised.id)).problem?.code).toBe('difficulty.wrong-state');
    const accepted = await reply(stp, raised.id, { move: 'accept', words: null });
    expect(accepted.body.state).toBe('closed');
    expect(accepted.body.history.map(({ move: kind, document }) => [kind, document])).toEqual([
      ['accept', null],
      ['answer', '12/STC-NS'],
      ['raise', null],
    ]);
    const event = await findLatestEvent(api.db, `difficulty:${raised.id}`);
    expect(event).toMatchObject({
      action: 'difficulty.accept',
      details: { before: 'answered', after: 'closed' },
    });
  });

  test('is answered on paper: a letter to who raised it, of what was asked and what was decided', async () => {
    const { id } = await inventDifficulty(api, stp, { suggestion: 'Đề nghị bổ sung dự toán' });
    const request = { kind: 'difficulty-answer', difficulty: id };
    const make = () => coordinator.call(makePaper, { body: { request, writeId: newId() } });
    expect((await make()).problem?.code).toBe('record.not-found');
    await answer(coordinator, id, { words: 'Đã bố trí 2 tỷ đồng', document: '12/STC-NS' });
    const { body: paper } = await make();
    expect(paper.title).toContain('trả lời khó khăn, vướng mắc của Sở Tư pháp');
    const file = await coordinator.call(getPaperFile, {
      params: { id: paper.id },
      query: { format: 'html' },
    });
    const page = new TextDecoder().decode(file.bytes);
    for (const words of [
      'Chưa được bố trí kinh phí',
      'Đề xuất, kiến nghị: Bổ sung dự toán',
      'Đã bố trí 2 tỷ đồng',
      '12/STC-NS',
    ]) {
      expect(page).toContain(words);
    }
  });

  test('is answered on paper in the name of whoever it was passed to', async () => {
    const { id } = await inventDifficulty(api, stp);
    await pass(id, 'SNV');
    await answer(snv, id, { words: 'Đã hướng dẫn' });
    const request = { kind: 'difficulty-answer', difficulty: id };
    const { body: paper } = await coordinator.call(makePaper, { body: { request, writeId: newId() } });
    const file = await coordinator.call(getPaperFile, {
      params: { id: paper.id },
      query: { format: 'html' },
    });
    const page = new TextDecoder().decode(file.bytes);
    expect(page).toContain('thông báo ý kiến của Sở Nội vụ như sau:');
    expect(page).toContain('- Sở Nội vụ;');
  });

  test('is passed to another organization, which answers it, and to which a further question comes back', async () => {
    const { id } = await inventDifficulty(api, stp);
    expect((await snv.call(getDifficulty, { params: { id } })).problem?.code).toBe('record.not-found');
    expect((await pass(id, 'STP')).problem?.code).toBe('difficulty.not-another-organization');
    expect((await pass(id, 'UBND_XA')).problem?.code).toBe('difficulty.not-another-organization');
    expect((await pass(id, 'SNV', { dueDay: '2026-11-21' })).problem?.code).toBe('difficulty.day-past');
    expect((await pass(id, 'SNV')).body).toMatchObject({
      holderOrganization: { code: 'SNV' },
      dueDay: '2026-12-15',
    });
    const mine = await snv.call(listDifficulties, { query: { waits: 'mine' } });
    expect(mine.body.items.map((one) => one.id)).toContain(id);
    await answer(snv, id);
    const again = { move: 'ask-back', words: 'Chưa rõ nguồn', dueDay: '2026-12-20', evidence: [] };
    expect((await reply(stp, id, again)).body).toMatchObject({
      state: 'open',
      holderOrganization: { code: 'SNV' },
    });
    const back = await answer(snv, id, {
      move: 'give-back',
      document: undefined,
      words: 'Không thuộc thẩm quyền',
    });
    expect(back.body).toMatchObject({ state: 'open', holder: 'coordinator', holderOrganization: null });
    // Who was asked once may still see what came of it.
    expect((await snv.call(getDifficulty, { params: { id } })).status).toBe(200);
  });

  test('rises to the leaders of the province with a proposal, and they rule', async () => {
    const { id } = await inventDifficulty(api, stp, { kind: 'regulation' });
    const forward = { move: 'forward', words: 'Đề nghị UBND tỉnh ban hành quy chế', dueDay: '2026-12-01' };
    expect((await move(coordinator, writes.directDifficulty, id, forward)).body.state).toBe('forwarded');
    expect((await answer(coordinator, id)).problem?.code).toBe('difficulty.wrong-state');
    const ruling = { words: 'Giao Sở Nội vụ tham mưu', document: '7/TB-UBND', version: 2, writeId: newId() };
    const ruled = await leader.call(writes.ruleOnDifficulty, { params: { id }, body: ruling });
    expect(ruled.body).toMatchObject({ state: 'answered', holder: 'province' });
  });

  test('is written once however often it is sent; a stale move and another use of a write id are refused', async () => {
    const { id: task } = await inventTask(api, { lead: ['STP'] });
    const about = { kind: 'item', id: task };
    const change = { about, writeId: newId() };
    const first = await inventDifficulty(api, stp, change);
    expect((await inventDifficulty(api, stp, change)).id).toBe(first.id);
    const listed = await stp.call(listDifficulties, { query: { about: task } });
    expect(listed.body.total).toBe(1);
    const move1 = { version: 1, writeId: newId() };
    await answer(coordinator, first.id, move1);
    expect((await answer(coordinator, first.id, move1)).body.version).toBe(2);
    const other = await inventDifficulty(api, stp);
    expect((await answer(coordinator, other.id, move1)).problem?.details).toMatchObject({ field: 'writeId' });
    expect((await answer(coordinator, first.id, { version: 1 })).problem?.code).toBe('edit.conflict');
  });

  test('names evidence of its own organization, which whoever answers it opens', async () => {
    const file = { name: 'bao-gia.pdf', content: pdfFile() };
    const upload = { params: { organization: 'STP' }, query: { writeId: newId() }, file };
    const evidenceId = (await stp.call(writes.addOwnEvidenceFile, upload)).body.added ?? '';
    const { id } = await inventDifficulty(api, stp, { evidence: [evidenceId] });
    const params = { id, evidenceId };
    expect((await coordinator.call(writes.getDifficultyFile, { params })).bytes.length).toBe(
      file.content.length,
    );
    expect((await snv.call(writes.getDifficultyFile, { params })).status).toBe(404);
    const { id: task } = await inventTask(api, { lead: ['SNV'] });
    const body = {
      ...{ organization: 'SNV', kind: 'data', words: 'Thiếu dữ liệu', suggestion: null, writeId: newId() },
      ...{ about: { kind: 'item', id: task }, dueDay: '2026-12-10', evidence: [evidenceId] },
    };
    const foreign = await snv.call(writes.raiseDifficulty, { body });
    expect(foreign.problem?.code).toBe('evidence.not-of-this-organization');
    const past = await snv.call(writes.raiseDifficulty, {
      body: { ...body, dueDay: '2026-11-21', evidence: [] },
    });
    expect(past.problem?.code).toBe('difficulty.day-past');
    const about = { kind: 'submission', id: newId(), item: null };
    const nowhere = await snv.call(writes.raiseDifficulty, { body: { ...body, about, evidence: [] } });
    expect(nowhere.problem?.code).toBe('record.not-found');
  });
});

describe('what a difficulty hinders', () => {
  test('is named and never shown by a code: a task, a target, a report, and what a report is asked for', async () => {
    const { id: task } = await inventTask(api, { lead: ['STP'], name: 'Số hóa hồ sơ' });
    const aboutOf = async (about: object) => (await inventDifficulty(api, stp, { about })).about;
    expect(await aboutOf({ kind: 'item', id: task })).toMatchObject({ name: 'Số hóa hồ sơ', item: null });
    const [target] = (await coordinator.call(listTargets, { query: { limit: '1' } })).body.items;
    expect(await aboutOf({ kind: 'item', id: target?.id })).toMatchObject({ name: target?.name, item: null });

    const { id: other, planId } = await inventTask(api, { lead: ['STP'], name: 'Mở lớp số hóa' });
    const asked = { framework: 'dti-agency-2025', organizations: ['STP'], items: ['1.1.role'] };
    const title = 'Báo cáo quý IV';
    const report = await submissionOf(api, await openRound(api, { ...asked, plans: [planId], title }), 'STP');
    const form = await formOf(stp, report);
    const figure = itemsOf(form).find((one) => one.item.code === '1.1.role')?.item;
    const about = { kind: 'submission', id: report };
    expect(await aboutOf({ ...about, item: null })).toMatchObject({ ...about, name: title, item: null });
    expect((await aboutOf({ ...about, item: '1.1.role' })).item).toEqual({
      code: '1.1.role',
      name: figure?.name,
    });
    const ofTask = { code: `task:${other}`, name: { vi: 'Mở lớp số hóa', en: 'Mở lớp số hóa' } };
    expect((await aboutOf({ ...about, item: ofTask.code })).item).toEqual(ofTask);
    const { body } = await stp.call(listDifficulties, { query: { about: report } });
    expect(body.items.map((one) => one.about.item?.name.vi)).toContain('Mở lớp số hóa');
  });
});

describe('nobody’s difficulty is lost', () => {
  test('when its task is ended by another document, or the organization that holds it is no more', async () => {
    const { id: task, planId } = await inventTask(api, { lead: ['STP'] });
    const { id } = await inventDifficulty(api, stp, { about: { kind: 'item', id: task } });
    await pass(id, 'SNV');
    await api.db.updateTable('document_item').set({ ended_by: planId }).where('id', '=', task).execute();
    expect((await stp.call(getDifficulty, { params: { id } })).body.about).toMatchObject({ isEnded: true });
    const held = await snv.call(listDifficulties, { query: { waits: 'mine', about: task } });
    expect(held.body.total).toBe(1);
    await api.db
      .updateTable('organization')
      .set({ valid_to: '2026-11-20' })
      .where('code', '=', 'SNV')
      .execute();
    const back = await coordinator.call(listDifficulties, { query: { waits: 'mine', about: task } });
    expect(back.body.items).toMatchObject([{ id, holder: 'coordinator', holderOrganization: null }]);
    expect((await snv.call(listDifficulties, { query: { waits: 'mine', about: task } })).body.total).toBe(0);
    await api.db.updateTable('organization').set({ valid_to: null }).where('code', '=', 'SNV').execute();
  });

  test('when its day passes: it is overdue after the next working day, and the coordinator sees what leaders owe', async () => {
    const { id: task } = await inventTask(api, { lead: ['STP'] });
    const { id } = await inventDifficulty(api, stp, { about: { kind: 'item', id: task } });
    const forward = { move: 'forward', words: 'Đề nghị chỉ đạo', dueDay: '2026-11-23' };
    await move(coordinator, writes.directDifficulty, id, forward);
    const dueOn = (day: string) =>
      api.db.updateTable('difficulty').set({ due_day: day }).where('difficulty_id', '=', id).execute();
    const overdue = async () =>
      (await coordinator.call(listDifficulties, { query: { waits: 'overdue', about: task } })).body.total;
    // Today is a Sunday: what was due on Saturday can still be kept on Monday.
    await dueOn('2026-11-21');
    expect(await overdue()).toBe(0);
    await dueOn('2026-11-20');
    expect(await overdue()).toBe(1);
    const mine = await coordinator.call(listDifficulties, { query: { waits: 'mine', about: task } });
    expect(mine.body.items).toMatchObject([{ id, isOverdue: true }]);
  });
});

describe('the bell', () => {
  const told = async (caller: Caller, id: string) =>
    (await caller.call(listNotices)).body.items.filter(({ place }) => place.id === id);

  test('tells who must answer, then who has asked, and nobody any more when it is settled', async () => {
    const { id } = await inventDifficulty(api, stp, { dueDay: '2026-11-22' });
    expect(await told(coordinator, id)).toMatchObject([{ kind: 'difficulty-to-answer', isNew: true }]);
    await pass(id, 'SNV', { dueDay: '2026-11-22' });
    expect([await told(coordinator, id), await told(stp, id)]).toEqual([[], []]);
    expect(await told(snv, id)).toHaveLength(1);
    await answer(snv, id);
    expect(await told(stp, id)).toMatchObject([{ kind: 'difficulty-answered' }]);
    await reply(stp, id, { move: 'accept', words: null });
    expect([await told(snv, id), await told(stp, id)]).toEqual([[], []]);
  });

  test('tells the leaders what was forwarded to them, and the coordinator again once they let the day pass', async () => {
    const { id } = await inventDifficulty(api, stp, { dueDay: '2026-11-22' });
    const forward = { move: 'forward', words: 'Đề nghị chỉ đạo', dueDay: '2026-11-23' };
    await move(coordinator, writes.directDifficulty, id, forward);
    expect(await told(leader, id)).toMatchObject([{ kind: 'difficulty-to-answer', isNew: true }]);
    expect(await told(coordinator, id)).toEqual([]);
    const missed = { due_day: '2026-11-20' };
    await api.db.updateTable('difficulty').set(missed).where('difficulty_id', '=', id).execute();
    expect(await told(coordinator, id)).toMatchObject([{ kind: 'difficulty-to-answer' }]);
  });

  test('tells an organization what was decided of its task, until it is read or made again', async () => {
    const due = { kind: 'day', raw: '20/12/2026', end: '2026-12-20' };
    const { id } = await inventTask(api, { due, lead: ['STP'] });
    const part = () => ({ organization: 'STP', period: '', writeId: newId() });
    const report = (version: number) =>
      stp.call(reportTask, {
        params: { id },
        body: {
          ...{ ...part(), version, percent: '100', words: null, result: null, doneOn: null, evidence: [] },
        },
      });
    const decide = (version: number, kind: string) =>
      coordinator.call(decideTask, {
        params: { id },
        body: { ...part(), version, kind, reason: 'Thiếu số liệu' },
      });
    await report(0);
    await decide(1, 'send-back');
    await stp.call(readTask, { params: { id } });
    const waiting = { kind: 'task-sent-back', reason: 'Thiếu số liệu', isNew: true };
    expect(await told(stp, id)).toMatchObject([waiting]);
    expect(await told(snv, id)).toEqual([]);
    await report(2);
    expect(await told(stp, id)).toEqual([]);
    await decide(3, 'confirm');
    expect(await told(stp, id)).toMatchObject([{ kind: 'task-confirmed', isNew: true }]);
    await stp.call(readTask, { params: { id } });
    expect(await told(stp, id)).toMatchObject([{ kind: 'task-confirmed', isNew: false }]);
  });
});

test('lists are filtered, counted by kind and agency, and hold what is within reach alone', async () => {
  const { id: task } = await inventTask(api, { lead: ['STP', 'SNV'] });
  const about = { kind: 'item', id: task };
  await inventDifficulty(api, stp, { about, kind: 'staff', words: 'Thiếu cán bộ chuyên trách' });
  const { id } = await inventDifficulty(api, stp, { about, kind: 'data' });
  await inventDifficulty(api, snv, { about, kind: 'data', organization: 'SNV' });
  await answer(coordinator, id);
  await api.db
    .updateTable('difficulty')
    .set({ raised_at: '2026-11-19T02:00:00Z' })
    .where('difficulty_id', '=', id)
    .execute();
  const total = async (caller: Caller, query: Record<string, string>) =>
    (await caller.call(listDifficulties, { query: { about: task, ...query } })).body.total;
  expect(await total(coordinator, {})).toBe(3);
  expect(await total(coordinator, { kind: 'data', state: 'answered' })).toBe(1);
  expect(await total(coordinator, { agency: 'SNV' })).toBe(1);
  expect(await total(coordinator, { text: 'chuyen trach' })).toBe(1);
  expect(await total(coordinator, { waits: 'answer', limit: '1' })).toBe(2);
  expect(await total(stp, {})).toBe(2);
  const { body } = await coordinator.call(getDifficultyStatistics, { query: { about: task } });
  expect(body).toMatchObject({ total: 3, waiting: 2, answered: 1, medianDays: '3', mayRaiseFor: [] });
  expect(body.kinds.map(({ kind, total: count }) => [kind, count])).toEqual([
    ['data', 2],
    ['staff', 1],
  ]);
  const own = (await stp.call(getDifficultyStatistics, { query: { about: task } })).body;
  expect(own.agencies.map(({ organization }) => organization.code)).toEqual(['STP']);
  expect(own.mayRaiseFor.map(({ code }) => code)).toEqual(['STP']);
});
