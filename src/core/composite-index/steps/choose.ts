import type { AggregationMethod } from '#core/composite-index/recipe.ts';
import { quantile, sortPresent } from '#core/composite-index/statistics/quantile.ts';

/** Aggregates that are one of the children's own numbers, or the middle of them. They know no weights. */
export type ChoiceMethod = Extract<AggregationMethod, 'median' | 'minimum' | 'maximum'>;

const SHARES = { minimum: 0, median: 0.5, maximum: 1 } as const satisfies Record<ChoiceMethod, number>;

/** The least, middle or greatest of what is there, row by row; NaN where nothing is. */
export const chooseFrom = (
  columns: readonly Float64Array[],
  height: number,
  method: ChoiceMethod,
): Float64Array =>
  Float64Array.from({ length: height }, (_, row) =>
    quantile(sortPresent(columns.map((column) => column[row] ?? Number.NaN)), SHARES[method]),
  );
