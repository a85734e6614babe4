import { afterEach, describe, expect, inject as provided, it } from 'vitest';
import type { DatasetInput } from '#core/composite-index/dataset-input.ts';
import { openRankingAuditor, type RankingAuditor } from './ranking-auditor.ts';

const opened: RankingAuditor[] = [];
const open = (longestQueue?: number): RankingAuditor => {
  const auditor = openRankingAuditor({
    workerFile: provided('auditWorker'),
    ...(longestQueue !== undefined && { longestQueue }),
  });
  opened.push(auditor);
  return auditor;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((auditor) => auditor.close()));
});

const input: DatasetInput = {
  subjects: ['A', 'B', 'C', 'D', 'E'],
  indicators: [
    { code: 'x', parent: 'index', direction: 1, weight: 30 },
    { code: 'y', parent: 'index', direction: 1, weight: 20 },
  ],
  aggregates: [{ code: 'index', parent: null, weight: 1 }],
  values: { x: [1, 0.8, 0.3, 0.2, 0], y: [0, 0.9, 0.7, 0.4, 1] },
};
const settings = { seed: 1, points: 32, replicates: 20, weightShare: 0.25 };

describe('an auditor', () => {
  it('answers with the audit, one order after the other, the same for the same seed', async () => {
    const auditor = open();
    const [first, second] = await Promise.all([
      auditor.audit({ input, settings }),
      auditor.audit({ input, settings }),
    ]);
    // Without a gap there is nothing to choose about gaps.
    expect(first).toMatchObject({ assumptions: ['weights', 'scale', 'mean', 'outliers'] });
    expect(second).toEqual(first);
  });

  it('answers with findings, by their place, when there is nothing to compute from', async () => {
    const broken = { ...input, values: { x: [1, 0.8, 0.3, 0.2, 0] } };
    expect(await open().audit({ input: broken, settings })).toMatchObject({
      findings: [{ code: 'column-missing', place: { code: 'y' } }],
    });
  });

  it('refuses when too many wait, and answers again afterwards', async () => {
    const auditor = open(1);
    const first = auditor.audit({ input, settings });
    expect(await auditor.audit({ input, settings })).toMatchObject({ code: 'request.too-many' });
    await first;
    expect(await auditor.audit({ input, settings })).toHaveProperty('sensitivity');
  });
});
