import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerInput, DecisionInput, SubmissionItem } from '#contract/submission.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import { act, fill, formOf, itemsOf, openRound, submissionOf } from '#test/reporting-round.ts';
import { putAnswers, putDecisions } from '#features/collection/contract.ts';
import {
  getSubmissionChanges,
  listReminders,
  readReminders,
  remindOrganizations,
} from '#features/collection/follow-up-contract.ts';
import { listNotices } from '#features/collection/notice-contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const COMMUNE = '29869';
const reporter = () => api.asAccount('cao-lanh-can-bo');
const head = () => api.asAccount('cao-lanh-chu-tich');

const answerTo = (
  { subject, item, answer }: SubmissionItem,
  change: Partial<AnswerInput> = {},
): AnswerInput => ({
  ...{
    subject,
    item: item.code,
    state: 'value',
    value: answer?.value.state === 'value' ? answer.value.value : null,
  },
  ...{ note: answer?.note ?? null, explanation: answer?.explanation ?? null, version: answer?.version ?? 0 },
  ...change,
});

const write = async (caller: Caller, id: string, answers: readonly AnswerInput[]): Promise<void> => {
  const { body } = await caller.call(putAnswers, { params: { id }, body: { answers, writeId: newId() } });
  expect(body.refused).toEqual([]);
};

const decide = async (
  id: string,
  { subject, item, answer }: SubmissionItem,
  decision: DecisionInput['decision'],
  reason: string | null,
): Promise<void> => {
  const given = { subject, item: item.code, decision, state: null, value: null, reason };
  const { body } = await api.as('coordinator').call(putDecisions, {
    params: { id },
    body: { decisions: [{ ...given, version: answer?.version ?? 0 }], writeId: newId() },
  });
  expect(body.refused).toEqual([]);
};

const questionsOf = async (id: string): Promise<readonly SubmissionItem[]> =>
  itemsOf(await formOf(api.as('coordinator'), id)).filter(({ item }) => item.kind === 'yes-no');

const changedIn = async (caller: Caller, id: string): Promise<readonly string[]> =>
  itemsOf(await formOf(caller, id))
    .filter(({ answer }) => answer?.isChanged)
    .map(({ item }) => item.code);

/** A submission that was sent, of which two answers were returned with a reason. */
const returned = async () => {
  api.setNow('2026-11-22T02:00:00.000Z');
  const id = await submissionOf(api, await openRound(api), COMMUNE);
  await fill(reporter(), id);
  api.setNow('2026-11-22T02:10:00.000Z');
  await act(head(), id, 'submit');
  expect(await changedIn(head(), id)).toEqual([]);
  api.setNow('2026-11-22T02:20:00.000Z');
  const [first, second] = (await questionsOf(id)) as [SubmissionItem, SubmissionItem];
  await decide(id, first, 'returned', 'Thiếu phụ lục');
  await decide(id, second, 'returned', 'Sai kỳ');
  await act(api.as('coordinator'), id, 'return');
  api.setNow('2026-11-22T02:30:00.000Z');
  return { id, first: first.item.code, second: second.item.code };
};

const find = async (id: string, code: string): Promise<SubmissionItem> => {
  const found = itemsOf(await formOf(reporter(), id)).find(({ item }) => item.code === code);
  if (!found) throw new Error(`Not asked for: ${code}`);
  return found;
};

test('what an appraiser said stays beside the figure when it is mended, sent again, and appraised again', async () => {
  const { id, first } = await returned();
  const said = { decision: 'returned', reason: 'Thiếu phụ lục', at: '2026-11-22T02:20:00Z' };
  await write(reporter(), id, [answerTo(await find(id, first), { value: 'yes', explanation: 'đã bổ sung' })]);
  const mended = (await find(id, first)).answer;
  expect(mended?.appraisal).toBeNull();
  expect(mended?.earlierAppraisals).toMatchObject([said]);
  expect(mended?.earlierAppraisals[0]?.by).toEqual(expect.any(String));
  await write(reporter(), id, [answerTo(await find(id, first), { note: 'Phụ lục II' })]);
  api.setNow('2026-11-22T02:40:00.000Z');
  await act(head(), id, 'submit');
  expect((await find(id, first)).answer?.earlierAppraisals).toMatchObject([said]);
  await decide(id, await find(id, first), 'accepted', null);
  expect((await find(id, first)).answer).toMatchObject({
    ...{ appraisal: { decision: 'accepted' }, earlierAppraisals: [said] },
  });
});

test('a decision that its appraiser took back before anybody saw it is nothing that was said', async () => {
  const { id, first } = await returned();
  await act(head(), id, 'submit');
  await decide(id, await find(id, first), null, null);
  await act(api.as('coordinator'), id, 'return', 'Xem lại cả bản');
  await write(reporter(), id, [answerTo(await find(id, first), { value: 'yes', explanation: 'đủ' })]);
  expect((await find(id, first)).answer?.earlierAppraisals).toEqual([]);
});

test('what changed is told against the sending before, also once it was sent again, and decisions change nothing', async () => {
  const { id, first, second } = await returned();
  // Written again as it was: nothing changed. Words alone are a change too.
  await write(reporter(), id, [answerTo(await find(id, second))]);
  expect(await changedIn(reporter(), id)).toEqual([]);
  await write(reporter(), id, [answerTo(await find(id, first), { value: 'yes', explanation: 'đã bổ sung' })]);
  await write(reporter(), id, [answerTo(await find(id, second), { explanation: 'số của kỳ trước' })]);
  expect(await changedIn(reporter(), id)).toEqual([first, second]);
  api.setNow('2026-11-22T02:40:00.000Z');
  await act(head(), id, 'submit');
  api.setNow('2026-11-22T02:50:00.000Z');
  await decide(id, await find(id, first), 'accepted', null);
  const coordinator = api.as('coordinator');
  expect(await changedIn(coordinator, id)).toEqual([first, second]);
  const { body: changes } = await coordinator.call(getSubmissionChanges, { params: { id } });
  const told = changes.items.map(({ item, isFigure, areWords }) => [item, isFigure, areWords]);
  expect([changes.since, told]).toEqual([
    '2026-11-22T02:10:00Z',
    [
      [first, true, true],
      [second, false, true],
    ],
  ]);
});

test('a returned report waits for its people on every page until it is sent again; a reminder until it is read', async () => {
  const { id } = await returned();
  const waiting = async (caller: Caller) =>
    (await caller.call(listNotices)).body.items.filter(({ place }) => place.id === id);
  expect(await waiting(reporter())).toMatchObject([{ kind: 'returned', isNew: true, reason: null }]);
  expect(await waiting(api.asAccount('stp-can-bo'))).toEqual([]);
  expect((await api.as('coordinator').call(listNotices)).body).toEqual({ items: [], total: 0, fresh: 0 });
  await act(head(), id, 'submit');
  expect(await waiting(reporter())).toEqual([]);

  const roundId = await openRound(api, { title: 'Đợt nhắc' });
  const remind = { params: { id: roundId }, body: { organizations: [COMMUNE] } };
  await api.as('coordinator').call(remindOrganizations, remind);
  const reminded = async () =>
    (await head().call(listNotices)).body.items.filter(({ title }) => title === 'Đợt nhắc');
  expect(await reminded()).toMatchObject([{ kind: 'reminder', isNew: true, isLate: false }]);
  const { items } = (await head().call(listReminders)).body;
  await head().call(readReminders, { body: { reminders: items.map((reminder) => reminder.id) } });
  expect(await reminded()).toMatchObject([{ isNew: false }]);
});
