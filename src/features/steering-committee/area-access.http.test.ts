import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getDifficulty, listDifficulties } from '#features/difficulty/contract.ts';
import { raiseDifficulty } from '#features/difficulty/write-contract.ts';
import { getTaskBoard, listExecutionChoices, listTaskStates } from '#features/execution/contract.ts';
import { getTaskExecution, listTaskEvidence } from '#features/execution/task-contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { committeeCalls, MEMBER } from '#test/committee-calls.ts';
import { inventTask } from '#test/invented-task.ts';
import { addCommitteeMember, getCommitteeMember, listCommittee } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const DUE = { kind: 'day', raw: '31/10/2026', end: '2026-10-31' };
const { edit, idOf } = committeeCalls(() => api.as('coordinator'));

test('a member with the account of an agency opens the own area, whoever does its tasks, and no other', async () => {
  const agency = api.asAccount('stp-lanh-dao');
  const { account_id: accountId } = await api.db
    .selectFrom('account')
    .select('account_id')
    .where('username', '=', 'stp-lanh-dao')
    .executeTakeFirstOrThrow();
  expect((await agency.call(listCommittee)).problem?.code).toBe('access.denied');
  const { id: task } = await inventTask(api, { due: DUE, lead: ['STC'], coordinating: ['SNV'] });
  const { id: alien } = await inventTask(api, { due: DUE, lead: ['STC'] });
  const raised = await api.asAccount('snv-can-bo').call(raiseDifficulty, {
    body: {
      ...{ about: { kind: 'item', id: task }, organization: 'SNV', kind: 'funding', words: 'Chưa bố trí' },
      ...{ suggestion: null, dueDay: '2026-12-10', evidence: [], writeId: newId() },
    },
  });
  const difficulty = async () => agency.call(getDifficulty, { params: { id: raised.body.id } });
  expect((await difficulty()).problem?.code).toBe('record.not-found');
  const part = { kind: 'task', taskId: task };
  const id = await idOf([part], { accountId, name: null });
  const other = await idOf([part]);
  expect((await agency.call(listCommittee)).body).toMatchObject({
    ...{ items: [{ id, isOwn: true, tasks: 1, account: { isClosed: false } }], total: 1, unassigned: null },
  });
  expect((await agency.call(getCommitteeMember, { params: { id } })).body).toMatchObject({
    ...{ id, seesAll: false, mayWrite: false },
  });
  expect((await agency.call(getCommitteeMember, { params: { id: other } })).problem?.code).toBe(
    'access.denied',
  );
  const { items } = (await agency.call(listTaskStates, { query: { responsible: id } })).body;
  expect(items.map((one) => one.id)).toEqual([task]);
  expect((await agency.call(getTaskBoard, { query: { responsible: id } })).body.total).toBe(1);
  for (const responsible of [other, 'none']) {
    expect((await agency.call(getTaskBoard, { query: { responsible } })).problem?.code).toBe('access.denied');
  }
  expect((await agency.call(listDifficulties, { query: { responsible: other } })).problem?.code).toBe(
    'access.denied',
  );
  expect((await agency.call(listDifficulties, { query: { responsible: id } })).body.items).toMatchObject([
    { id: raised.body.id },
  ]);
  expect((await difficulty()).body).toMatchObject({ id: raised.body.id, moves: [] });
  expect((await agency.call(listExecutionChoices)).body.members).toMatchObject([{ id, isOwn: true }]);
  const view = async (taskId: string) =>
    (await agency.call(getTaskExecution, { params: { id: taskId } })).body;
  expect((await view(task)).lines).toMatchObject([
    { organization: { code: 'STC' }, mayReport: false },
    { organization: { code: 'SNV' }, mayReport: false },
  ]);
  expect((await view(alien)).lines).toEqual([]);
  const evidence = async (taskId: string) =>
    (await agency.call(listTaskEvidence, { params: { id: taskId, organization: 'STC' } })).status;
  expect([await evidence(task), await evidence(alien)]).toEqual([200, 404]);
  await edit(id, { parts: [part], accountId, name: null, validTo: '2026-11-21' });
  expect((await agency.call(listCommittee)).problem?.code).toBe('access.denied');
  expect((await view(task)).lines).toEqual([]);
  expect((await difficulty()).problem?.code).toBe('record.not-found');
});

test('agencies see no areas: not the committee, and nothing on the board that follows from it', async () => {
  const agency = api.asAccount('stp-can-bo');
  const id = await idOf([{ kind: 'organization', code: 'STP' }]);
  const query = { responsible: id };
  expect((await agency.call(listCommittee)).problem?.code).toBe('access.denied');
  expect((await agency.call(getTaskBoard, { query })).problem?.code).toBe('access.denied');
  expect((await agency.call(listTaskStates, { query: { responsible: 'none' } })).problem?.code).toBe(
    'access.denied',
  );
  expect((await agency.call(listDifficulties, { query })).problem?.code).toBe('access.denied');
  expect((await agency.call(listExecutionChoices)).body.members).toEqual([]);
  expect(
    (await api.asAccount('lanh-dao').call(addCommitteeMember, { body: { ...MEMBER, writeId: newId() } }))
      .problem?.code,
  ).toBe('access.denied');
});
