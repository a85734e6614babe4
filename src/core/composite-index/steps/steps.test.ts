import { describe, expect, it } from 'vitest';
import { buildDataset } from '#core/composite-index/build-dataset.ts';
import { buildIndex, listScores } from '#core/composite-index/build-index.ts';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import type { Cell, DatasetInput } from '#core/composite-index/dataset-input.ts';
import type { AggregateStep, Recipe, Step, TreatStep } from '#core/composite-index/recipe.ts';

// Expected numbers were computed with R 4.2.2, by the formulas that stand beside them.

const none: Step = { kind: 'normalise', method: { kind: 'none' }, byIndicator: {} };
const arithmetic: AggregateStep = {
  ...{ kind: 'aggregate', method: 'arithmetic', byLevel: [], minimumAvailability: 0 },
};

const datasetOf = (
  columns: Readonly<Record<string, readonly Cell[]>>,
  changed: Partial<DatasetInput['indicators'][number]> = {},
) => {
  const codes = Object.keys(columns);
  const dataset = buildDataset({
    subjects: columns[codes[0]!]!.map((_, row) => `S${row + 1}`),
    indicators: codes.map((code) => ({ code, parent: 'index', direction: 1, weight: 1, ...changed })),
    aggregates: [{ code: 'index', parent: null, weight: 1 }],
    values: columns,
    denominators: { people: columns[codes[0]!]!.map(() => 4) },
  });
  if (isUnusable(dataset)) throw new Error(JSON.stringify(dataset.findings));
  return dataset;
};

const make = (dataset: ReturnType<typeof datasetOf>, ...steps: readonly Step[]) => {
  const recipe: Recipe = { steps, weights: {}, ties: 'minimum' };
  const index = buildIndex(dataset, recipe);
  if (isUnusable(index)) throw new Error(JSON.stringify(index.findings));
  return index;
};

const findingsOf = (dataset: ReturnType<typeof datasetOf>, ...steps: readonly Step[]) => {
  const index = buildIndex(dataset, { steps, weights: {}, ties: 'minimum' });
  return isUnusable(index) ? index.findings.map(({ code, place }) => [code, place]) : [];
};

const expectClose = (found: readonly (number | null)[], expected: readonly (number | null)[]): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, row) => {
    if (value === null || expected[row] === null) expect(value).toBe(expected[row]);
    else expect(value).toBeCloseTo(expected[row]!, 11);
  });
};

const treat: TreatStep = {
  ...{ kind: 'treat', skewness: 2, kurtosis: 3.5, maximumWinsorised: 5 },
  ...{ transformation: 'log-shifted', transforms: 'untreated', except: [] },
};

/** Skewness 2.8092737015544826, kurtosis 7.91882845946: e1071::skewness(x, type = 2). */
const TAIL = [0, 1, 2, 3, 4, 5, 6, 100];

const treated = (values: readonly number[], changed: Partial<TreatStep>) => {
  const dataset = datasetOf({ x: values });
  const index = make(dataset, { ...treat, ...changed }, none, arithmetic);
  return { scores: listScores(dataset, index, 'x'), note: index.stages[1]?.notes[0] };
};

describe('the treatment of outliers', () => {
  it('names the shape that it found and what it did', () => {
    const { scores, note } = treated(TAIL, {});
    expectClose(scores, [0, 1, 2, 3, 4, 5, 6, 6]);
    expect(note).toMatchObject({
      winsorised: 1,
      winsorisedSubjects: ['S8'],
      passes: true,
      isTakenBack: false,
    });
    if (note?.kind !== 'treated') throw new Error('untreated');
    expect(note.skewness).toBeCloseTo(2.8092737015544826, 12);
    expect(note.kurtosis).toBeCloseTo(7.9188284594030307, 11);
  });

  const bent = { maximumWinsorised: 0 } as const;
  it.each([
    // x <- x - min(x) + 1; (x^0.5 - 1) / 0.5
    [
      { ...bent, transformation: 'box-cox', lambda: 0.5 },
      [0, 0.8284271247461903, 1.4641016151377544, 2, 2.4721359549995796, 2.8989794855663558],
    ],
    // log(x - min(x) + 1)
    [{ ...bent, transformation: 'box-cox', lambda: 0 }, [0, Math.log(2), Math.log(3), Math.log(4)]],
    [{ ...bent, transformation: 'log-plus-one' }, [0, Math.log(2), Math.log(3), Math.log(4)]],
    // log(x - min(x) + 0.01 * (max(x) - min(x))); the hundredth of this range is 1
    [{ ...bent, transformation: 'log-shifted' }, [0, Math.log(2), Math.log(3), Math.log(4)]],
    // log((max(x) - 1) * (x - min(x)) / (max(x) - min(x)) + 1)
    [
      { ...bent, transformation: 'log-by-maximum' },
      [0, 0.68813463873640102, 1.091923300517313, 1.3787660946990992, 1.6014057407368361],
    ],
    // The first treatment may be a transformation as well.
    [{ first: 'box-cox', lambda: 0, transformation: 'none' }, [0, Math.log(2), Math.log(3)]],
  ] as const)('bends a column by %o', (changed, expected) => {
    expectClose(treated(TAIL, changed).scores.slice(0, expected.length), expected);
  });

  it('bends by the side of the tail when asked to: −log(max + a − x) to the left', () => {
    const { scores } = treated(
      TAIL.map((value) => -value),
      { ...bent, transformation: 'log-shifted-by-skew' },
    );
    expectClose(scores.slice(1, 4), [-Math.log(2), -Math.log(3), -Math.log(4)]);
    expect(scores[7]).toBeCloseTo(-4.6151205168412597, 12);
  });

  it('bends positive numbers as they are, and refuses others at their place', () => {
    const unshifted = { ...treat, ...bent, transformation: 'box-cox-unshifted', lambda: -1 } as const;
    const positive = datasetOf({ x: TAIL.map((value) => value + 1) });
    // (x^-1 - 1) / -1
    const index = make(positive, unshifted, none, arithmetic);
    expectClose(listScores(positive, index, 'x').slice(0, 4), [0, 1 / 2, 2 / 3, 3 / 4]);
    expect(findingsOf(datasetOf({ x: TAIL }), unshifted, none, arithmetic)).toEqual([
      ['value-not-positive', { subject: 'S1', code: 'x' }],
    ]);
  });

  it('goes on to the limit, without one, or until other thresholds hold', () => {
    expectClose(treated(TAIL, { winsorisesUntil: 'limit', maximumWinsorised: 3 }).scores, [
      ...[1, 1, 2, 3, 4, 5, 5, 5],
    ]);
    expectClose(treated(TAIL, { maximumWinsorised: null }).scores, [0, 1, 2, 3, 4, 5, 6, 6]);
    const strict = { skewness: 0, kurtosis: -9 };
    expectClose(treated(TAIL, { winsorisesUntil: strict, maximumWinsorised: 3 }).scores, [
      ...[1, 1, 2, 3, 4, 5, 5, 5],
    ]);
  });

  it('is taken back where it would leave no spread', () => {
    const { scores, note } = treated([0, 0, 0, 0, 0, 0, 0, 1], {});
    expectClose(scores, [0, 0, 0, 0, 0, 0, 0, 1]);
    expect(note).toMatchObject({ isTakenBack: true, passes: false, transformation: 'none' });
  });

  it('may differ by indicator', () => {
    const dataset = datasetOf({ x: TAIL, y: TAIL, z: TAIL });
    const byIndicator = {
      y: { maximumWinsorised: 0, transformation: 'log-plus-one' },
      z: { skewness: 3 },
    } as const;
    const index = make(dataset, { ...treat, byIndicator }, none, arithmetic);
    expect(listScores(dataset, index, 'x')[7]).toBe(6);
    expect(listScores(dataset, index, 'y')[7]).toBeCloseTo(Math.log(101), 12);
    expect(listScores(dataset, index, 'z')[7]).toBe(100);
  });

  it('is switched off as a whole, which may be varied', () => {
    expectClose(treated(TAIL, { isOff: true }).scores, TAIL);
  });

  it.each([
    [{ transformation: 'box-cox' }, 'treat.lambda'],
    [{ first: 'stir' }, 'treat.first'],
    [{ maximumWinsorised: 1.5 }, 'treat.maximumWinsorised'],
    [{ winsorisesUntil: { skewness: -1, kurtosis: 0 } }, 'treat.winsorisesUntil.skewness'],
    [{ byIndicator: { q: {} } }, 'treat.byIndicator'],
    [{ byIndicator: { x: { kurtosis: Number.NaN } } }, 'treat.byIndicator.x.kurtosis'],
  ] as const)('with %o is refused at its path', (changed, path) => {
    const step = { ...treat, ...changed } as TreatStep;
    expect(findingsOf(datasetOf({ x: TAIL }), step, none, arithmetic)).toEqual([
      ['parameter-invalid', { path }],
    ]);
  });
});

describe('filling gaps from the same row', () => {
  const columns = { a: [10, 20, 30, 40], b: [4, null, 2, 0], c: [1, 2, null, 4] };
  const dataset = buildDataset({
    subjects: ['S1', 'S2', 'S3', 'S4'],
    indicators: [
      { code: 'a', parent: 'left', direction: 1, weight: 1 },
      { code: 'b', parent: 'left', direction: -1, weight: 1 },
      { code: 'c', parent: 'right', direction: 1, weight: 1 },
    ],
    aggregates: [
      { code: 'left', parent: 'index', weight: 1 },
      { code: 'right', parent: 'index', weight: 1 },
      { code: 'index', parent: null, weight: 1 },
    ],
    values: columns,
  });
  if (isUnusable(dataset)) throw new Error('unusable');
  const impute = { kind: 'impute', method: 'row-mean', grouping: null, except: [] } as const;
  const filled = (changed: object, ...before: readonly Step[]) => {
    const index = make(dataset, ...before, { ...impute, ...changed }, none, arithmetic);
    const { matrix, notes } = index.stages[before.length + 1]!;
    return { b: matrix.data[4 + 1], c: matrix.data[8 + 2], notes };
  };

  it('scales by the extremes and the direction first, takes the mean of the row and scales back', () => {
    const { b, c, notes } = filled({});
    // t(apply(z, 1, function(r) { r[is.na(r)] <- mean(r, na.rm = TRUE); r })) of min–max columns
    expect(b).toBeCloseTo(8 / 3, 12);
    expect(c).toBeCloseTo(2.75, 12);
    expect(notes).toMatchObject([
      { kind: 'imputed', subject: 'S2', indicator: 'b', method: 'row-mean', from: 2, group: null },
      { kind: 'imputed', subject: 'S3', indicator: 'c' },
    ]);
  });

  it('takes numbers as they are, from relatives only, or not at all', () => {
    expect(filled({ isScaled: false }).b).toBe(11);
    const within = filled({ level: 0 });
    expect(within.b).toBeCloseTo(4 - 4 / 3, 12);
    expect(within.notes).toContainEqual({ kind: 'not-imputed', subject: 'S3', indicator: 'c' });
    expect(filled({ isOff: true }).b).toBeNaN();
  });

  it('may stand after the scale, where numbers are of one unit already', () => {
    const minMax: Step = {
      kind: 'normalise',
      method: { kind: 'min-max', lower: 0, upper: 9 },
      byIndicator: {},
    };
    const index = make(dataset, minMax, { ...impute, method: 'row-median' }, arithmetic);
    expect(index.stages[2]?.matrix.data[4 + 1]).toBeCloseTo(3, 12);
  });
});

describe('other options of steps', () => {
  const columns = { x: [1, 4, 0], y: [2, 1, 3], z: [3, 2, null] };

  it('multiply a quotient, so that it is by a thousand', () => {
    const dataset = datasetOf({ x: [2, 8] }, { denominator: 'people', quotientFactor: 1000 });
    const index = make(dataset, { kind: 'denominate' }, none, arithmetic);
    expect(listScores(dataset, index, 'x')).toEqual([500, 2000]);
  });

  it('leave out whom they name, in whatever order steps are taken', () => {
    const screen: Step = {
      ...{ kind: 'screen', minimumAvailability: 0, minimumNonZero: 0 },
      ...{ keep: ['S2'], leaveOut: ['S1'] },
    };
    const dataset = datasetOf(columns);
    const impute = { kind: 'impute', method: 'mean', grouping: null, except: [] } as const;
    const index = make(dataset, screen, impute, none, arithmetic);
    // Of S1 nothing is known any more when the mean is taken.
    expect(listScores(dataset, index, 'z')).toEqual([null, 2, 2]);
  });

  it.each([
    // (sum(w * x^p) / sum(w))^(1 / p)
    [{ method: 'power', exponent: 2 }, [Math.sqrt(14 / 3), Math.sqrt(7)]],
    [{ method: 'power', exponent: -1 }, [3 / (1 + 1 / 2 + 1 / 3), 3 / (1 / 4 + 1 + 1 / 2)]],
    [{ method: 'median' }, [2, 2, 1.5]],
    [{ method: 'minimum' }, [1, 1, 0]],
    [{ method: 'maximum' }, [3, 4, 3]],
    [{ method: 'arithmetic', byAggregate: { index: 'maximum' } }, [3, 4, 3]],
    // S1 : S2 = 2 of 3, S1 : S3 = 1 of 2, S2 : S3 = 1 of 2
    [{ method: 'copeland' }, [2 / 3 + 1 / 2, 1 / 3 + 1 / 2, 1]],
    [{ method: 'copeland-majority' }, [1, -1, 0]],
    [{ method: 'arithmetic', minimumAvailabilityByLevel: [1] }, [2, 7 / 3, null]],
  ] as const)('make one number of several by %o', (changed, expected) => {
    const known = expected.length === 2 ? { x: [1, 4], y: [2, 1], z: [3, 2] } : columns;
    const dataset = datasetOf(known);
    const index = make(dataset, none, { ...arithmetic, ...changed });
    expectClose(listScores(dataset, index, 'index'), expected);
  });

  it('refuse a power mean without its exponent, and of numbers that it has no value for', () => {
    const dataset = datasetOf({ x: [-1, 2], y: [0, 1] });
    const power = { ...arithmetic, method: 'power' } as const;
    expect(findingsOf(dataset, none, power)).toEqual([['parameter-invalid', { path: 'aggregate.exponent' }]]);
    expect(findingsOf(dataset, none, { ...power, exponent: 2 })).toEqual([
      ['value-not-positive', { subject: 'S1', code: 'x' }],
    ]);
  });
});
