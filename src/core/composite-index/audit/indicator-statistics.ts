import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import { findExtremes, type Moments, momentsOf, type Run } from '#core/composite-index/statistics/moments.ts';
import { medianOf } from '#core/composite-index/statistics/quantile.ts';

/** What makes an indicator doubtful. */
export type IndicatorFlag = 'low-availability' | 'many-zeros' | 'few-distinct' | 'outliers';

/** Statistics of one indicator over the subjects. */
export interface IndicatorStatistics extends Moments {
  readonly code: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly median: number;
  readonly nonZero: number;
  readonly distinct: number;
  /** Size of the largest group of equal numbers. */
  readonly same: number;
  readonly flags: readonly IndicatorFlag[];
}

/** When an indicator is flagged: shares (0–1) of all subjects, and both shapes of an outlier. */
export interface AuditThresholds {
  readonly availability: number;
  readonly nonZero: number;
  readonly distinct: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

/** The thresholds that the JRC's tools use. */
export const JRC_THRESHOLDS: AuditThresholds = {
  ...{ availability: 0.65, nonZero: 0.5, distinct: 0.5 },
  ...{ skewness: 2, kurtosis: 3.5 },
};

const countEqual = (values: Float64Array): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const value of values) {
    if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

const flagsOf = (
  counted: Pick<IndicatorStatistics, 'count' | 'nonZero' | 'distinct' | 'skewness' | 'kurtosis'>,
  height: number,
  thresholds: AuditThresholds,
): readonly IndicatorFlag[] => [
  ...(counted.count / height < thresholds.availability ? (['low-availability'] as const) : []),
  ...(counted.nonZero / height < thresholds.nonZero ? (['many-zeros'] as const) : []),
  ...(counted.distinct / height < thresholds.distinct ? (['few-distinct'] as const) : []),
  ...(Math.abs(counted.skewness) > thresholds.skewness && counted.kurtosis > thresholds.kurtosis
    ? (['outliers'] as const)
    : []),
];

/** Statistics and flags of every indicator of a table, usually of the raw data. */
export const indicatorStatistics = (
  dataset: Dataset,
  matrix: Matrix,
  thresholds: AuditThresholds = JRC_THRESHOLDS,
): readonly IndicatorStatistics[] =>
  dataset.indicators.map(({ code }, column) => {
    const height = matrix.rows.length;
    const run: Run = { data: matrix.data, from: column * height, length: height };
    const values = matrix.data.subarray(run.from, run.from + height);
    const moments = momentsOf(run);
    const equal = countEqual(values);
    const { lowest, highest } = findExtremes(run);
    const counted = {
      ...moments,
      nonZero: moments.count - (equal.get(0) ?? 0),
      distinct: equal.size,
    };
    return {
      ...{ code, ...counted, minimum: lowest, maximum: highest, median: medianOf(values) },
      same: Math.max(0, ...equal.values()),
      flags: flagsOf(counted, height, thresholds),
    };
  });
