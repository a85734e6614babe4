import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerInput, SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import { inventTask } from '#test/invented-task.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import { acceptAll, act, fill, formOf, itemsOf, openRound, submissionOf } from '#test/reporting-round.ts';
import { createRound, getRound, listWork, previewRound, putAnswers } from '#features/collection/contract.ts';
import { decideTask, reportTask } from '#features/execution/task-contract.ts';
import { listTaskProgress } from '#features/collection/task-progress-contract.ts';

const AGENCY = 'STP';

let api: TestApi;
let plan: string;
let reporter: Caller;
let head: Caller;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  reporter = api.asAccount('stp-can-bo');
  head = api.asAccount('stp-lanh-dao');
  const query = { framework: 'dti-agency-2025', day: '2026-12-01' };
  const { body } = await api.as('coordinator').call(previewRound, { query });
  plan = body.plans[0]?.id ?? '';
});
afterAll(() => api.close());

const openTaskRound = async (change: object = {}): Promise<string> => {
  const asked = { framework: 'dti-agency-2025', organizations: [AGENCY], items: [], plans: [plan] };
  const id = await openRound(api, { ...asked, ...change });
  return submissionOf(api, id, AGENCY);
};

const answerTo = (asked: SubmissionItem, change: Partial<AnswerInput>): AnswerInput => ({
  ...{ subject: asked.subject, item: asked.item.code, state: 'value', value: '0' },
  ...{ note: null, explanation: null, version: asked.answer?.version ?? 0 },
  ...change,
});

const save = async (id: string, answers: readonly AnswerInput[], writeId = newId()) =>
  (await reporter.call(putAnswers, { params: { id }, body: { answers, writeId } })).body;

const taskOf = (form: SubmissionForm, place: number): SubmissionItem => {
  const task = itemsOf(form).filter((item) => item.task)[place];
  if (!task) throw new Error(`No task at ${String(place)}`);
  return task;
};

const progressOf = async (caller: Caller, task: SubmissionItem) =>
  (await caller.call(listTaskProgress, { params: { id: task.task?.id ?? '' } })).body.items;

const sendAndAccept = async (id: string): Promise<void> => {
  await act(head, id, 'submit');
  await acceptAll(api.as('coordinator'), id);
};

describe('a round that asks for the progress of tasks', () => {
  test('asks who leads and who helps, members for groups, beside the figures or alone', async () => {
    const query = { framework: 'dti-agency-2025', day: '2026-12-01' };
    const { body } = await api.as('coordinator').call(previewRound, { query });
    const preview = body.plans.find(({ id }) => id === plan);
    const ofAgency = preview?.organizations.find(({ code }) => code === AGENCY)?.tasks ?? 0;
    expect(ofAgency).toBeGreaterThan(0);
    // "UBND các xã, phường" stands for each of the 102.
    expect(preview?.organizations.filter(({ code }) => /^\d+$/.test(code))).toHaveLength(102);

    const alone = await formOf(reporter, await openTaskRound());
    expect(alone.groups.map(({ code }) => code)).toEqual(['tasks']);
    expect(itemsOf(alone)).toHaveLength(ofAgency);
    expect(alone.completeness.asked).toBe(ofAgency);
    const both = await formOf(reporter, await openTaskRound({ items: null }));
    expect(both.groups.at(-1)?.code).toBe('tasks');
    expect(itemsOf(both).length).toBeGreaterThan(ofAgency);
    const { body: work } = await reporter.call(listWork);
    expect(work.items.find(({ submissionId }) => submissionId === alone.id)).toMatchObject({
      ...{ asked: ofAgency, tasks: ofAgency, answered: 0 },
    });
    const { body: wall } = await api.as('leader').call(getRound, { params: { id: alone.round.id } });
    expect(wall.members).toMatchObject([{ asked: ofAgency, answered: 0 }]);
  });

  test('asks again about what recurs until all of it is done', async () => {
    const due = { kind: 'recurring', raw: 'hằng quý' };
    const { id, planId } = await inventTask(api, { due, lead: [AGENCY] });
    const isAsked = async () => {
      const query = { framework: 'dti-agency-2025', day: '2026-12-01' };
      const { body } = await api.as('coordinator').call(previewRound, { query });
      return body.plans.some((one) => one.id === planId);
    };
    const doneIn = async (quarter: number) => {
      const part = { organization: AGENCY, period: `2026-Q${String(quarter)}` };
      const version = 2 * quarter - 2;
      const said = { percent: '100', words: null, result: null, doneOn: null, evidence: [] };
      const reported = { ...part, ...said, version, writeId: newId() };
      await reporter.call(reportTask, { params: { id }, body: reported });
      const confirmed = {
        ...part,
        kind: 'confirm' as const,
        reason: null,
        version: version + 1,
        writeId: newId(),
      };
      const { status } = await api.as('coordinator').call(decideTask, { params: { id }, body: confirmed });
      expect(status).toBe(200);
    };
    expect(await isAsked()).toBe(true);
    await doneIn(1);
    expect(await isAsked()).toBe(true);
    for (const quarter of [2, 3, 4]) await doneIn(quarter);
    expect(await isAsked()).toBe(false);
  });

  test('a plan that is not registered is refused by name', async () => {
    const body = {
      ...{ title: 'Tiến độ', dutyId: null, framework: 'dti-agency-2025', period: '2026-Q4' },
      ...{ valueKind: 'final', dueDay: '2026-12-01', dueBefore: true, lockDay: null, appraisalSteps: 1 },
      ...{ requiresEvidence: false, organizations: null, items: [], plans: [newId()], writeId: newId() },
    };
    const { problem } = await api.as('coordinator').call(createRound, { body });
    expect(problem?.code).toBe('record.not-found');
    expect(JSON.stringify(problem)).toContain('plan');
  });

  test('takes an exact percentage from 0 to 100 with words; blank, zero and not applicable stay apart', async () => {
    const id = await openTaskRound();
    const form = await formOf(reporter, id);
    const [one, two, three] = [taskOf(form, 0), taskOf(form, 1), taskOf(form, 2)];
    const words = { difficulties: ' Thiếu kinh phí ', result: 'Đã ban hành kế hoạch' };
    const writeId = newId();
    const answers = [
      answerTo(one, { value: '33.25', note: 'Đang triển khai', task: words }),
      answerTo(two, {}),
      answerTo(three, { value: '100.01' }),
    ];
    const saved = await save(id, answers, writeId);
    expect(saved.refused).toMatchObject([{ item: three.item.code, code: 'value.out-of-range' }]);
    expect(saved.saved).toHaveLength(2);
    expect((await save(id, answers, writeId)).saved).toEqual(saved.saved);
    expect((await save(id, [answerTo(one, { value: '40' })])).refused).toMatchObject([
      { code: 'edit.conflict' },
    ]);
    const after = await formOf(reporter, id);
    expect(after.completeness.answered).toBe(2);
    expect(taskOf(after, 0).answer).toMatchObject({
      ...{ value: { state: 'value', value: '33.25' }, note: 'Đang triển khai' },
      task: { difficulties: 'Thiếu kinh phí', result: 'Đã ban hành kế hoạch' },
    });
    expect(taskOf(after, 1).answer?.value).toMatchObject({ state: 'value', value: '0' });
    // A form without a place for the words, such as a workbook, leaves them.
    await save(id, [answerTo(taskOf(after, 0), { value: '34' })]);
    expect(taskOf(await formOf(reporter, id), 0).answer?.task?.difficulties).toBe('Thiếu kinh phí');
    const revisions = await api.db
      .selectFrom('answer_revision')
      .select(['version', 'content'])
      .where('submission_id', '=', id)
      .where('item_code', '=', one.item.code)
      .orderBy('version')
      .execute();
    expect(revisions).toMatchObject([
      { version: 1, content: { difficulties: 'Thiếu kinh phí' } },
      { version: 2, content: { value: { value: '34' } } },
    ]);
  });

  test('counts once it is accepted, is kept with its history, and is read by whom it concerns', async () => {
    const first = await openTaskRound({ period: '2026-Q3', dueDay: '2026-11-25' });
    const [done, open] = [taskOf(await formOf(reporter, first), 0), taskOf(await formOf(reporter, first), 1)];
    await fill(reporter, first, { [done.item.code]: '100', [open.item.code]: '60' });
    expect(await progressOf(reporter, open)).toEqual([]);
    await sendAndAccept(first);
    expect(await progressOf(reporter, open)).toMatchObject([
      { organization: { code: AGENCY }, latest: { percent: '60', version: 1 }, earlier: [] },
    ]);
    expect(await progressOf(api.as('leader'), open)).toHaveLength(1);
    expect(await progressOf(api.asAccount('cao-lanh-can-bo'), open)).toEqual([]);
    const denied = await api.as('viewer').call(listTaskProgress, { params: { id: open.task?.id ?? '' } });
    expect(denied.status).toBe(403);

    // What is done is not asked again; a lower figure than the round before asks for a reason.
    const second = await openTaskRound({ period: '2026-Q4', dueDay: '2026-12-25', lockDay: null });
    const form = await formOf(reporter, second);
    expect(itemsOf(form).map(({ item }) => item.code)).not.toContain(done.item.code);
    const again = itemsOf(form).find(({ item }) => item.code === open.item.code);
    expect(again?.previous).toMatchObject({ value: { value: '60' }, source: 'round', period: '2026-Q3' });
    const { findings } = await save(second, [answerTo(again ?? open, { value: '50' })]);
    expect(findings.filter(({ item }) => item === open.item.code)).toMatchObject([
      { code: 'progress-set-back', severity: 'soft', details: { previous: '60' } },
    ]);
    await fill(reporter, second, { [open.item.code]: '75.5' });
    await sendAndAccept(second);
    expect(await progressOf(reporter, open)).toMatchObject([
      { latest: { percent: '75.5', version: 2 }, earlier: [{ percent: '60', version: 1 }] },
    ]);
    // Progress is no figure of an index.
    const figures = await api.db
      .selectFrom('data_value')
      .select('item_code')
      .where('item_code', 'like', 'task:%')
      .execute();
    expect(figures).toEqual([]);
  });
});
