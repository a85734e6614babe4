import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { NormalisationMethod, NormaliseStep } from '#core/composite-index/recipe.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';
import { findExtremes, momentsOf, type Run, runOf } from '#core/composite-index/statistics/moments.ts';
import { rankValues } from '#core/composite-index/statistics/rank-values.ts';

/** What a method may look at beside the values: already turned so that more is better. */
interface Column {
  /** Brought onto the new scale in place. */
  readonly values: Float64Array;
  readonly direction: 1 | -1;
  readonly target: number;
  /** Value of the subject that the method refers to; NaN where it refers to none. */
  readonly reference: number;
}

/** (x − centre) ÷ unit · scale + shift. Without a unit to measure in, nothing can be said of any subject. */
const measureFrom = (values: Float64Array, centre: number, unit: number, scale = 1, shift = 0): void => {
  const height = values.length;
  for (let row = 0; row < height; row += 1) {
    const measured = (((values[row] ?? 0) - centre) / unit) * scale + shift;
    // Also where doubles end: an endless number is no number of anything.
    values[row] = Number.isFinite(measured) ? measured : Number.NaN;
  }
};

const between = (values: Float64Array, zero: number, one: number): void => {
  measureFrom(values, zero, one - zero);
};

const capAtOne = (values: Float64Array): void => {
  for (let row = 0; row < values.length; row += 1) if ((values[row] ?? 0) > 1) values[row] = 1;
};

const toRanks = (values: Float64Array): void => {
  values.set(rankValues(runOf(values), 'lowest-first', 'minimum'));
};

type Normaliser<Kind> = (column: Column, method: Extract<NormalisationMethod, { kind: Kind }>) => void;

const toGoalposts: Normaliser<'goalposts'> = ({ values, direction }, { lower, upper, scale, isCapped }) => {
  // Posts are written in the indicator's own unit: where less is better, the upper one is the worst.
  if (direction === 1) between(values, lower, upper);
  else between(values, -upper, -lower);
  for (let row = 0; row < values.length; row += 1) {
    const share = values[row] ?? Number.NaN;
    values[row] = (isCapped ? Math.max(0, Math.min(1, share)) : share) * scale;
  }
};

const toMinMax: Normaliser<'min-max'> = ({ values }, { lower, upper }) => {
  const { lowest, highest } = findExtremes(runOf(values));
  measureFrom(values, lowest, highest - lowest, upper - lower, lower);
};

const toZScore: Normaliser<'z-score'> = ({ values }, method) => {
  const { mean, deviation } = momentsOf(runOf(values));
  measureFrom(values, mean, deviation, method.deviation, method.mean);
};

const toPercentileRank = (values: Float64Array): void => {
  toRanks(values);
  const last = values.filter(isThere).length - 1;
  for (let row = 0; row < values.length; row += 1) {
    const rank = values[row] ?? Number.NaN;
    values[row] = last === 0 ? Number.NaN : (rank - 1) / last;
  }
};

const distanceFrom = (values: Float64Array, reference: number, isCapped: boolean): void => {
  between(values, findExtremes(runOf(values)).lowest, reference);
  if (isCapped) capAtOne(values);
};

const isThere = (value: number): boolean => !Number.isNaN(value);

const NORMALISERS: { readonly [Kind in NormalisationMethod['kind']]: Normaliser<Kind> } = {
  'min-max': toMinMax,
  'z-score': toZScore,
  rank: ({ values }) => {
    toRanks(values);
  },
  'percentile-rank': ({ values }) => {
    toPercentileRank(values);
  },
  borda: ({ values }) => {
    toRanks(values);
    measureFrom(values, 1, 1);
  },
  goalposts: toGoalposts,
  'distance-to-target': ({ values, target, direction }, { isCapped }) => {
    distanceFrom(values, direction * target, isCapped);
  },
  'distance-to-reference': ({ values, reference }, { isCapped }) => {
    distanceFrom(values, reference, isCapped);
  },
  'distance-to-best': ({ values }) => {
    distanceFrom(values, findExtremes(runOf(values)).highest, false);
  },
  'fraction-of-maximum': ({ values }) => {
    measureFrom(values, 0, findExtremes(runOf(values)).highest);
  },
  scaled: ({ values }, { lower, upper, scale = 100 }) => {
    measureFrom(values, lower, upper - lower, scale);
  },
  none: () => undefined,
};

/** Normalises one column in place, of values that are already turned so that more is better. */
export const normaliseColumn = (column: Column, method: NormalisationMethod): void => {
  (NORMALISERS[method.kind] as Normaliser<NormalisationMethod['kind']>)(column, method);
};

/** Turns a column within the new table, where it waits for its scale. */
const turnInto = (into: Float64Array, { data, from, length }: Run, direction: 1 | -1): void => {
  for (let row = 0; row < length; row += 1) into[row] = direction * (data[from + row] ?? Number.NaN);
};

const rowOfReference = ({ subjects }: Dataset, { rows }: Matrix, method: NormalisationMethod): number =>
  method.kind === 'distance-to-reference' ? rows.indexOf(subjects.indexOf(method.subject)) : -1;

/** Turns every indicator so that more is better and brings it onto the common scale. */
export const normalise = (dataset: Dataset, matrix: Matrix, step: NormaliseStep): Stage => {
  const height = matrix.rows.length;
  const data = new Float64Array(matrix.data.length);
  const notes: StageNote[] = [];
  dataset.indicators.forEach(({ code, direction, target = Number.NaN }, column) => {
    const from = column * height;
    const values = data.subarray(from, from + height);
    turnInto(values, { data: matrix.data, from, length: height }, direction);
    const method = step.byIndicator[code] ?? step.method;
    const reference = values[rowOfReference(dataset, matrix, method)] ?? Number.NaN;
    const wasThere = values.some(isThere);
    normaliseColumn({ values, direction, target, reference }, method);
    if (wasThere && !values.some(isThere)) notes.push({ kind: 'not-normalised', indicator: code });
  });
  return { kind: 'normalise', matrix: { rows: matrix.rows, width: matrix.width, data }, notes };
};
