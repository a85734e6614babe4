import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from './build-dataset.ts';
import { buildIndex, type CompositeIndex, createIndexBuilder, listScores } from './build-index.ts';
import { isUnusable } from './composite-finding.ts';
import type { Dataset } from './dataset.ts';
import type { Cell } from './dataset-input.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { listParameters, listUnvaried, withParameter } from './parameters.ts';
import type { AggregateStep, NormalisationMethod, Recipe, Step } from './recipe.ts';

const SUBJECTS = ['P1', 'P2', 'P3', 'P4'];

const makeDataset = (a: readonly Cell[], b: readonly Cell[], c: readonly Cell[] = [1, 2, 3, 4]): Dataset => {
  const dataset = buildDataset({
    subjects: SUBJECTS,
    indicators: [
      { code: 'a', parent: 'first', direction: 1, weight: 3, target: 50 },
      { code: 'b', parent: 'first', direction: -1, weight: 1, target: 0 },
      { code: 'c', parent: 'second', direction: 1, weight: 1, denominator: 'people', target: 1 },
    ],
    aggregates: [
      { code: 'index', parent: null, weight: 1 },
      { code: 'first', parent: 'index', weight: 1 },
      { code: 'second', parent: 'index', weight: 1 },
    ],
    values: { a, b, c },
    denominators: { people: [1, 2, 0, 4] },
    groups: { region: ['north', 'north', 'south', 'south'] },
  });
  if (isUnusable(dataset)) throw new Error(JSON.stringify(dataset.findings));
  return dataset;
};

const aggregate: AggregateStep = {
  kind: 'aggregate',
  method: 'arithmetic',
  byLevel: [],
  minimumAvailability: 0,
};
const scaleBy = (method: NormalisationMethod): Step => ({ kind: 'normalise', method, byIndicator: {} });
const recipeOf = (...steps: readonly Step[]): Recipe => ({ steps, weights: {}, ties: 'minimum' });
const percent = scaleBy({ kind: 'min-max', lower: 0, upper: 100 });

const make = (dataset: Dataset, recipe: Recipe): CompositeIndex => {
  const index = buildIndex(dataset, recipe);
  if (isUnusable(index)) throw new Error(JSON.stringify(index.findings));
  return index;
};

const findingsOf = (dataset: Dataset, recipe: Recipe) => {
  const index = buildIndex(dataset, recipe);
  return isUnusable(index) ? index.findings.map(({ code, place }) => [code, place]) : [];
};

const complete = makeDataset([10, 20, 30, 40], [4, 3, 2, 0]);

describe('the steps of an index', () => {
  it('scale, turn and average by weights', () => {
    const index = make(complete, recipeOf(percent, aggregate));
    // P2: a (20 − 10) ÷ 30 = 33.3…, b turned (4 − 3) ÷ 4 = 25, weighed 3 : 1.
    expect(listScores(complete, index, 'first')[1]).toBeCloseTo((100 + 25) / 4, 12);
    expect(listScores(complete, index, 'index')[3]).toBe(100);
    expect([...index.ranks]).toEqual([4, 3, 2, 1]);
  });

  it('divide by what is named, and leave what has no divisor missing and said', () => {
    const index = make(complete, recipeOf({ kind: 'denominate' }, scaleBy({ kind: 'none' }), aggregate));
    expect(listScores(complete, index, 'c')).toEqual([1, 1, null, 1]);
    expect(index.stages[1]?.notes).toEqual([{ kind: 'not-denominated', subject: 'P3', indicator: 'c' }]);
    // Its sibling takes over the whole weight.
    expect(listScores(complete, index, 'index')[2]).toBe(listScores(complete, index, 'first')[2]);
  });

  it('fill from the group, log it, and take it back cell by cell', () => {
    const dataset = makeDataset([10, null, 30, null], [4, 3, 2, 0]);
    const impute = { kind: 'impute', method: 'group-mean', grouping: 'region', except: [] } as const;
    const filled = make(dataset, recipeOf(impute, percent, aggregate));
    expect(filled.stages[1]?.notes).toEqual([
      {
        kind: 'imputed',
        subject: 'P2',
        indicator: 'a',
        value: 10,
        method: 'group-mean',
        group: 'north',
        from: 1,
      },
      {
        kind: 'imputed',
        subject: 'P4',
        indicator: 'a',
        value: 30,
        method: 'group-mean',
        group: 'south',
        from: 1,
      },
    ]);
    const except = [{ subject: 'P4', indicator: 'a' }];
    const taken = make(dataset, recipeOf({ ...impute, except }, percent, aggregate));
    expect(taken.stages[1]?.notes).toHaveLength(1);
    expect(listScores(dataset, taken, 'a')[3]).toBeNull();
  });

  it('leave out subjects of which too little is known, but for those that stay', () => {
    const dataset = makeDataset([10, null, 30, null], [4, null, 2, null]);
    const screen = { kind: 'screen', minimumAvailability: 0.5, minimumNonZero: 0, keep: ['P4'] } as const;
    const index = make(dataset, recipeOf(screen, percent, aggregate));
    expect(listScores(dataset, index, 'index')[1]).toBeNull();
    expect(index.stages[1]?.notes).toMatchObject([{ kind: 'screened', subject: 'P2' }]);
    expect(listScores(dataset, index, 'index')[3]).not.toBeNull();
  });

  it('say of an indicator in which all are level that it tells nothing', () => {
    const dataset = makeDataset([5, 5, 5, 5], [4, 3, 2, 0]);
    const index = make(dataset, recipeOf(percent, aggregate));
    expect(index.stages[1]?.notes).toEqual([{ kind: 'not-normalised', indicator: 'a' }]);
    expect(listScores(dataset, index, 'first')).toEqual([0, 25, 50, 100]);
  });

  it.each([
    [{ kind: 'rank' }, [1, 2, 3, 4], [1, 2, 3, 4]],
    [{ kind: 'borda' }, [0, 1, 2, 3], [0, 1, 2, 3]],
    [{ kind: 'percentile-rank' }, [0, 1 / 3, 2 / 3, 1], [0, 1 / 3, 2 / 3, 1]],
    [{ kind: 'distance-to-best' }, [0, 1 / 3, 2 / 3, 1], [0, 0.25, 0.5, 1]],
    [{ kind: 'distance-to-target', isCapped: false }, [0, 0.25, 0.5, 0.75], [0, 0.25, 0.5, 1]],
    [{ kind: 'distance-to-reference', subject: 'P3', isCapped: true }, [0, 0.5, 1, 1], [0, 0.5, 1, 1]],
    [{ kind: 'scaled', lower: 0, upper: 40 }, [25, 50, 75, 100], [-10, -7.5, -5, 0]],
    [
      { kind: 'goalposts', lower: 2, upper: 30, scale: 10, isCapped: true },
      [20 / 7, 45 / 7, 10, 10],
      [65 / 7, 270 / 28, 10, 10],
    ],
  ] as const)('bring numbers onto the scale %o', (method, a, b) => {
    const index = make(complete, recipeOf(scaleBy(method), aggregate));
    listScores(complete, index, 'a').forEach((score, row) => expect(score).toBeCloseTo(a[row]!, 12));
    listScores(complete, index, 'b').forEach((score, row) => expect(score).toBeCloseTo(b[row]!, 12));
  });

  it('rank by how much of the weight each subject is ahead of each other', () => {
    const index = make(complete, recipeOf(percent, { ...aggregate, byLevel: ['copeland'] }));
    // P4 is ahead of all three in both indicators, P1 of nobody.
    expect(listScores(complete, index, 'first')).toEqual([0, 1, 2, 3]);
  });
});

describe('a recipe', () => {
  it('refuses a mean that has no value, naming the subject and the indicator', () => {
    const geometric = recipeOf(percent, { ...aggregate, method: 'geometric' });
    expect(findingsOf(complete, geometric)).toEqual([['value-not-positive', { subject: 'P1', code: 'a' }]]);
  });

  it.each([
    ['a step twice', recipeOf(percent, percent, aggregate), 'step-repeated', 'normalise'],
    ['steps out of order', recipeOf(aggregate, percent), 'step-out-of-order', 'normalise'],
    ['no aggregation', recipeOf(percent), 'step-missing', 'aggregate'],
    ['an unknown step', recipeOf({ kind: 'stir' } as never, percent, aggregate), 'step-unknown', 'stir'],
    [
      'bounds upside down',
      recipeOf(scaleBy({ kind: 'min-max', lower: 1, upper: 0 }), aggregate),
      'parameter-invalid',
      'normalise.method',
    ],
    [
      'a scale of no kind',
      recipeOf(scaleBy({ kind: 'toString' } as never), aggregate),
      'parameter-invalid',
      'normalise.method',
    ],
    [
      'an unknown weight',
      { ...recipeOf(percent, aggregate), weights: { x: 1 } },
      'parameter-unknown',
      'weights.x',
    ],
    [
      'a weight that is no number',
      { ...recipeOf(percent, aggregate), weights: { a: Number.NaN } },
      'parameter-invalid',
      'weights.a',
    ],
  ] as const)('with %s is refused at its path', (_, recipe, code, path) => {
    expect(findingsOf(complete, recipe)).toContainEqual([code, { path }]);
  });

  it('lists what may be varied, changes it by its path and refuses a path that names nothing', () => {
    const recipe = recipeOf(percent, aggregate);
    expect(listParameters(recipe)).toContain('aggregate.method');
    expect(withParameter(recipe, 'aggregate.method', 'harmonic')).toMatchObject({
      steps: [{ kind: 'normalise' }, { method: 'harmonic' }],
    });
    expect(withParameter(recipe, 'treat.maximumWinsorised', 3)).toMatchObject({
      findings: [{ code: 'parameter-unknown', place: { path: 'treat.maximumWinsorised' } }],
    });
    expect(listUnvaried(recipe, ['weights.a', 'aggregate.method'], ['a', 'b'])).toEqual([
      ...['normalise.method', 'normalise.byIndicator', 'aggregate.byLevel', 'aggregate.minimumAvailability'],
      ...['ties', 'weights.b'],
    ]);
  });

  it('computes anew only what depends on a change', () => {
    const builder = createIndexBuilder(complete);
    const recipe = recipeOf({ kind: 'denominate' }, percent, aggregate);
    const reusedBy = (next: Recipe): number => (builder.build(next) as CompositeIndex).reusedStages;
    expect(reusedBy(recipe)).toBe(0);
    expect(reusedBy({ ...recipe, weights: { a: 2 } })).toBe(2);
    expect(reusedBy(recipeOf({ kind: 'denominate' }, scaleBy({ kind: 'rank' }), aggregate))).toBe(1);
    expect(reusedBy(recipe)).toBe(3);
  });
});

describe('leaving one out', () => {
  it('gives its weight to its siblings, and takes along a parent that is left empty', () => {
    const dataset = makeDataset([10, 20, 30, 40], [4, 3, 2, 0], [9, 4, 1, 0]);
    const left = leaveOneOut(dataset, recipeOf(percent, aggregate));
    if (isUnusable(left)) throw new Error('unusable');
    expect(left.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'first', 'second']);
    const changeOf = (code: string) => left.find((one) => one.code === code)?.meanRankChange;
    expect(changeOf('c')).toBe(changeOf('second'));
    expect(changeOf('first')).toBeGreaterThan(0);
  });
});

describe('for any data', () => {
  const numbers = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { freq: 5 }), {
    minLength: 4,
    maxLength: 4,
  });
  const methods = fc.constantFrom<NormalisationMethod>(
    { kind: 'min-max', lower: 1, upper: 100 },
    { kind: 'rank' },
    { kind: 'percentile-rank' },
    { kind: 'z-score', mean: 10, deviation: 2 },
  );

  it('a score is a finite number or missing, and the index lies between its children', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, methods, (a, b, c, method) => {
        const dataset = makeDataset(a, b, c);
        const index = make(dataset, recipeOf(scaleBy(method), aggregate));
        const [first, second, whole] = ['first', 'second', 'index'].map((code) =>
          listScores(dataset, index, code),
        );
        whole!.forEach((score, row) => {
          const children = [first![row], second![row]].filter((child) => typeof child === 'number');
          expect(score === null).toBe(children.length === 0);
          if (score === null) return;
          expect(score).toBeGreaterThanOrEqual(Math.min(...children) - 1e-9);
          expect(score).toBeLessThanOrEqual(Math.max(...children) + 1e-9);
        });
      }),
    );
  });

  it('a stage that is taken from before equals one that is computed anew', () => {
    const builder = createIndexBuilder(complete);
    fc.assert(
      fc.property(methods, fc.double({ min: 0.1, max: 9, noNaN: true }), (method, weight) => {
        const recipe = { ...recipeOf(scaleBy(method), aggregate), weights: { a: weight } };
        expect((builder.build(recipe) as CompositeIndex).stages.at(-1)).toEqual(
          make(complete, recipe).stages.at(-1),
        );
      }),
    );
  });
});
