import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '#test/api.ts';
import { startApiWithOrganizations } from '#test/api-with-organizations.ts';
import { inventedPlanFile } from '#test/invented-plan.ts';
import { acceptPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import { getTaskBoard } from '#features/execution/contract.ts';
import { getOverview } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApiWithOrganizations({ now: '2026-10-12T02:00:00.000Z' });
});
afterAll(() => api.close());

const overview = async () => (await api.as('viewer').call(getOverview)).body;

describe('the first page', () => {
  it('needs a session', async () => {
    expect((await api.as(undefined).call(getOverview)).status).toBe(401);
  });

  it('is empty, not broken, while nothing is registered', async () => {
    expect(await overview()).toMatchObject({
      today: '2026-10-12',
      tasks: { total: 0, urgent: [] },
      contradictions: { total: 0, byKind: [], top: [] },
      documents: { total: 0 },
    });
  });

  it('counts tasks by how they are due and names the most pressing', async () => {
    const coordinator = api.as('coordinator');
    const { body } = await coordinator.call(uploadPlan, { file: inventedPlanFile() });
    await coordinator.call(acceptPlanImport, {
      params: { id: body.import.id },
      body: { excluded: [], replaced: [] },
    });

    const autumn = await overview();
    expect(autumn.tasks.byState).toMatchObject({ overdue: 1, 'due-soon': 1, 'not-yet-due': 1 });
    expect(autumn.tasks.urgent.map(({ state, lastDay }) => [state, lastDay])).toEqual([
      ['overdue', '2026-06-30'],
      ['due-soon', '2026-10-31'],
    ]);
    expect(autumn.tasks.urgent[0]?.leads.map(({ organizationCode }) => organizationCode)).toEqual(['SKHCN']);

    api.setNow('2026-05-04T02:00:00.000Z');
    const spring = await overview();
    expect(spring.documents.total).toBe(1);
    expect(spring.tasks).toMatchObject({ total: 3, byState: { overdue: 0, 'not-yet-due': 3 } });
    expect(spring.tasks.urgent).toEqual([]);
  });
});

it('names what has been overdue longest first', async () => {
  const winter = await startApiWithOrganizations({ now: '2027-03-01T02:00:00.000Z' });
  const coordinator = winter.as('coordinator');
  const { body } = await coordinator.call(uploadPlan, { file: inventedPlanFile() });
  await coordinator.call(acceptPlanImport, {
    params: { id: body.import.id },
    body: { excluded: [], replaced: [] },
  });
  const { tasks } = (await coordinator.call(getOverview)).body;
  expect(tasks.urgent.map(({ state, lastDay }) => [state, lastDay])).toEqual([
    ['overdue', '2026-06-30'],
    ['overdue', '2026-10-31'],
  ]);

  // The first page says of a task what the page of tasks says of it.
  const board = (await coordinator.call(getTaskBoard, { query: {} })).body;
  expect(Object.fromEntries(board.columns.map(({ state, total }) => [state, total]))).toEqual(tasks.byState);
  await winter.close();
});
