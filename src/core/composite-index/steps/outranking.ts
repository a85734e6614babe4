/** Columns of one height, with the weight of each. */
export interface Comparison {
  readonly columns: readonly Float64Array[];
  readonly weights: readonly number[];
}

/** Share of the weight in which the first subject is ahead, half of it where they are level; over what is known of both. */
const shareAhead = ({ columns, weights }: Comparison, first: number, second: number): number => {
  let ahead = 0;
  let known = 0;
  columns.forEach((column, place) => {
    const left = column[first] ?? Number.NaN;
    const right = column[second] ?? Number.NaN;
    if (Number.isNaN(left) || Number.isNaN(right)) return;
    const weight = weights[place] ?? 0;
    known += weight;
    if (left > right) ahead += weight;
    else if (left === right) ahead += weight / 2;
  });
  // Of whom nothing can be compared neither is ahead.
  return known > 0 ? ahead / known : 0.5;
};

/**
 * The outranking matrix, row by row: how far each subject is ahead of each other, 0 to 1; both directions of a pair add up to
 * one, the diagonal is zero (Munda & Nardo 2009).
 */
const outrankingMatrix = (comparison: Comparison, height: number): Float64Array => {
  const matrix = new Float64Array(height * height);
  for (let first = 0; first < height; first += 1) {
    for (let second = first + 1; second < height; second += 1) {
      const share = shareAhead(comparison, first, second);
      matrix[first * height + second] = share;
      matrix[second * height + first] = 1 - share;
    }
  }
  return matrix;
};

const scorePairs = (
  comparison: Comparison,
  height: number,
  score: (share: number) => number,
): Float64Array => {
  const matrix = outrankingMatrix(comparison, height);
  return Float64Array.from({ length: height }, (_, row) => {
    const isKnown = comparison.columns.some((column) => !Number.isNaN(column[row]));
    if (!isKnown) return Number.NaN;
    let total = 0;
    for (let other = 0; other < height; other += 1) {
      if (other !== row) total += score(matrix[row * height + other] ?? 0);
    }
    return total;
  });
};

/** Copeland scores: the sum of a subject's row of the outranking matrix. A subject of which nothing is known has none. */
export const copelandScores = (comparison: Comparison, height: number): Float64Array =>
  scorePairs(comparison, height, (share) => share);

// Halves of weights add up to a half only to the last binary digit.
const NEGLIGIBLE = 1e-12;

/** Pairs in which a subject has more than half of the weight on its side, less those in which it has not (Copeland 1951). */
export const majorityScores = (comparison: Comparison, height: number): Float64Array =>
  scorePairs(comparison, height, (share) =>
    Math.abs(share - 0.5) <= NEGLIGIBLE ? 0 : Math.sign(share - 0.5),
  );
