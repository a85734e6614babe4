import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchKey } from '#core/kernel/text.ts';
import { listGaps, listTargets } from '#features/plan/contract.ts';
import { type Caller, startTestApi, type TestApi } from '#test/api.ts';
import { inventTask } from '#test/invented-task.ts';
import { findLatestEvent } from '#test/task-standings.ts';
import { listTaskStates } from './contract.ts';
import { decideTaskPurpose, getTaskPurposes, listPurposeChoices } from './purpose-contract.ts';

let api: TestApi;
let coordinator: Caller;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  coordinator = api.as('coordinator');
});
afterAll(() => api.close());

const decide = (id: string, purpose: object, decision: string, writeId = newId()) =>
  coordinator.call(decideTaskPurpose, { params: { id }, body: { purpose, decision, writeId } });

test('a task is proposed for what its words speak of, linked by the coordinator, found from there, and undone', async () => {
  const gap = (await coordinator.call(listGaps)).body.items.find((one) => one.indicatorCode !== null);
  const code = gap?.indicatorCode ?? '';
  const purpose = { kind: 'gap', id: gap?.id ?? '' };
  // Named as the component is: its words alone tell what it serves.
  const due = { kind: 'day', raw: '31/10/2026', end: '2026-10-31' };
  const { body: choices } = await coordinator.call(listPurposeChoices, { query: { text: code } });
  const name = choices.items.find(({ kind, id }) => kind === 'component' && id === code)?.name ?? '';
  const { id } = await inventTask(api, { name, due, lead: ['STP'] });
  const before = (await coordinator.call(getTaskPurposes, { params: { id } })).body;
  expect(before.linked).toEqual([]);
  const writeId = newId();
  const linked = await decide(id, purpose, 'link', writeId);
  expect(linked.body.linked).toMatchObject([purpose]);
  expect(linked.body.proposed.map((one) => one.id)).not.toContain(purpose.id);
  await decide(id, { kind: 'component', id: code }, 'link');
  expect((await decide(id, purpose, 'link', writeId)).status).toBe(200);
  expect((await decide(id, purpose, 'unlink', writeId)).problem?.code).toBe('edit.conflict');

  const serving = async (caller: Caller, serves: string) =>
    (await caller.call(listTaskStates, { query: { serves } })).body;
  expect(await serving(coordinator, purpose.id)).toMatchObject({ total: 1, states: { overdue: 1 } });
  expect(await serving(coordinator, code)).toMatchObject({ total: 1 });
  expect(await serving(api.asAccount('stp-can-bo'), purpose.id)).toMatchObject({ total: 1 });
  expect(await serving(api.asAccount('snv-can-bo'), purpose.id)).toMatchObject({ total: 0 });

  const undone = await decide(id, purpose, 'unlink');
  expect(undone.body.linked).toMatchObject([{ kind: 'component', id: code }]);
  expect((await serving(coordinator, purpose.id)).total).toBe(0);
  const event = await findLatestEvent(api.db, `task:${id}`);
  expect(event).toMatchObject({ action: 'task.unlink', details: { purpose: 'gap', code: purpose.id } });
  expect((await decide(id, { kind: 'target', id: purpose.id }, 'link')).problem?.code).toBe(
    'record.not-found',
  );
  expect((await decide(id, { kind: 'component', id: '99.9' }, 'link')).problem?.code).toBe(
    'record.not-found',
  );
});

test('what a task can be said to serve is found by its words, with or without marks, and comes page by page', async () => {
  const find = async (query: Record<string, string>) =>
    (await coordinator.call(listPurposeChoices, { query })).body;
  const { body: targets } = await coordinator.call(listTargets, { query: { embedded: 'false', limit: '1' } });
  const wanted = targets.items[0];
  const text = searchKey(wanted?.name ?? '');
  expect((await find({ text, limit: '200' })).items.map(({ id }) => id)).toContain(wanted?.id);
  expect(await find({ text: 'không có mục nào tên như vậy' })).toEqual({ items: [], total: 0 });
  const all = (await find({ limit: '200' })).items.map(({ id }) => id);
  const { total } = await find({});
  const pages: string[] = [];
  for (let offset = 0; offset < total; offset += 30) {
    pages.push(...(await find({ offset: String(offset), limit: '30' })).items.map(({ id }) => id));
  }
  expect(pages.slice(0, all.length)).toEqual(all);
  expect([pages.length, new Set(pages).size]).toEqual([total, total]);
});

test('tasks of the registers that speak of a component are proposed for it and for its gaps', async () => {
  const items = (await coordinator.call(listTaskStates, { query: { limit: '200' } })).body.items;
  const proposals = await Promise.all(
    items
      .slice(0, 100)
      .map(async ({ id }) => (await coordinator.call(getTaskPurposes, { params: { id } })).body),
  );
  const proposed = proposals.flatMap((one) => one.proposed);
  expect(proposed.some(({ kind }) => kind === 'component')).toBe(true);
  expect(proposed.some(({ kind }) => kind === 'gap')).toBe(true);
});
