import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { listTargets, listTasks } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

describe('a register asked for one component', () => {
  it('holds what names its code and what seems to touch it by its name, and tells them apart', async () => {
    const { body } = await api.as('viewer').call(listTargets, { query: { indicator: '8.1' } });
    const stated = body.items.filter(({ indicatorCode }) => indicatorCode === '8.1');
    const inferred = body.items.filter(({ inferredIndicatorCodes }) =>
      inferredIndicatorCodes?.includes('8.1'),
    );
    expect(stated.length).toBeGreaterThan(0);
    expect(new Set(inferred.map(({ document }) => document.id)).size).toBeGreaterThanOrEqual(2);
    expect(stated.length + inferred.length).toBe(body.total);
  });

  it('holds tasks, though none of them names a code', async () => {
    const { body } = await api.as('viewer').call(listTasks, { query: { indicator: '4.4' } });
    expect(body.total).toBeGreaterThan(0);
    expect(body.items.every(({ indicatorCode }) => indicatorCode === null)).toBe(true);
  });

  it('is empty for a code that no framework has', async () => {
    const { body } = await api.as('viewer').call(listTasks, { query: { indicator: '99.9' } });
    expect(body.items).toEqual([]);
  });
});
