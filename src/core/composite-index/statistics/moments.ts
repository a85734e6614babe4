/** A run of numbers within a larger one: a column of a table, without a copy. NaN marks a missing number. */
export interface Run {
  readonly data: Float64Array;
  readonly from: number;
  readonly length: number;
}

/** A whole array as a run. */
export const runOf = (data: Float64Array): Run => ({ data, from: 0, length: data.length });

/**
 * Count, mean, spread and shape of the numbers that are there. Skewness and kurtosis are the sample ones of Excel (SKEW, KURT;
 * G₁ and G₂ of Joanes & Gill 1998). What a count is too small for, or a spread of zero leaves undefined, is NaN.
 */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation, n − 1. */
  readonly deviation: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

/** The lowest and the highest number that is there; NaN when there is none. */
export interface Extremes {
  readonly lowest: number;
  readonly highest: number;
}

export const findExtremes = ({ data, from, length }: Run): Extremes => {
  let lowest = Number.NaN;
  let highest = Number.NaN;
  for (let place = from; place < from + length; place += 1) {
    const value = data[place] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (!(value >= lowest)) lowest = value;
    if (!(value <= highest)) highest = value;
  }
  return { lowest, highest };
};

/** Mean of the numbers that are there; NaN when there is none. */
export const meanOf = ({ data, from, length }: Run): number => {
  let count = 0;
  let total = 0;
  for (let place = from; place < from + length; place += 1) {
    const value = data[place] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count += 1;
    total += value;
  }
  return total / count;
};

const skewnessOf = (count: number, cubes: number, deviation: number): number =>
  ((count / ((count - 1) * (count - 2))) * cubes) / (deviation * deviation * deviation);

const kurtosisOf = (count: number, fourths: number, deviation: number): number => {
  const n = count;
  const scale = (n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3));
  const square = deviation * deviation;
  return (scale * fourths) / (square * square) - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
};

/** Computes all moments in two passes, so that large numbers of small spread lose no digits. */
export const momentsOf = (run: Run): Moments => {
  const mean = meanOf(run);
  const { data, from, length } = run;
  let count = 0;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  const end = from + length;
  for (let place = from; place < end; place += 1) {
    const distance = (data[place] ?? 0) - mean;
    if (Number.isNaN(distance)) continue;
    const square = distance * distance;
    count += 1;
    squares += square;
    cubes += square * distance;
    fourths += square * square;
  }
  const deviation = Math.sqrt(squares / (count - 1));
  const hasShape = deviation > 0;
  return {
    count,
    mean,
    deviation,
    skewness: hasShape && count > 2 ? skewnessOf(count, cubes, deviation) : Number.NaN,
    kurtosis: hasShape && count > 3 ? kurtosisOf(count, fourths, deviation) : Number.NaN,
  };
};
