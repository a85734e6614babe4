import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { listPlanImports } from '#features/plan-import/contract.ts';
import { listDocuments } from '#features/plan/contract.ts';
import { loadDemonstration } from './load.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const tables = [
  'organization',
  'document',
  'document_item',
  'item_agency',
  'plan_import',
  'audit_event',
] as const;
const countRows = () =>
  Promise.all(
    tables.map(async (table) => {
      const { count } = await api.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return [table, count] as const;
    }),
  );

describe('the demonstration province', () => {
  it('comes through the door of imports, from reviewed readings without the text of the documents', async () => {
    const { body } = await api.as('coordinator').call(listPlanImports);
    expect(body.items).toHaveLength(5);
    for (const item of body.items) {
      expect(item).toMatchObject({ state: 'accepted', origin: 'reviewed-reading', encoding: null });
      expect(item.outcome).toMatchObject({ added: item.itemCount, excluded: 0 });
    }
  });

  it('has five documents with their targets, tasks, projects, gaps and printed scores', async () => {
    const { body } = await api.as('viewer').call(listDocuments);
    const sum = (kind: 'target' | 'task' | 'project' | 'gap' | 'indicator-score') =>
      body.items.reduce((total, { counts }) => total + counts[kind], 0);
    expect(body.total).toBe(5);
    expect([sum('project'), sum('gap'), sum('indicator-score')]).toEqual([56, 27, 18]);
    expect(sum('target')).toBeGreaterThan(150);
    expect(sum('task')).toBeGreaterThan(100);
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await countRows();
    await loadDemonstration(api.db, api.clock);
    expect(await countRows()).toEqual(before);
  });
});
