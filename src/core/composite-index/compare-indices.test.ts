import { describe, expect, it } from 'vitest';
import { buildDataset } from './build-dataset.ts';
import { buildIndex } from './build-index.ts';
import { compareIndices, rankWithinGroups } from './compare-indices.ts';
import { isUnusable } from './composite-finding.ts';
import type { Recipe } from './recipe.ts';

describe('two indices side by side', () => {
  const dataset = buildDataset({
    subjects: ['A', 'B', 'C'],
    indicators: [
      { code: 'x', parent: 'index', direction: 1, weight: 3 },
      { code: 'y', parent: 'index', direction: 1, weight: 1 },
    ],
    aggregates: [{ code: 'index', parent: null, weight: 1 }],
    values: { x: [8, 4, null], y: [0, 8, null] },
  });
  if (isUnusable(dataset)) throw new Error('unusable');
  const recipe: Recipe = {
    steps: [
      { kind: 'normalise', method: { kind: 'none' }, byIndicator: {} },
      { kind: 'aggregate', method: 'arithmetic', byLevel: [], minimumAvailability: 0 },
    ],
    ...{ weights: {}, ties: 'minimum' },
  };

  it('tell scores, ranks and what changed, subject by subject', () => {
    const [first, second] = [recipe, { ...recipe, weights: { x: 1 } }].map((one) => buildIndex(dataset, one));
    if (!first || !second || isUnusable(first) || isUnusable(second)) throw new Error('unusable');
    expect(compareIndices(dataset, [first, second], { code: 'index', ties: 'minimum' })).toEqual([
      { subject: 'A', scores: [6, 4], ranks: [1, 2], rankChange: -1, scoreChange: -2 },
      { subject: 'B', scores: [5, 6], ranks: [2, 1], rankChange: 1, scoreChange: 1 },
      { subject: 'C', scores: [null, null], ranks: [null, null], rankChange: null, scoreChange: null },
    ]);
  });

  it('rank within groups', () => {
    expect(rankWithinGroups([3, 9, null, 9, 1], ['n', 's', 'n', 'n', 's'], 'minimum')).toEqual([
      ...[2, 1, null, 1, 2],
    ]);
  });
});
