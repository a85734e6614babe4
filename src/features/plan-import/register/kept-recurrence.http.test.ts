import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideTask, getTaskExecution, reportTask } from '#features/execution/task-contract.ts';
import { acceptPlanImport, getPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import { listTasks } from '#features/plan/contract.ts';
import { keepRecurrences } from '#server/registers/kept-recurrences.ts';
import { startTestApi, type TestApi } from '#test/api.ts';

import { writeInventedPlan } from '#test/invented-plan.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

/** Imports a plan whose first task is due in these words, with this result; what differs from the registers is taken over. */
const enter = async (number: string, due: string, result = 'Bản đồ'): Promise<string> => {
  const text = writeInventedPlan({ number })
    .replace('trong tỉnh | Sở KH&CN', 'trong tỉnh | Sở Tư pháp')
    .replace('Bản đồ | Quý II/2026', `${result} | ${due}`);
  const file = { name: 'sen.md', content: new TextEncoder().encode(text) };
  const { id } = (await coordinator().call(uploadPlan, { file })).body.import;
  const { items } = (await coordinator().call(getPlanImport, { params: { id } })).body;
  const replaced = items.filter(({ match }) => match === 'differs').map(({ readingId }) => readingId);
  const accepted = await coordinator().call(acceptPlanImport, {
    params: { id },
    body: { excluded: [], replaced },
  });
  return accepted.body.import.documentId ?? '';
};

const taskOf = async (document: string): Promise<string> => {
  const { items } = (await coordinator().call(listTasks, { query: { document } })).body;
  return items.find(({ name }) => name.startsWith('Lập bản đồ số'))?.id ?? '';
};

const keptOf = async (id: string) =>
  (
    await api.db
      .selectFrom('document_item')
      .select('due_recurrence as kept')
      .where('id', '=', id)
      .executeTakeFirst()
  )?.kept;

const keep = (id: string, kept: object | null) =>
  api.db
    .updateTable('document_item')
    .set({ due_recurrence: kept === null ? null : JSON.stringify(kept) })
    .where('id', '=', id)
    .execute();

const statesOf = async (id: string) => {
  const { lines } = (await coordinator().call(getTaskExecution, { params: { id } })).body;
  return lines[0]?.occurrences.map(({ period, state }) => [period, state]);
};

const periodsOf = async (id: string) => (await statesOf(id))?.map(([period]) => period);

const HALF_YEARLY = {
  ...{ months: 6, delay: 0, isBefore: false },
  days: [
    { month: 6, day: 30 },
    { month: 12, day: 31 },
  ],
};

test('how often work comes back is kept as it was read when it was entered: reports of its periods go on to count', async () => {
  const id = await taskOf(await enter('811', 'Hằng quý'));
  expect(await keptOf(id)).toMatchObject({ months: 3 });
  // As an earlier reader understood the words.
  await keep(id, HALF_YEARLY);
  expect(await periodsOf(id)).toEqual(['2026-H1', '2026-H2']);
  const part = { organization: 'STP', period: '2026-H1' };
  const report = { percent: '100', words: null, result: 'Bản đồ', doneOn: null, evidence: [] };
  const said = await api.asAccount('stp-can-bo').call(reportTask, {
    params: { id },
    body: { ...part, ...report, version: 0, writeId: newId() },
  });
  const version = said.body.lines.find(({ organization }) => organization.code === 'STP')?.version ?? 0;
  await coordinator().call(decideTask, {
    params: { id },
    body: { ...part, kind: 'confirm', reason: null, version, writeId: newId() },
  });
  await keepRecurrences(api.db);
  expect(await statesOf(id)).toEqual([
    ['2026-H1', 'completed-late'],
    ['2026-H2', 'not-yet-due'],
  ]);
  expect(await keptOf(id)).toEqual(HALF_YEARLY);
});

test('a task that is written anew keeps it while its words stay, and has it read anew from other words', async () => {
  const id = await taskOf(await enter('812', 'Hằng quý'));
  await keep(id, HALF_YEARLY);
  await enter('812', 'Hằng quý', 'Bản đồ số');
  expect(await keptOf(id)).toEqual(HALF_YEARLY);
  await enter('812', 'Hằng tháng');
  expect(await keptOf(id)).toMatchObject({ months: 1 });
  await enter('812', 'Tháng 10/2026');
  expect(await keptOf(id)).toBeNull();
});

test('what was entered before it was kept is read once, and nothing is told of it', async () => {
  const quarterly = await taskOf(await enter('813', 'Hằng quý'));
  const weekly = await taskOf(await enter('814', 'Hằng tuần'));
  await keep(quarterly, null);
  await keep(weekly, null);
  expect(await periodsOf(quarterly)).toHaveLength(4);
  const eventsBefore = await api.db.selectFrom('audit_event').select('audit_event_id').execute();
  await keepRecurrences(api.db);
  expect(await keptOf(quarterly)).toMatchObject({ months: 3 });
  expect(await keptOf(weekly)).toMatchObject({ days: [] });
  expect(await periodsOf(weekly)).toEqual(['']);
  expect(await api.db.selectFrom('audit_event').select('audit_event_id').execute()).toHaveLength(
    eventsBefore.length,
  );
});
