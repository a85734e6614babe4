import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { writeInventedPlan, type InventedPlan } from '#test/invented-plan.ts';
import { ensureOrganizations } from '#features/organization/service.ts';
import { acceptPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { listFindings } from './contract.ts';
import { processCaller } from '#server/db/audit.ts';

const MEASURE = 'Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const { db, clock } = api;
  await ensureOrganizations(
    { db, clock, accountId: null, caller: processCaller('test') },
    referenceOrganizations,
  );
});
afterAll(() => api.close());

const enter = async (plan: InventedPlan): Promise<string> => {
  const text = writeInventedPlan(plan).replace('Tỷ lệ ao sen có bản đồ số', MEASURE);
  const file = { name: `ke-hoach-${plan.number ?? ''}.md`, content: Buffer.from(text) };
  const { body } = await api.as('coordinator').call(uploadPlan, { file });
  const accepted = await api.as('coordinator').call(acceptPlanImport, {
    params: { id: body.import.id },
    body: { excluded: [], replaced: [] },
  });
  return accepted.body.import.documentId ?? '';
};

const find = async (query: Record<string, string> = {}) =>
  (await api.as('viewer').call(listFindings, { query })).body;

describe('contradictions between registered plans', () => {
  it('need a session and are shown to both roles', async () => {
    expect((await api.as(undefined).call(listFindings)).status).toBe(401);
    expect((await api.as('viewer').call(listFindings)).status).toBe(200);
    expect((await api.as('coordinator').call(listFindings)).status).toBe(200);
  });

  it('appear as soon as a second plan says something else, and lead to both places', async () => {
    const first = await enter({ number: '501', firstTarget: '87%' });
    expect((await find()).total).toBe(0);

    const second = await enter({ number: '502', subject: 'Sen số hai năm 2026', firstTarget: '≥ 85%' });
    const { items, total, byKind } = await find();
    expect(total).toBe(1);
    expect(byKind).toEqual([{ kind: 'target-conflict', count: 1 }]);
    expect(items[0]).toMatchObject({
      kind: 'target-conflict',
      severity: 'high',
      year: 2026,
      difference: '2',
    });
    const sides = items[0]?.statements.map(({ place, document, value, comparator }) => ({
      document: [place.documentId, document.docNumber],
      says: [comparator, value],
    }));
    expect(sides).toHaveLength(2);
    expect(sides).toContainEqual({ document: [first, '501/KH-UBND'], says: ['=', '87'] });
    expect(sides).toContainEqual({ document: [second, '502/KH-UBND'], says: ['>=', '85'] });
  });

  it('can be asked for by kind, gravity, document and item', async () => {
    const [finding] = (await find()).items;
    const place = finding!.statements[0]!.place;
    expect((await find({ kind: 'target-conflict', severity: 'high' })).total).toBe(1);
    expect((await find({ documentId: place.documentId })).total).toBe(1);
    expect((await find({ itemId: place.id })).total).toBe(1);
    const none = await find({ severity: 'low' });
    expect(none).toMatchObject({ items: [], total: 0 });
    expect(none.byKind).toEqual([{ kind: 'target-conflict', count: 1 }]);
  });

  it('refuses a kind that does not exist', async () => {
    const { status, problem } = await api.as('viewer').call(listFindings, { query: { kind: 'quarrel' } });
    expect(status).toBe(400);
    expect(problem?.code).toBe('request.invalid');
  });
});
