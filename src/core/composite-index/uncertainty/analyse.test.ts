import { describe, expect, it } from 'vitest';
import { buildDataset } from '#core/composite-index/build-dataset.ts';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import type { Recipe } from '#core/composite-index/recipe.ts';
import { analyseSensitivity, analyseUncertainty, type Question } from './analyse.ts';
import { type Assumption, drawWeightSets } from './assumption.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';

const dataset = buildDataset({
  subjects: ['A', 'B', 'C'],
  indicators: [
    { code: 'x', parent: 'index', direction: 1, weight: 1 },
    { code: 'y', parent: 'index', direction: 1, weight: 1 },
  ],
  aggregates: [{ code: 'index', parent: null, weight: 1 }],
  values: { x: [1, 0.6, 0], y: [0, 0.5, 1] },
});
if (isUnusable(dataset)) throw new Error('unusable');

const recipe: Recipe = {
  steps: [
    { kind: 'normalise', method: { kind: 'min-max', lower: 1, upper: 2 }, byIndicator: {} },
    { kind: 'aggregate', method: 'arithmetic', byLevel: [], minimumAvailability: 0 },
  ],
  weights: {},
  ties: 'average',
};

const weightOfX: Assumption = {
  ...{ name: 'weight of x', path: 'weights.x' },
  alternatives: { kind: 'range', low: 0.5, high: 2 },
};
const mean: Assumption = {
  ...{ name: 'kind of mean', path: 'aggregate.method' },
  alternatives: { kind: 'choice', values: ['arithmetic', 'geometric'] },
};

const ask = (...assumptions: readonly Assumption[]): Question => ({ dataset, recipe, assumptions });
const placesOf = (question: Question) => {
  const analysis = analyseUncertainty(question, { runs: 4, random: createRandomSource(1) });
  return isUnusable(analysis) ? analysis.findings.map(({ code, place }) => [code, place.path]) : [];
};

describe('an analysis of uncertainty', () => {
  it('says between which ranks each subject moves, and what was not varied', () => {
    const analysis = analyseUncertainty(ask(weightOfX, mean), { runs: 300, random: createRandomSource(1) });
    if (isUnusable(analysis)) throw new Error('unusable');
    const [a, b, c] = analysis.ranks;
    // By equal weights B leads; A and C, level behind it, share the mean of their places.
    expect([a?.nominal, b?.nominal, c?.nominal]).toEqual([2.5, 1, 2.5]);
    expect([a?.low, a?.high]).toEqual([1, 3]);
    expect(analysis.notVaried).toEqual([
      ...['normalise.method', 'normalise.byIndicator', 'aggregate.byLevel', 'aggregate.minimumAvailability'],
      ...['ties', 'weights.y'],
    ]);
    expect(analysis.runs).toBe(300);
  });

  it('refuses what it cannot vary, by its path', () => {
    expect(placesOf(ask({ ...weightOfX, path: 'treat.maximumWinsorised' }))).toEqual([
      ['parameter-unknown', 'treat.maximumWinsorised'],
    ]);
    expect(placesOf(ask({ ...weightOfX, path: 'weights.z' }))).toEqual([['parameter-unknown', 'weights.z']]);
    expect(placesOf(ask(mean, mean))).toEqual([['parameter-invalid', 'aggregate.method']]);
    expect(placesOf(ask({ ...mean, alternatives: { kind: 'choice', values: [] } }))).toEqual([
      ['parameter-invalid', 'aggregate.method'],
    ]);
    expect(placesOf(ask({ ...mean, alternatives: { kind: 'choice', values: ['mode'] } }))).toEqual([
      ['parameter-invalid', 'aggregate.method'],
    ]);
  });

  it('draws weights within their share of the nominal ones', () => {
    const sets = drawWeightSets(dataset, { codes: ['x'], share: 0.25, count: 200 }, createRandomSource(2));
    const weights = sets.map((set) => set.x ?? 0);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.75);
    expect(Math.max(...weights)).toBeLessThanOrEqual(1.25);
    expect(Math.max(...weights) - Math.min(...weights)).toBeGreaterThan(0.4);
  });
});

describe('an analysis of sensitivity', () => {
  it('finds that what changes nothing has no share, and answers the same whether or not stages are reused', () => {
    const idle: Assumption = {
      name: 'ties',
      path: 'aggregate.minimumAvailability',
      alternatives: { kind: 'range', low: 0, high: 0.4 },
    };
    const settings = { points: 64, replicates: 20 };
    const [quick, slow] = [false, true].map((isForgetful) =>
      analyseSensitivity(
        { ...ask(weightOfX, idle), isForgetful },
        { ...settings, random: createRandomSource(3) },
      ),
    );
    if (!quick || isUnusable(quick)) throw new Error('unusable');
    expect(quick.estimates[1]).toEqual({
      firstOrder: { value: 0, low: 0, high: 0 },
      total: { value: 0, low: 0, high: 0 },
    });
    expect(quick.estimates[0]?.total.value).toBeGreaterThan(0.9);
    expect(quick.convergence.map(({ points }) => points)).toEqual([8, 16, 32, 64]);
    expect(slow).toEqual(quick);
    expect(quick.convergence.at(-1)?.estimates).toEqual(quick.estimates);
    const widths = quick.convergence.map(({ estimates }) => {
      const { low, high } = estimates[0]!.total;
      return high - low;
    });
    expect(widths.at(-1)).toBeLessThan(widths[0]!);
  });
});
