import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AnswerInput,
  seenAnswersVersion,
  type SubmissionForm,
  type SubmissionItem,
} from '#contract/submission.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import {
  actOnRound,
  actOnSubmission,
  createRound,
  extendRound,
  getRound,
  getSubmission,
  listRoundProposals,
  listRounds,
  listWork,
  previewRound,
  putAnswers,
  putDecisions,
} from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const COMMUNE = '29869';
const round = (change: object = {}) => ({
  ...{ title: 'Báo cáo năm 2025', dutyId: null, framework: 'dti-commune-2025', period: '2025' },
  ...{ valueKind: 'final', dueDay: '2026-12-01', dueBefore: true, lockDay: '2026-12-15' },
  ...{ appraisalSteps: 1, requiresEvidence: false, organizations: [COMMUNE, '28261'], items: null },
  writeId: newId(),
  ...change,
});

const openRound = async (change: object = {}): Promise<string> => {
  const coordinator = api.as('coordinator');
  const { body } = await coordinator.call(createRound, { body: round(change) });
  const opened = await coordinator.call(actOnRound, {
    params: { id: body.id },
    body: { action: 'open', version: 1, writeId: newId() },
  });
  expect(opened.status).toBe(200);
  return body.id;
};

const formOf = async (caller: Caller, id: string): Promise<SubmissionForm> => {
  const { status, body } = await caller.call(getSubmission, { params: { id } });
  expect(status).toBe(200);
  return body;
};

const submissionOf = async (roundId: string, organization: string): Promise<string> => {
  const { body } = await api.as('coordinator').call(getRound, { params: { id: roundId } });
  return body.members.find((member) => member.organization.code === organization)?.submissionId ?? '';
};

const itemsOf = (form: SubmissionForm): readonly SubmissionItem[] =>
  form.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));

const valueFor = ({ item }: SubmissionItem): string => {
  if (item.kind === 'yes-no') return 'no';
  if (item.kind === 'level') return item.levels[0]?.code ?? '';
  return item.minimum ?? '0';
};

const answerTo = (item: SubmissionItem, change: Partial<AnswerInput> = {}): AnswerInput => ({
  ...{ subject: item.subject, item: item.item.code, state: 'value', value: valueFor(item) },
  ...{ note: null, explanation: null, version: item.answer?.version ?? 0 },
  ...change,
});

const fill = async (caller: Caller, id: string): Promise<void> => {
  const answers = itemsOf(await formOf(caller, id)).map((item) =>
    answerTo(item, { explanation: 'đã kiểm tra' }),
  );
  const { status, body } = await caller.call(putAnswers, {
    params: { id },
    body: { answers, writeId: newId() },
  });
  expect(status).toBe(200);
  expect(body.refused).toEqual([]);
};

const act = async (caller: Caller, id: string, action: string, reason: string | null = null) => {
  const form = await formOf(caller, id);
  return caller.call(actOnSubmission, {
    params: { id },
    body: {
      ...{ action, reason, version: form.version, writeId: newId() },
      answersVersion: seenAnswersVersion(form),
    },
  });
};

describe('rounds', () => {
  test('are proposed by the reporting duties of the registered plans, each day as the plan states it', async () => {
    const { body } = await api.as('coordinator').call(listRoundProposals, { query: { year: '2026' } });
    const first = body.items.find(({ dueDay }) => dueDay === '2026-02-20');
    // The day named is the last one of Tết; reminders aim at the last working day before it.
    expect(first).toMatchObject({
      ...{ period: '2026-Q1', dueBefore: true, remindDay: '2026-02-13', lateAfterDay: '2026-02-23' },
    });
    expect(body.items.map(({ dueDay }) => dueDay)).toEqual(body.items.map(({ dueDay }) => dueDay).toSorted());
    expect(body.items.map(({ period, dueDay }) => `${period} ${dueDay}`)).toEqual(
      expect.arrayContaining(['2026-Q2 2026-05-20', '2026-Q3 2026-09-20', '2026 2026-12-20']),
    );
  });

  test('ask agencies and communes for themselves, and the province’s items of those who lead or give a part', async () => {
    const preview = async (framework: string) =>
      (await api.as('coordinator').call(previewRound, { query: { framework, day: '2026-12-01' } })).body;
    const communes = await preview('dti-commune-2025');
    expect(communes.organizations).toHaveLength(102);
    const province = await preview('dti-province-2025');
    expect(province.organizations.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['SKHCN', 'CAT', COMMUNE]),
    );
    // Who gives a numerator and a denominator is not asked for the rate between them.
    expect(province.items.map(({ code }) => code)).not.toContain('6.5.rate');
  });

  test('a prepared round asks nobody; an opened one gives each organization its form', async () => {
    const coordinator = api.as('coordinator');
    const { body } = await coordinator.call(createRound, { body: round() });
    const before = await coordinator.call(getRound, { params: { id: body.id } });
    expect(before.body.members.map(({ submissionId }) => submissionId)).toEqual([null, null]);
    expect(before.body.actions).toEqual(['open', 'cancel']);
    const command = { params: { id: body.id }, body: { action: 'open', version: 1, writeId: newId() } };
    const opened = await coordinator.call(actOnRound, command);
    expect(opened.body.members.every(({ submissionId }) => submissionId !== null)).toBe(true);
    expect(opened.body.round.schedule).toMatchObject({ lastDay: '2026-11-30', remindDay: '2026-11-30' });
    // A retry does nothing twice.
    expect((await coordinator.call(actOnRound, command)).body).toEqual(opened.body);
    const { body: list } = await coordinator.call(listRounds);
    expect(list.items.find(({ id }) => id === body.id)?.stateCounts.draft).toBe(2);
  });

  test('a lock day before the due day, an unknown framework and nobody asked are refused by name', async () => {
    const create = async (change: object) =>
      (await api.as('coordinator').call(createRound, { body: round(change) })).problem?.code;
    expect(await create({ lockDay: '2026-11-01' })).toBe('round.lock-before-due');
    expect(await create({ framework: 'nothing' })).toBe('record.not-found');
    expect(await create({ organizations: [] })).toBe('round.nobody-asked');
  });
});

describe('a submission', () => {
  test('goes from a draft to the index, each step by the person who may take it', async () => {
    const roundId = await openRound();
    const id = await submissionOf(roundId, COMMUNE);
    const reporter = api.asAccount('cao-lanh-can-bo');
    const head = api.asAccount('cao-lanh-chu-tich');
    const appraiser = api.asAccount('cat-tham-dinh');
    const coordinator = api.as('coordinator');

    const { body: work } = await reporter.call(listWork);
    expect(work.items.filter(({ round: { id: of } }) => of === roundId)).toMatchObject([
      { submissionId: id, organization: { code: COMMUNE }, answered: 0, mayWrite: true },
    ]);
    // What is unanswered asks for a reason; nothing leaves without it.
    expect((await act(reporter, id, 'mark-ready')).problem?.code).toBe('submission.incomplete');
    await fill(reporter, id);
    expect((await act(reporter, id, 'submit')).problem?.code).toBe('access.denied');
    expect((await act(reporter, id, 'mark-ready')).body.state).toBe('ready');
    expect((await act(head, id, 'submit')).body.state).toBe('submitted');
    const answers = [answerTo(itemsOf(await formOf(reporter, id))[0]!)];
    const late = await reporter.call(putAnswers, { params: { id }, body: { answers, writeId: newId() } });
    expect(late.problem?.code).toBe('submission.wrong-state');

    // The appraiser decides only on what the framework gives it; the coordinator on the rest.
    const form = await formOf(appraiser, id);
    const own = itemsOf(form).filter(({ mayAppraise }) => mayAppraise);
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(itemsOf(form).length);
    const decide = (caller: Caller, items: readonly SubmissionItem[], change: object) =>
      caller.call(putDecisions, {
        params: { id },
        body: {
          decisions: items.map(({ subject, item, answer }) => ({
            ...{ subject, item: item.code, decision: 'accepted', state: null, value: null, reason: null },
            ...{ version: answer?.version ?? 0 },
            ...change,
          })),
          writeId: newId(),
        },
      });
    const foreign = itemsOf(form).filter(({ mayAppraise }) => !mayAppraise);
    const denied = await decide(appraiser, foreign.slice(0, 1), {});
    expect(denied.body.refused).toMatchObject([{ code: 'access.denied' }]);
    expect((await decide(appraiser, own, {})).body.refused).toEqual([]);
    expect((await act(coordinator, id, 'accept')).problem?.code).toBe('submission.undecided');

    const counted = foreign.find(({ item }) => item.kind === 'number')!;
    await decide(
      coordinator,
      foreign.filter((item) => item !== counted),
      {},
    );
    const corrected = { decision: 'corrected', state: 'value', value: '1', reason: 'theo văn bản kèm theo' };
    expect((await decide(coordinator, [counted], { ...corrected, reason: null })).body.refused).toMatchObject(
      [{ code: 'submission.reason-required' }],
    );
    expect((await decide(coordinator, [counted], corrected)).body.refused).toEqual([]);
    const accepted = await act(coordinator, id, 'accept');
    expect(accepted.body.state).toBe('accepted');

    const kept = itemsOf(accepted.body).find(({ item }) => item.code === counted.item.code);
    expect(kept?.answer).toMatchObject({
      value: { value: valueFor(counted) },
      appraisal: { decision: 'corrected', value: { value: '1' }, reason: 'theo văn bản kèm theo' },
    });
    const stored = await api.db
      .selectFrom('data_value')
      .select(['value', 'origin'])
      .where('framework_code', '=', 'dti-commune-2025')
      .where('subject_code', '=', COMMUNE)
      .where('item_code', '=', counted.item.code)
      .executeTakeFirstOrThrow();
    expect(stored).toEqual({ value: '1', origin: 'reported' });
    const { body: wall } = await coordinator.call(getRound, { params: { id: roundId } });
    expect(wall.completeness.submissions).toEqual({ asked: 2, sent: 1, inTime: 1 });
    expect(accepted.body.steps.map(({ action }) => action)).toEqual(['accept', 'submit', 'mark-ready']);
  });

  test('several people of one agency do not overwrite each other, and a retry saves nothing twice', async () => {
    const id = await submissionOf(await openRound(), COMMUNE);
    const reporter = api.asAccount('cao-lanh-can-bo');
    const head = api.asAccount('cao-lanh-chu-tich');
    const [one, other] = itemsOf(await formOf(reporter, id)) as [SubmissionItem, SubmissionItem];
    const write = { params: { id }, body: { answers: [answerTo(one)], writeId: newId() } };
    const first = await reporter.call(putAnswers, write);
    expect(first.body.saved).toMatchObject([{ item: one.item.code, version: 1 }]);
    expect((await reporter.call(putAnswers, write)).body.saved).toEqual(first.body.saved);
    // The head has the form as it was: the same figure is a conflict, another one is saved all the same.
    const both = [answerTo(one, { state: 'not-applicable', value: null }), answerTo(other)];
    const second = await head.call(putAnswers, { params: { id }, body: { answers: both, writeId: newId() } });
    expect(second.body.refused).toMatchObject([{ item: one.item.code, code: 'edit.conflict' }]);
    expect(second.body.saved).toMatchObject([{ item: other.item.code, version: 1 }]);
    const revisions = await api.db
      .selectFrom('answer_revision')
      .select('version')
      .where('submission_id', '=', id)
      .execute();
    expect(revisions).toHaveLength(2);
  });

  test('is not signed with figures that the head has not seen', async () => {
    const id = await submissionOf(await openRound(), COMMUNE);
    const reporter = api.asAccount('cao-lanh-can-bo');
    const head = api.asAccount('cao-lanh-chu-tich');
    await fill(reporter, id);
    const seen = await formOf(head, id);
    const [first] = itemsOf(await formOf(reporter, id)) as [SubmissionItem];
    await reporter.call(putAnswers, {
      params: { id },
      body: { answers: [answerTo(first, { state: 'not-applicable', value: null })], writeId: newId() },
    });
    const sign = (answersVersion: number | undefined) =>
      head.call(actOnSubmission, {
        params: { id },
        body: { action: 'submit', reason: null, version: seen.version, answersVersion, writeId: newId() },
      });
    for (const older of [undefined, seenAnswersVersion(seen)]) {
      expect((await sign(older)).problem).toMatchObject({
        ...{ code: 'edit.conflict', details: { field: 'answersVersion' } },
      });
    }
    expect((await formOf(head, id)).state).toBe('draft');
    expect((await sign(seenAnswersVersion(await formOf(head, id)))).body.state).toBe('submitted');
  });

  test('is not there for another organization, whatever it tries', async () => {
    const id = await submissionOf(await openRound(), COMMUNE);
    const stranger = api.asAccount('stp-can-bo');
    const head = api.asAccount('stp-lanh-dao');
    expect((await stranger.call(getSubmission, { params: { id } })).status).toBe(404);
    const answers = [answerTo(itemsOf(await formOf(api.as('coordinator'), id))[0]!)];
    const body = { answers, writeId: newId() };
    expect((await stranger.call(putAnswers, { params: { id }, body })).status).toBe(403);
    const step = { action: 'submit', reason: null, version: 1, writeId: newId() };
    expect((await head.call(actOnSubmission, { params: { id }, body: step })).status).toBe(403);
    expect((await stranger.call(listWork)).body.items.map(({ submissionId }) => submissionId)).not.toContain(
      id,
    );
  });

  test('is returned with reasons, changed, and sent again; what changed is told to the appraiser', async () => {
    const id = await submissionOf(await openRound(), COMMUNE);
    const reporter = api.asAccount('cao-lanh-can-bo');
    const head = api.asAccount('cao-lanh-chu-tich');
    const coordinator = api.as('coordinator');
    await fill(reporter, id);
    await act(head, id, 'submit');
    expect((await act(coordinator, id, 'return')).problem?.code).toBe('submission.reason-required');
    expect((await act(coordinator, id, 'return', 'Thiếu số liệu quý IV')).body.state).toBe('returned');
    api.setNow('2026-11-22T03:00:00.000Z');
    const [first] = itemsOf(await formOf(reporter, id)) as [SubmissionItem];
    const answers = [answerTo(first, { explanation: 'đã bổ sung' })];
    await reporter.call(putAnswers, { params: { id }, body: { answers, writeId: newId() } });
    const changed = itemsOf(await formOf(coordinator, id)).filter(({ answer }) => answer?.isChanged);
    expect(changed.map(({ item }) => item.code)).toEqual([first.item.code]);
    expect((await act(head, id, 'submit')).body.state).toBe('submitted');
    api.setNow('2026-11-22T02:00:00.000Z');
  });

  test('after the lock day only an exception by name lets figures in', async () => {
    const roundId = await openRound({ dueDay: '2026-11-20', lockDay: '2026-11-21' });
    const id = await submissionOf(roundId, COMMUNE);
    const reporter = api.asAccount('cao-lanh-can-bo');
    const write = async () => {
      const [first] = itemsOf(await formOf(reporter, id)) as [SubmissionItem];
      const body = { answers: [answerTo(first)], writeId: newId() };
      return (await reporter.call(putAnswers, { params: { id }, body })).problem?.code;
    };
    expect(await write()).toBe('round.closed');
    const extension = { organization: COMMUNE, until: '2026-12-20', reason: 'mất điện', writeId: newId() };
    const extended = await api
      .as('coordinator')
      .call(extendRound, { params: { id: roundId }, body: extension });
    expect(extended.status).toBe(200);
    expect(await write()).toBeUndefined();
  });
});
