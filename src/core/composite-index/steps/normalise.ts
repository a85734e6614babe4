import type { Dataset, Indicator, Matrix } from '#core/composite-index/dataset.ts';
import type { NormalisationMethod, NormaliseStep } from '#core/composite-index/recipe.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';
import { findExtremes, momentsOf, runOf } from '#core/composite-index/statistics/moments.ts';
import { rankValues } from '#core/composite-index/statistics/rank-values.ts';

/** What a method may look at beside the values: already turned so that more is better. */
interface Column {
  readonly values: Float64Array;
  readonly direction: 1 | -1;
  readonly target: number;
  /** Value of the subject that the method refers to; NaN where it refers to none. */
  readonly reference: number;
}

/** (x − centre) ÷ unit · scale + shift. Without a unit to measure in, nothing can be said of any subject. */
const measureFrom = (
  values: Float64Array,
  centre: number,
  unit: number,
  scale = 1,
  shift = 0,
): Float64Array => {
  const result = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const measured = (((values[row] ?? 0) - centre) / unit) * scale + shift;
    // Also where doubles end: an endless number is no number of anything.
    result[row] = Number.isFinite(measured) ? measured : Number.NaN;
  }
  return result;
};

const between = (values: Float64Array, zero: number, one: number): Float64Array =>
  measureFrom(values, zero, one - zero);

const capAtOne = (values: Float64Array, isCapped: boolean): Float64Array =>
  isCapped ? values.map((value) => (value > 1 ? 1 : value)) : values;

const toRanks = (values: Float64Array): Float64Array => rankValues(runOf(values), 'lowest-first', 'minimum');

type Normaliser<Kind> = (
  column: Column,
  method: Extract<NormalisationMethod, { kind: Kind }>,
) => Float64Array;

const toGoalposts: Normaliser<'goalposts'> = ({ values, direction }, { lower, upper, scale, isCapped }) => {
  // Posts are written in the indicator's own unit: where less is better, the upper one is the worst.
  const share = direction === 1 ? between(values, lower, upper) : between(values, -upper, -lower);
  return share.map((value) => (isCapped ? Math.max(0, Math.min(1, value)) : value) * scale);
};

const toMinMax: Normaliser<'min-max'> = ({ values }, { lower, upper }) => {
  const { lowest, highest } = findExtremes(runOf(values));
  return measureFrom(values, lowest, highest - lowest, upper - lower, lower);
};

const toZScore: Normaliser<'z-score'> = ({ values }, method) => {
  const { mean, deviation } = momentsOf(runOf(values));
  return measureFrom(values, mean, deviation, method.deviation, method.mean);
};

const toPercentileRank = (values: Float64Array): Float64Array => {
  const ranks = toRanks(values);
  const last = ranks.filter((rank) => !Number.isNaN(rank)).length - 1;
  return ranks.map((rank) => (last === 0 ? Number.NaN : (rank - 1) / last));
};

const distanceFrom = (values: Float64Array, reference: number, isCapped: boolean): Float64Array =>
  capAtOne(between(values, findExtremes(runOf(values)).lowest, reference), isCapped);

const NORMALISERS: { readonly [Kind in NormalisationMethod['kind']]: Normaliser<Kind> } = {
  'min-max': toMinMax,
  'z-score': toZScore,
  rank: ({ values }) => toRanks(values),
  'percentile-rank': ({ values }) => toPercentileRank(values),
  borda: ({ values }) => toRanks(values).map((rank) => rank - 1),
  goalposts: toGoalposts,
  'distance-to-target': ({ values, target, direction }, { isCapped }) =>
    distanceFrom(values, direction * target, isCapped),
  'distance-to-reference': ({ values, reference }, { isCapped }) => distanceFrom(values, reference, isCapped),
  'distance-to-best': ({ values }) => distanceFrom(values, findExtremes(runOf(values)).highest, false),
  'fraction-of-maximum': ({ values }) => measureFrom(values, 0, findExtremes(runOf(values)).highest),
  scaled: ({ values }, { lower, upper, scale = 100 }) => measureFrom(values, lower, upper - lower, scale),
  none: ({ values }) => values,
};

/** Normalises one column of values that are already turned so that more is better. */
export const normaliseColumn = (column: Column, method: NormalisationMethod): Float64Array =>
  (NORMALISERS[method.kind] as Normaliser<NormalisationMethod['kind']>)(column, method);

/** Turns a column within the new table, where it waits for its scale. */
const turnInto = (
  into: Float64Array,
  values: Float64Array,
  direction: Indicator['direction'],
): Float64Array => {
  for (let row = 0; row < into.length; row += 1) into[row] = direction * (values[row] ?? Number.NaN);
  return into;
};

const rowOfReference = ({ subjects }: Dataset, { rows }: Matrix, method: NormalisationMethod): number =>
  method.kind === 'distance-to-reference' ? rows.indexOf(subjects.indexOf(method.subject)) : -1;

const isThere = (value: number): boolean => !Number.isNaN(value);

/** Turns every indicator so that more is better and brings it onto the common scale. */
export const normalise = (dataset: Dataset, matrix: Matrix, step: NormaliseStep): Stage => {
  const height = matrix.rows.length;
  const data = new Float64Array(matrix.data.length);
  const notes: StageNote[] = [];
  dataset.indicators.forEach(({ code, direction, target = Number.NaN }, column) => {
    const [from, to] = [column * height, (column + 1) * height];
    const values = turnInto(data.subarray(from, to), matrix.data.subarray(from, to), direction);
    const method = step.byIndicator[code] ?? step.method;
    const reference = values[rowOfReference(dataset, matrix, method)] ?? Number.NaN;
    const result = normaliseColumn({ values, direction, target, reference }, method);
    const isLost = !result.some(isThere) && values.some(isThere);
    values.set(result);
    if (isLost) notes.push({ kind: 'not-normalised', indicator: code });
  });
  return { kind: 'normalise', matrix: { ...matrix, data }, notes };
};
