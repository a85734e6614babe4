import type { Run } from './moments.ts';
import { twoSidedProbability } from './student-t.ts';

/** Pearson's correlation over the pairs of which both are there. */
export interface Correlation {
  /** NaN where fewer than two pairs are there or one side does not vary. */
  readonly coefficient: number;
  readonly pairs: number;
  /** Two-sided probability of so strong a correlation without any relation; NaN below three pairs. */
  readonly probability: number;
}

const probabilityOf = (coefficient: number, pairs: number): number => {
  const degrees = pairs - 2;
  if (degrees < 1 || Number.isNaN(coefficient)) return Number.NaN;
  const rest = 1 - coefficient * coefficient;
  return rest <= 0 ? 0 : twoSidedProbability(coefficient * Math.sqrt(degrees / rest), degrees);
};

/** Sums over the pairs of which both are there, of distances from the means. */
interface PairSums {
  readonly pairs: number;
  readonly leftSquares: number;
  readonly rightSquares: number;
  readonly products: number;
}

const sumPairs = (left: Run, right: Run): PairSums => {
  let pairs = 0;
  let leftTotal = 0;
  let rightTotal = 0;
  for (let place = 0; place < left.length; place += 1) {
    const x = left.data[left.from + place] ?? Number.NaN;
    const y = right.data[right.from + place] ?? Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    pairs += 1;
    leftTotal += x;
    rightTotal += y;
  }
  let leftSquares = 0;
  let rightSquares = 0;
  let products = 0;
  for (let place = 0; place < left.length; place += 1) {
    const x = (left.data[left.from + place] ?? Number.NaN) - leftTotal / pairs;
    const y = (right.data[right.from + place] ?? Number.NaN) - rightTotal / pairs;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    leftSquares += x * x;
    rightSquares += y * y;
    products += x * y;
  }
  return { pairs, leftSquares, rightSquares, products };
};

/** Sample covariance over the pairs of which both are there; NaN below two. */
export const covary = (left: Run, right: Run): number => {
  const { pairs, products } = sumPairs(left, right);
  return pairs > 1 ? products / (pairs - 1) : Number.NaN;
};

/** Correlates two runs of one length, pair by pair. */
export const correlate = (left: Run, right: Run): Correlation => {
  const { pairs, leftSquares, rightSquares, products } = sumPairs(left, right);
  const scale = Math.sqrt(leftSquares) * Math.sqrt(rightSquares);
  // Rounding may carry the quotient of two equal runs past one.
  const coefficient = pairs > 1 && scale > 0 ? Math.max(-1, Math.min(1, products / scale)) : Number.NaN;
  return { coefficient, pairs, probability: probabilityOf(coefficient, pairs) };
};
