import { describe, expect, it } from 'vitest';
import { buildDataset } from '#core/composite-index/build-dataset.ts';
import { buildIndex } from '#core/composite-index/build-index.ts';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import type { Recipe } from '#core/composite-index/recipe.ts';
import { auditIndex } from './audit-index.ts';
import { coherenceOf } from './coherence.ts';

const recipe: Recipe = {
  steps: [
    { kind: 'normalise', method: { kind: 'z-score', mean: 0, deviation: 1 }, byIndicator: {} },
    { kind: 'aggregate', method: 'arithmetic', byLevel: [], minimumAvailability: 0 },
  ],
  weights: {},
  ties: 'minimum',
};

const dataset = buildDataset({
  subjects: ['1', '2', '3', '4', '5', '6'],
  indicators: [
    { code: 'a', parent: 'pillar', direction: 1, weight: 1 },
    { code: 'twin', parent: 'pillar', direction: 1, weight: 1 },
    { code: 'against', parent: 'pillar', direction: 1, weight: 2 },
  ],
  aggregates: [
    { code: 'pillar', parent: 'index', weight: 1 },
    { code: 'index', parent: null, weight: 1 },
  ],
  values: { a: [1, 2, 3, 4, 5, 7], twin: [2, 4, 6, 8, 10, 14], against: [9, 8, 8, 5, null, 1] },
});

describe('the audit of an index', () => {
  if (isUnusable(dataset)) throw new Error('unusable');
  const index = buildIndex(dataset, recipe);
  if (isUnusable(index)) throw new Error('unusable');
  const audit = auditIndex(dataset, recipe, index);

  it('finds twins and opposites among siblings', () => {
    expect(audit.pairs.map(({ kind, left, right, parent }) => [kind, left, right, parent])).toEqual([
      ['redundant', 'a', 'twin', 'pillar'],
      ['opposed', 'a', 'against', 'pillar'],
      ['opposed', 'twin', 'against', 'pillar'],
    ]);
  });

  it('says what each weighs by the weights and by what the index follows', () => {
    const weightOf = (code: string) => audit.weights.find((weight) => weight.code === code);
    expect(weightOf('a')?.nominal).toBe(0.25);
    expect(weightOf('against')?.nominal).toBe(0.5);
    expect(weightOf('pillar')?.importance).toBeCloseTo(1, 12);
  });

  it('computes alpha and components over subjects of which all is known', () => {
    const pillar = audit.aggregates[0];
    expect(pillar).toMatchObject({ code: 'pillar', completeSubjects: 5 });
    // Two that rise and one that falls do not measure one thing.
    expect(pillar?.alpha).toBeLessThan(0);
    expect(pillar?.components.reduce((total, { explained }) => total + explained, 0)).toBeCloseTo(1, 12);
    expect(pillar?.components[0]?.explained).toBeGreaterThan(0.9);
    expect(audit.aggregates[1]?.alpha).toBeNull();
  });

  it('computes alpha over pairs as well, so that a gap does not cost its whole subject', () => {
    const gap = Number.NaN;
    const data = Float64Array.of(...[1, 2, 3, 4, 5, 7], ...[2, gap, 5, 8, 9, 14], ...[3, 1, 4, gap, 5, 9]);
    const matrix = { rows: [0, 1, 2, 3, 4, 5], width: 3, data };
    const children = ['a', 'b', 'c'].map((code, column) => ({ code, column }));
    // s <- cov(M, use = "pairwise.complete.obs"); 3 / 2 * (1 - sum(diag(s)) / sum(s)) in R 4.2.2
    expect(coherenceOf(matrix, children).pairwiseAlpha).toBeCloseTo(0.95537634408602146, 12);
    expect(coherenceOf(matrix, children).completeSubjects).toBe(4);
  });

  it('counts what is there', () => {
    expect(audit.subjects[4]).toEqual({ subject: '5', availability: 2 / 3, nonZero: 1 });
    expect(audit.indicators[2]).toMatchObject({ code: 'against', count: 5, distinct: 4, same: 2 });
  });
});
