import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { Transformation, TreatStep } from '#core/composite-index/recipe.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';
import {
  findExtremes,
  type Moments,
  momentsOf,
  type Run,
  runOf,
} from '#core/composite-index/statistics/moments.ts';

type Thresholds = Pick<TreatStep, 'skewness' | 'kurtosis'>;

/** Tells whether a column has no outliers: one of its two shapes stays below its threshold. Undefined shapes count as none. */
const passesShapeTest = (moments: Pick<Moments, 'skewness' | 'kurtosis'>, thresholds: Thresholds): boolean =>
  !(Math.abs(moments.skewness) >= thresholds.skewness && moments.kurtosis >= thresholds.kurtosis);

/** Replaces the extreme values on the side of the skew by the next one; returns their places. */
const pullInExtremes = (values: Float64Array, side: 1 | -1): readonly number[] => {
  let extreme = -Infinity;
  let next = -Infinity;
  for (const value of values) {
    const height = side * value;
    if (height > extreme) {
      next = extreme;
      extreme = height;
    } else if (height > next && height < extreme) next = height;
  }
  const places: number[] = [];
  for (let place = 0; place < values.length; place += 1) {
    if (side * (values[place] ?? Number.NaN) !== extreme) continue;
    places.push(place);
    values[place] = side * next;
  }
  return places;
};

interface Winsorised {
  readonly places: readonly number[];
  readonly moments: Moments;
}

/** Winsorises in place until the test passes or as many values as allowed are replaced. */
const winsorise = (values: Float64Array, before: Moments, step: TreatStep): Winsorised => {
  let moments = before;
  let high: readonly number[] = [];
  let low: readonly number[] = [];
  while (!passesShapeTest(moments, step) && high.length + low.length < step.maximumWinsorised) {
    if (moments.skewness >= 0) high = pullInExtremes(values, 1);
    else low = pullInExtremes(values, -1);
    moments = momentsOf(runOf(values));
  }
  // A value may have been pulled in from one side, then from the other.
  const places = low.length === 0 ? high : [...new Set([...high, ...low])];
  return { places, moments };
};

const TRANSFORMATIONS = {
  none: () => (value: number) => value,
  'log-shifted': (run: Run) => {
    const { lowest, highest } = findExtremes(run);
    return (value: number) => Math.log(value - lowest + 0.01 * (highest - lowest));
  },
  'log-plus-one': (run: Run) => {
    const { lowest } = findExtremes(run);
    return (value: number) => Math.log(value - lowest + 1);
  },
} as const satisfies Record<Transformation, (run: Run) => (value: number) => number>;

/** Treats a column in place; `untreated` holds the same numbers. Says what was done, or nothing when nothing was to be done. */
const treatColumn = (
  column: Float64Array,
  untreated: Run,
  step: TreatStep,
  indicator: string,
  nameOf: (place: number) => string,
): StageNote | undefined => {
  const before = momentsOf(untreated);
  if (passesShapeTest(before, step)) return undefined;
  const { places, moments } = winsorise(column, before, step);
  const isEnough = passesShapeTest(moments, step) || step.transformation === 'none';
  let after = moments;
  if (!isEnough) {
    const { data, from, length } = untreated;
    if (step.transforms === 'untreated') column.set(data.subarray(from, from + length));
    const transform = TRANSFORMATIONS[step.transformation](runOf(column));
    for (let row = 0; row < column.length; row += 1) column[row] = transform(column[row] ?? Number.NaN);
    after = momentsOf(runOf(column));
  }
  return {
    kind: 'treated',
    indicator,
    skewness: before.skewness,
    kurtosis: before.kurtosis,
    winsorised: places.length,
    winsorisedSubjects: places.map(nameOf),
    transformation: isEnough ? 'none' : step.transformation,
    skewnessAfter: after.skewness,
    kurtosisAfter: after.kurtosis,
    passes: passesShapeTest(after, step),
  };
};

/**
 * Treats columns with outliers as the OECD/JRC handbook (2008, step 5) and the JRC's COIN tool do: winsorise up to a number of
 * values; if the shape test still fails, transform. Columns that pass stay as they are.
 */
export const treatOutliers = (dataset: Dataset, matrix: Matrix, step: TreatStep): Stage => {
  const height = matrix.rows.length;
  const data = matrix.data.slice();
  const excepted = new Set(step.except);
  const nameOf = (place: number): string => dataset.subjects[matrix.rows[place] ?? -1] ?? '';
  const notes: StageNote[] = [];
  dataset.indicators.forEach(({ code }, column) => {
    if (excepted.has(code)) return;
    const from = column * height;
    const untreated = { data: matrix.data, from, length: height };
    const note = treatColumn(data.subarray(from, from + height), untreated, step, code, nameOf);
    if (note) notes.push(note);
  });
  return { kind: 'treat', matrix: { ...matrix, data }, notes };
};
