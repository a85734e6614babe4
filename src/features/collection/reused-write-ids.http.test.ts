import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerInput, SubmissionItem } from '#contract/submission.ts';
import { putAssetEntry } from '#features/asset-register/contract.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import { actOnRound, createRound, getRound, getSubmission, putAnswers } from './contract.ts';
import { addEvidenceReference } from './evidence-contract.ts';

let api: TestApi;
let reporter: Caller;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  reporter = api.asAccount('cao-lanh-can-bo');
});
afterAll(() => api.close());

const openForm = async (title: string): Promise<string> => {
  const coordinator = api.as('coordinator');
  const body = {
    ...{ title, dutyId: null, framework: 'dti-commune-2025', period: '2025', valueKind: 'final' },
    ...{ dueDay: '2026-12-01', dueBefore: true, lockDay: null, appraisalSteps: 1, requiresEvidence: false },
    ...{ organizations: ['29869'], items: null, writeId: newId() },
  };
  const { id } = (await coordinator.call(createRound, { body })).body;
  const open = { action: 'open', version: 1, writeId: newId() };
  await coordinator.call(actOnRound, { params: { id }, body: open });
  return (await coordinator.call(getRound, { params: { id } })).body.members[0]?.submissionId ?? '';
};

const firstNumber = async (id: string): Promise<SubmissionItem> => {
  const { groups } = (await reporter.call(getSubmission, { params: { id } })).body;
  const items = groups.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.items));
  const found = items.find(({ item }) => item.kind === 'number');
  if (!found) throw new Error('A form without numbers');
  return found;
};

const save = (id: string, writeId: string, answer: AnswerInput) =>
  reporter.call(putAnswers, { params: { id }, body: { answers: [answer], writeId } });

test('a write id that comes again with another figure saves nothing and does not say that it did', async () => {
  const id = await openForm('Báo cáo một');
  const { subject, item } = await firstNumber(id);
  const figure = (value: string, version: number): AnswerInput => ({
    ...{ subject, item: item.code, state: 'value', value, note: null, explanation: null, version },
  });
  const writeId = newId();
  const kept = [{ subject, item: item.code, version: 1 }];
  expect((await save(id, writeId, figure('1', 0))).body.saved).toEqual(kept);
  expect((await save(id, writeId, figure('1', 0))).body).toMatchObject({ saved: kept, refused: [] });
  for (const version of [0, 1]) {
    const other = await save(id, writeId, figure('2', version));
    expect(other.body.saved).toEqual([]);
    expect(other.body.refused).toMatchObject([{ code: 'edit.conflict', details: { field: 'writeId' } }]);
  }
  expect((await firstNumber(id)).answer).toMatchObject({ value: { value: '1' }, version: 1 });

  const elsewhere = await save(await openForm('Báo cáo hai'), writeId, figure('1', 0));
  expect(elsewhere.body).toMatchObject({ saved: [], refused: [{ code: 'edit.conflict' }] });
});

test('a write id that comes again with another page adds none and does not say that it did', async () => {
  const id = await openForm('Báo cáo ba');
  const writeId = newId();
  const add = (url: string) =>
    reporter.call(addEvidenceReference, {
      params: { id },
      body: { reference: { kind: 'link', url, title: 'Quyết định' }, writeId },
    });
  const added = await add('https://dongthap.gov.vn/1');
  expect((await add('https://dongthap.gov.vn/1')).body.id).toBe(added.body.id);
  expect((await add('https://dongthap.gov.vn/2')).problem?.code).toBe('edit.conflict');
});

test('a write id that comes again with another entry of a register is refused by name', async () => {
  const id = newId();
  const writeId = newId();
  const put = (name: string, version: number) =>
    api.asAccount('stp-can-bo').call(putAssetEntry, {
      params: { register: 'information-systems', id },
      body: {
        ...{ organization: 'STP', name, reason: null, version, writeId },
        values: { state: 'operating', level: '2', levelState: 'none' },
      },
    });
  expect((await put('Hộ tịch', 0)).status).toBe(200);
  expect((await put('Hộ tịch', 0)).status).toBe(200);
  expect((await put('Hộ tịch khác', 1)).problem?.code).toBe('edit.conflict');
});
