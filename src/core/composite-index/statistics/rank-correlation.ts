import { correlate } from './correlation.ts';
import { type Run, runOf } from './moments.ts';
import { rankValues } from './rank-values.ts';

const presentPairs = (left: Run, right: Run): readonly [Float64Array, Float64Array] => {
  const [xs, ys] = [new Float64Array(left.length), new Float64Array(left.length)];
  let count = 0;
  for (let place = 0; place < left.length; place += 1) {
    const x = left.data[left.from + place] ?? Number.NaN;
    const y = right.data[right.from + place] ?? Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    xs[count] = x;
    ys[count] = y;
    count += 1;
  }
  return [xs.subarray(0, count), ys.subarray(0, count)];
};

/** Spearman's rho: Pearson's correlation of ranks, equals sharing the mean of their places. NaN where one side does not vary. */
export const spearman = (left: Run, right: Run): number => {
  const [xs, ys] = presentPairs(left, right);
  const ranksOf = (values: Float64Array): Run => runOf(rankValues(runOf(values), 'lowest-first', 'average'));
  return correlate(ranksOf(xs), ranksOf(ys)).coefficient;
};

/** Kendall's tau-b: pairs in the same order less pairs in the opposite one, corrected for ties. NaN where one side does not vary. */
export const kendall = (left: Run, right: Run): number => {
  const [xs, ys] = presentPairs(left, right);
  let [agreeing, leftUntied, rightUntied] = [0, 0, 0];
  for (let first = 0; first < xs.length; first += 1) {
    for (let second = 0; second < first; second += 1) {
      const x = Math.sign((xs[first] ?? 0) - (xs[second] ?? 0));
      const y = Math.sign((ys[first] ?? 0) - (ys[second] ?? 0));
      agreeing += x * y;
      leftUntied += x * x;
      rightUntied += y * y;
    }
  }
  return agreeing / (Math.sqrt(leftUntied) * Math.sqrt(rightUntied));
};
