/** The numbers that are there, in rising order. */
export const sortPresent = (values: Iterable<number>): Float64Array =>
  Float64Array.from([...values].filter((value) => !Number.isNaN(value))).sort();

/**
 * Quantile of numbers in rising order: linear between the two nearest, type 7 of Hyndman & Fan (1996), as R and numpy do by
 * default. NaN of none.
 */
export const quantile = (sorted: Float64Array, share: number): number => {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (place - below) * (high - low);
};

/** Median of the numbers that are there, in any order; NaN of none. */
export const medianOf = (values: Iterable<number>): number => quantile(sortPresent(values), 0.5);

/** Counts of whole numbers 1, 2, … : `counts[from]` belongs to 1. */
export interface Tally {
  readonly counts: Uint32Array;
  readonly from: number;
  readonly length: number;
}

const orderStatistic = ({ counts, from, length }: Tally, order: number): number => {
  let seen = 0;
  for (let value = 0; value < length; value += 1) {
    seen += counts[from + value] ?? 0;
    if (seen > order) return value + 1;
  }
  return Number.NaN;
};

/** Quantile (type 7) of tallied whole numbers, without writing them out. */
export const quantileOfTally = (tally: Tally, total: number, share: number): number => {
  const place = (total - 1) * share;
  const below = Math.floor(place);
  const low = orderStatistic(tally, below);
  if (place === below) return low;
  return low + (place - below) * (orderStatistic(tally, below + 1) - low);
};
