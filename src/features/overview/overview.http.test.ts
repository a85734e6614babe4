import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { inventedPlanFile } from '#test/invented-plan.ts';
import { ensureOrganizations } from '#features/organization/service.ts';
import { acceptPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { getOverview } from './contract.ts';
import { processCaller } from '#server/db/audit.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: '2026-10-12T02:00:00.000Z' });
  const { db, clock } = api;
  await ensureOrganizations(
    { db, clock, accountId: null, caller: processCaller('test') },
    referenceOrganizations,
  );
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
      tasks: { total: 0, urgent: [], dueSoonDays: 30 },
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
    expect(autumn.tasks.byState).toMatchObject({ 'overdue-unreported': 1, 'due-soon': 1, ongoing: 1 });
    expect(
      autumn.tasks.urgent.map(({ due, remindDay, lateAfterDay }) => [due.lastDay, remindDay, lateAfterDay]),
    ).toEqual([
      ['2026-06-30', '2026-06-30', '2026-06-30'],
      // The last day of October 2026 is a Saturday.
      ['2026-10-31', '2026-10-30', '2026-11-02'],
    ]);
    expect(autumn.tasks.urgent[0]?.leads.map(({ organizationCode }) => organizationCode)).toEqual(['SKHCN']);

    api.setNow('2026-05-04T02:00:00.000Z');
    const spring = await overview();
    expect(spring.documents.total).toBe(1);
    expect(spring.tasks).toMatchObject({ total: 3, byState: { 'in-period': 1, ongoing: 1, upcoming: 1 } });
    expect(spring.tasks.urgent.map(({ name }) => name)).toEqual(['Lập bản đồ số các ao sen trong tỉnh']);
  });
});

it('names what has been overdue longest first', async () => {
  const winter = await startTestApi({ now: '2027-03-01T02:00:00.000Z' });
  const { db, clock } = winter;
  await ensureOrganizations(
    { db, clock, accountId: null, caller: processCaller('test') },
    referenceOrganizations,
  );
  const coordinator = winter.as('coordinator');
  const { body } = await coordinator.call(uploadPlan, { file: inventedPlanFile() });
  await coordinator.call(acceptPlanImport, {
    params: { id: body.import.id },
    body: { excluded: [], replaced: [] },
  });
  const { tasks } = (await coordinator.call(getOverview)).body;
  expect(tasks.urgent.map(({ due }) => [due.state, due.lastDay])).toEqual([
    ['overdue-unreported', '2026-06-30'],
    ['overdue-unreported', '2026-10-31'],
  ]);
  await winter.close();
});
