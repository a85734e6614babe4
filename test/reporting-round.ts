import { v7 as newId } from 'uuid';
import { expect } from 'vitest';
import {
  type AnswerInput,
  type DecisionInput,
  seenAnswersVersion,
  type SubmissionForm,
  type SubmissionItem,
} from '#contract/submission.ts';
import {
  actOnRound,
  actOnSubmission,
  createRound,
  getRound,
  getSubmission,
  putAnswers,
  putDecisions,
} from '#features/collection/contract.ts';
import type { Caller, TestApi } from './api.ts';

/** A round of the commune framework for one commune, with what a test changes. */
const roundInput = (change: object = {}) => ({
  ...{ title: 'Báo cáo năm 2025', dutyId: null, framework: 'dti-commune-2025', period: '2025' },
  ...{ valueKind: 'final', dueDay: '2026-12-01', dueBefore: true, lockDay: '2026-12-15' },
  ...{ appraisalSteps: 1, requiresEvidence: false, organizations: ['29869'], items: null },
  writeId: newId(),
  ...change,
});

/** Prepares and opens a round; answers its id. */
export const openRound = async (api: TestApi, change: object = {}): Promise<string> => {
  const { body } = await api.as('coordinator').call(createRound, { body: roundInput(change) });
  await moveRound(api, body.id, 'open');
  return body.id;
};

export const moveRound = async (api: TestApi, id: string, action: string): Promise<void> => {
  const coordinator = api.as('coordinator');
  const { body } = await coordinator.call(getRound, { params: { id } });
  const moved = await coordinator.call(actOnRound, {
    params: { id },
    body: { action, version: body.round.version, writeId: newId() },
  });
  expect(moved.status, `${action}: ${String(moved.problem?.code)}`).toBe(200);
};

/** The submission of an organization in a round. */
export const submissionOf = async (api: TestApi, id: string, organization: string): Promise<string> => {
  const { body } = await api.as('coordinator').call(getRound, { params: { id } });
  return body.members.find((member) => member.organization.code === organization)?.submissionId ?? '';
};

export const formOf = async (caller: Caller, id: string): Promise<SubmissionForm> => {
  const { status, body } = await caller.call(getSubmission, { params: { id } });
  expect(status).toBe(200);
  return body;
};

export const itemsOf = (form: SubmissionForm): readonly SubmissionItem[] =>
  form.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));

const valueFor = ({ item }: SubmissionItem): string => {
  if (item.kind === 'yes-no') return 'no';
  if (item.kind === 'level') return item.levels[0]?.code ?? '';
  return item.minimum ?? '0';
};

/** Answers every item, with the values that the test names by item and the least elsewhere. */
export const fill = async (
  caller: Caller,
  id: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const answers = itemsOf(await formOf(caller, id)).map((asked): AnswerInput => ({
    ...{ subject: asked.subject, item: asked.item.code, state: 'value' },
    ...{ value: values[asked.item.code] ?? valueFor(asked), note: null, explanation: 'đã kiểm tra' },
    version: asked.answer?.version ?? 0,
  }));
  const { body } = await caller.call(putAnswers, { params: { id }, body: { answers, writeId: newId() } });
  expect(body.refused).toEqual([]);
};

/** Moves a submission on, as its present version. */
export const act = async (caller: Caller, id: string, action: string, reason: string | null = null) => {
  const form = await formOf(caller, id);
  const answersVersion = seenAnswersVersion(form);
  return caller.call(actOnSubmission, {
    params: { id },
    body: { action, reason, version: form.version, answersVersion, writeId: newId() },
  });
};

/** Accepts every answer of a submission that the caller appraises, then the submission. */
export const acceptAll = async (caller: Caller, id: string): Promise<void> => {
  const decisions = itemsOf(await formOf(caller, id)).map(({ subject, item, answer }): DecisionInput => ({
    ...{ subject, item: item.code, decision: 'accepted', state: null, value: null, reason: null },
    version: answer?.version ?? 0,
  }));
  const decided = await caller.call(putDecisions, {
    params: { id },
    body: { decisions, writeId: newId() },
  });
  expect(decided.body.refused).toEqual([]);
  const { body, problem } = await act(caller, id, 'accept');
  expect(body.state, problem?.code).toBe('accepted');
};
