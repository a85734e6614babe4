import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { listFindings } from '#features/consistency/contract.ts';
import { answerDifficulty } from '#features/difficulty/write-contract.ts';
import { getTaskBoard } from '#features/execution/contract.ts';
import { reportTask } from '#features/execution/task-contract.ts';
import { putDataValue } from '#features/index-score/contract.ts';
import { takeLeagueSnapshot } from '#features/score-snapshot/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { inventDifficulty } from '#test/invented-difficulty.ts';
import { inventTask } from '#test/invented-task.ts';
import { makePaperOf, orderPaper, paperFileOf, wordsOf } from '#test/paper-calls.ts';
import {
  getPaper,
  listPaperChoices,
  listPapers,
  makePaper,
  type PaperFormat,
  type PaperRequest,
} from './contract.ts';
import { findPaper } from './store.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const make = (request: PaperRequest, writeId = newId()) => orderPaper(api, request, writeId);
const made = (request: PaperRequest) => makePaperOf(api, request);
const fileOf = (id: string, format: PaperFormat) => paperFileOf(api, id, format);

const choices = async () => (await api.as('coordinator').call(listPaperChoices)).body;

describe('a self-assessment', () => {
  it('says what the kept score gives, with its gaps and targets, and prints id and hash', async () => {
    const [snapshot] = (await choices()).snapshots;
    const paper = await made({ kind: 'self-assessment', snapshot: snapshot?.id ?? '' });
    const words = wordsOf(await fileOf(paper.id, 'docx'));
    expect(words).toContain('từ 625,64 đến 646,82 điểm trên 1.000,00 điểm');
    expect(words).toContain('Mục tiêu năm 2026 là 700,00 điểm, cần tăng thêm từ 53,18 đến 74,36 điểm');
    expect(words).toContain('6.6. Tỷ lệ hồ sơ trực tuyến toàn trình: đạt 9,84/50,00 điểm');
    expect(words).toContain('Phụ lục III');
    expect(words).toContain(paper.id);
    expect(words).toContain(paper.factsHash);
  });

  it('gives the same bytes again after the figures have changed, and proves its data', async () => {
    const [snapshot] = (await choices()).snapshots;
    const paper = await made({ kind: 'self-assessment', snapshot: snapshot?.id ?? '' });
    const before = await Promise.all([fileOf(paper.id, 'docx'), fileOf(paper.id, 'pdf')]);
    const written = await api.as('coordinator').call(putDataValue, {
      params: { item: '6.4.rate' },
      body: {
        ...{ framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025, state: 'value', value: '60' },
        ...{ comparator: '=', reason: null, version: 1, writeId: newId() },
      },
    });
    expect(written.problem).toBeUndefined();
    api.setNow('2026-11-22T02:07:00.000Z');
    const after = await Promise.all([fileOf(paper.id, 'docx'), fileOf(paper.id, 'pdf')]);
    expect(after.map((file) => Buffer.from(file))).toEqual(before.map((file) => Buffer.from(file)));
    const view = await api.as('coordinator').call(getPaper, { params: { id: paper.id } });
    expect(view.body).toMatchObject({ isIntact: true, request: { kind: 'self-assessment' } });
    const stored = await findPaper(api.db, paper.id);
    expect(
      createHash('sha256')
        .update(stored?.facts ?? '', 'utf8')
        .digest('hex'),
    ).toBe(paper.factsHash);
  });
});

it('an announcement ranks agencies and communes, and says that figures are made up', async () => {
  for (const framework of ['dti-agency-2026', 'dti-commune-2026']) {
    const body = { kind: 'appraised' as const, name: 'Kết quả', note: null, writeId: newId() };
    await api.as('coordinator').call(takeLeagueSnapshot, { params: { framework }, body });
  }
  const { leagues } = await choices();
  const paper = await made({ kind: 'result-announcement', leagues: leagues.map(({ id }) => id) });
  expect(paper.simulated).toBe(true);
  const words = wordsOf(await fileOf(paper.id, 'docx'));
  expect(words).toContain('102 xã, phường được đánh giá');
  expect(words).toContain('Văn bản có số liệu mô phỏng');
  expect(words).toMatch(/0\d cơ quan dẫn đầu/u);
});

it('a report on all plans, one on a plan, and the letter to the late tell the same tasks', async () => {
  const [plan] = (await choices()).plans;
  const all = await made({ kind: 'progress-report', period: '2026-Q4', plan: null });
  const one = await made({ kind: 'progress-report', period: '2026-H2', plan: plan?.id ?? '' });
  const letter = await made({ kind: 'reminder-letter', answerBy: plainDate('2026-12-10') });
  const told = wordsOf(await fileOf(all.id, 'docx'));
  const late = /(\d+) nhiệm vụ quá hạn, chưa có báo cáo hoàn thành, chiếm/u.exec(told)?.[1];
  expect(late).toBeDefined();
  expect(wordsOf(await fileOf(letter.id, 'docx'))).toContain(`${late ?? ''} nhiệm vụ chuyển đổi số quá hạn`);
  expect(one.title).toContain('trong 6 tháng cuối năm 2026');
  // A period that is over is told as it stood on its last day.
  const past = await made({ kind: 'progress-report', period: '2026-Q1', plan: null });
  expect(wordsOf(await fileOf(past.id, 'docx'))).toContain('Tính đến ngày 31/3/2026');
  const page = Buffer.from(await fileOf(all.id, 'html')).toString('utf8');
  expect(page).toContain('BÁO CÁO');
});

describe('a letter to the late', () => {
  const late = { kind: 'day', raw: '20/10/2026', end: '2026-10-20' };
  const answerBy = plainDate('2026-12-10');
  const letterTo = (organizations?: readonly string[]) =>
    make({ kind: 'reminder-letter', answerBy, ...(organizations && { organizations: [...organizations] }) });
  const factsOf = async (id: string) =>
    JSON.parse((await findPaper(api.db, id))?.facts ?? '{}') as {
      readonly tasks: readonly { readonly name: string; readonly leads: readonly string[] }[];
    };

  it('is to the agencies that are chosen, about what they owe themselves', async () => {
    await inventTask(api, { name: 'Việc chung bị trễ', due: late, lead: ['SNV', 'SXD'] });
    await inventTask(api, { name: 'Việc của riêng Sở Xây dựng', due: late, lead: ['SXD'] });
    const { body } = await letterTo(['SNV']);
    const { tasks } = await factsOf(body.id);
    expect(tasks.map(({ name }) => name)).toContain('Việc chung bị trễ');
    expect(tasks.map(({ name }) => name)).not.toContain('Việc của riêng Sở Xây dựng');
    expect(new Set(tasks.flatMap(({ leads }) => leads))).toEqual(new Set(['Sở Nội vụ']));
    const words = wordsOf(await fileOf(body.id, 'docx'));
    expect(words).toContain('Kính gửi: Sở Nội vụ');
    expect(words).toMatch(/Sở Nội vụ còn \d+ nhiệm vụ chuyển đổi số quá hạn/u);
    const both = await factsOf((await letterTo(['SXD', 'SNV'])).body.id);
    const shared = both.tasks.find(({ name }) => name === 'Việc chung bị trễ');
    expect(shared?.leads.toSorted()).toEqual(['Sở Nội vụ', 'Sở Xây dựng']);
  });

  it('asks for an answer from today to a year ahead, and on no other day', async () => {
    const asked = async (day: string) =>
      (await make({ kind: 'reminder-letter', answerBy: plainDate(day) })).problem;
    const today = api.clock.today();
    const latest = addDays(today, 365);
    const refused = {
      code: 'official-document.answer-day',
      details: { answerBy: '2020-01-01', today, latest },
    };
    expect(await asked('2020-01-01')).toMatchObject(refused);
    expect((await asked(addDays(today, -1)))?.code).toBe(refused.code);
    expect((await asked(addDays(latest, 1)))?.code).toBe(refused.code);
    expect([await asked(today), await asked(latest)]).toEqual([undefined, undefined]);
  });

  it('is refused by name where one that is chosen has nothing late, or is not there', async () => {
    await api.db
      .insertInto('organization')
      .values({
        ...{ code: 'DUNG_HAN', kind: 'public-service-unit', name: 'Trung tâm Đúng hạn', member_kinds: [] },
        ...{ position: 9999, search_key: 'trung tam dung han' },
      })
      .execute();
    const none = await letterTo(['SNV', 'DUNG_HAN']);
    expect(none.problem).toMatchObject({
      code: 'official-document.nothing-to-tell',
      details: { kind: 'reminder-letter', organizations: ['Trung tâm Đúng hạn'] },
    });
    expect((await letterTo(['NOBODY'])).problem).toMatchObject({
      code: 'record.not-found',
      details: { kind: 'organization', code: 'NOBODY' },
    });
    expect((await letterTo([])).problem?.code).toBe('request.invalid');
    expect((await choices()).addressees).toContainEqual({ code: 'SNV', name: 'Sở Nội vụ' });
    expect((await api.as('reporter').call(listPaperChoices)).body.addressees).toEqual([]);
  });

  it('names whoever is still there, though another with the beginning of the name is gone', async () => {
    const { id } = await inventTask(api, {
      name: 'Việc của cơ quan đã giải thể',
      due: late,
      lead: ['UBND_HUYEN'],
    });
    await api.db
      .insertInto('item_agency')
      .values({
        ...{ item_id: id, role: 'lead', position: 1, name_key: 'chua-ro', organization_code: null },
        name_as_written: 'Ủy ban nhân dân cấp huyện cũ',
      })
      .execute();
    const { tasks } = await factsOf((await letterTo()).body.id);
    expect(tasks.find(({ name }) => name === 'Việc của cơ quan đã giải thể')?.leads).toEqual([
      'Ủy ban nhân dân cấp huyện cũ',
    ]);
  });
});

it('counts tasks as the board does, without those that another document has ended', async () => {
  const board = async () => {
    const { body } = await api.as('coordinator').call(getTaskBoard);
    const counts = new Map(body.columns.map(({ state, total }) => [state, total]));
    const late = body.columns.find(({ state }) => state === 'overdue')?.items[0];
    return { total: body.total, overdue: counts.get('overdue') ?? 0, late };
  };
  const report = async () => {
    const paper = await made({ kind: 'progress-report', period: '2026-Q4', plan: null });
    const { tasks } = JSON.parse((await findPaper(api.db, paper.id))?.facts ?? '{}') as {
      readonly tasks: readonly { readonly state: string }[];
    };
    return { total: tasks.length, overdue: tasks.filter(({ state }) => state === 'overdue').length };
  };
  const { late, ...before } = await board();
  expect(await report()).toEqual(before);
  await api.db
    .updateTable('document_item')
    .set({ ended_by: late?.document.id ?? '' })
    .where('id', '=', late?.id ?? '')
    .execute();
  const after = { total: before.total - 1, overdue: before.overdue - 1 };
  expect(await board()).toMatchObject(after);
  expect(await report()).toEqual(after);
});

it('an agency sees and makes its own papers alone', async () => {
  const own = { kind: 'agency-report', organization: 'STP', period: '2026' } as const;
  const mine = await api.as('reporter').call(makePaper, { body: { request: own, writeId: newId() } });
  expect(mine.body.title).toContain('trong năm 2026');
  const denied: readonly PaperRequest[] = [
    { ...own, organization: 'SNV' },
    { kind: 'progress-report', period: '2026', plan: null },
    { kind: 'findings-letter', documentId: null, within: {} },
  ];
  for (const request of denied) {
    const other = await api.as('reporter').call(makePaper, { body: { request, writeId: newId() } });
    expect(other.problem?.code).toBe('access.denied');
  }
  const { items } = (await api.as('reporter').call(listPapers)).body;
  expect(new Set(items.map(({ organization }) => organization.code))).toEqual(new Set(['STP']));
  const choice = (await api.as('reporter').call(listPaperChoices)).body;
  expect(choice).toMatchObject({
    kinds: ['agency-report'],
    snapshots: [],
    plans: [],
    contradictedDocuments: [],
  });
  expect((await api.as('reporter').call(listFindings)).body.mayMakeLetter).toBe(false);
});

it('an agency tells in its own report what it has reported, before anybody has confirmed it', async () => {
  const stp = api.asAccount('stp-can-bo');
  const request = { kind: 'agency-report', organization: 'STP', period: '2026-Q4' } as const;
  const late = { kind: 'day', raw: '20/10/2026', end: '2026-10-20' };
  const { id } = await inventTask(api, { due: late, lead: ['STP'], coordinating: [] });
  const raised = await inventDifficulty(api, stp, {
    about: { kind: 'item', id },
    words: 'Thiếu:\n- máy chủ',
  });
  const reported = await stp.call(reportTask, {
    params: { id },
    body: {
      ...{ organization: 'STP', period: '', version: 0, writeId: newId() },
      ...{ percent: '100', words: 'Đã số hóa 57.6% hồ sơ', result: null, doneOn: null, evidence: [] },
    },
  });
  expect(reported.problem).toBeUndefined();
  const paper = await made(request);
  const told = wordsOf(await fileOf(paper.id, 'docx'));
  expect(told).toContain('100%. Đã số hóa 57,6% hồ sơ');
  expect(told).toContain('01 nhiệm vụ quá hạn, đã báo cáo hoàn thành, chờ xác nhận');
  expect(told).toContain('Thiếu: máy chủ (nhiệm vụ: Xây dựng kho dữ liệu).');
  // Once it is answered, it hinders no more.
  const answer = await api.as('coordinator').call(answerDifficulty, {
    params: { id: raised.id },
    body: {
      ...{ move: 'answer', words: 'Đã bố trí', document: null },
      ...{ version: raised.version, writeId: newId() },
    },
  });
  expect(answer.problem).toBeUndefined();
  const later = await made({ ...request, period: '2026' });
  expect(wordsOf(await fileOf(later.id, 'docx'))).not.toContain('máy chủ');
});

it('a retry makes nothing, and the key of one paper makes no other', async () => {
  const request = { kind: 'progress-report', period: '2026-Q4', plan: null } as const;
  const writeId = newId();
  // Asked again before the first is answered, and after.
  const atOnce = await Promise.all([1, 2, 3, 4].map(() => make(request, writeId)));
  expect(new Set(atOnce.map(({ status, body }) => `${String(status)} ${body.id}`)).size).toBe(1);
  const [first, again] = [await make(request, writeId), await make(request, writeId)];
  expect(again.body.id).toBe(first.body.id);
  expect((await make({ ...request, period: '2026' }, writeId)).problem?.code).toBe('edit.conflict');
  // Nor does it tell anybody else of the paper.
  const stranger = await api.as('reporter').call(makePaper, { body: { request, writeId } });
  expect(stranger.problem?.code).toBe('edit.conflict');
});

it('refuses what is not there', async () => {
  const missing: readonly PaperRequest[] = [
    { kind: 'self-assessment', snapshot: newId() },
    { kind: 'progress-report', period: '2026', plan: newId() },
    { kind: 'result-announcement', leagues: [newId()] },
    { kind: 'agency-report', organization: 'NOBODY', period: '2026' },
  ];
  for (const request of missing) expect((await make(request)).problem?.code).toBe('record.not-found');
});

it.each(['0000', '0001-Q1', '9999'])(
  'refuses the period %s, beside which the calendar ends',
  async (period) => {
    for (const request of [
      { kind: 'agency-report', organization: 'STP', period },
      { kind: 'progress-report', period, plan: null },
    ] as const)
      expect((await make(request)).problem?.code).toBe('request.invalid');
  },
);
