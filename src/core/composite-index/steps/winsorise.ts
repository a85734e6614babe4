import type { ShapeThresholds, Treatment } from '#core/composite-index/recipe.ts';
import { type Moments, momentsOf, runOf } from '#core/composite-index/statistics/moments.ts';

/** Tells whether a column has no outliers: one of its two shapes stays below its threshold. Undefined shapes count as none. */
export const passesShapeTest = (
  moments: Pick<Moments, 'skewness' | 'kurtosis'>,
  thresholds: ShapeThresholds,
): boolean => !(Math.abs(moments.skewness) >= thresholds.skewness && moments.kurtosis >= thresholds.kurtosis);

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

type Limits = Pick<Treatment, 'skewness' | 'kurtosis' | 'maximumWinsorised' | 'winsorisesUntil'>;

/** Winsorises in place until the test passes, no spread is left, or as many values as allowed are replaced. */
export const winsorise = (values: Float64Array, before: Moments, limits: Limits): Winsorised => {
  const { winsorisesUntil: until, maximumWinsorised } = limits;
  const most = maximumWinsorised ?? Infinity;
  const isEnough = (reached: Moments): boolean =>
    until === 'limit' ? !(reached.deviation > 0) : passesShapeTest(reached, until ?? limits);
  let moments = before;
  let high: readonly number[] = [];
  let low: readonly number[] = [];
  while (!isEnough(moments) && high.length + low.length < most) {
    if (moments.skewness >= 0) high = pullInExtremes(values, 1);
    else low = pullInExtremes(values, -1);
    moments = momentsOf(runOf(values));
  }
  // A value may have been pulled in from one side, then from the other.
  const places = low.length === 0 ? high : [...new Set([...high, ...low])];
  return { places, moments };
};
