import {
  type CompositeFinding,
  compositeFinding,
  type Unusable,
} from '#core/composite-index/composite-finding.ts';
import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { Branch, Hierarchy } from '#core/composite-index/hierarchy.ts';
import type { AggregateStep, AggregationMethod } from '#core/composite-index/recipe.ts';
import type { Stage } from '#core/composite-index/stage.ts';
import { chooseFrom, type ChoiceMethod } from './choose.ts';
import { copelandScores, majorityScores } from './outranking.ts';
import { bendOf, bendTable, domainOf, type MeanMethod } from './weighted-mean.ts';

/** What one aggregate is computed from. */
interface Family {
  /** All columns, those of the aggregates below filled already. */
  readonly data: Float64Array;
  /** The normalised indicators alone: the first columns of `data`. */
  readonly indicators: Float64Array;
  readonly height: number;
  readonly children: readonly number[];
  readonly weights: Float64Array;
  readonly into: Float64Array;
  /** Least number of children that must be there. */
  readonly least: number;
  /** Of the power mean. */
  readonly exponent: number;
}

/** A place where a mean has no value. */
interface Failure {
  readonly child: number;
  readonly row: number;
}

const findOutside = (family: Family, method: MeanMethod): Failure | undefined => {
  const domain = domainOf(method, family.exponent);
  if (domain === 'any') return undefined;
  const { data, height, children } = family;
  for (const child of children) {
    for (let row = 0; row < height; row += 1) {
      const value = data[child * height + row] ?? Number.NaN;
      if (value < 0 || (value === 0 && domain === 'positive')) return { child, row };
    }
  }
  return undefined;
};

/** Weighted mean of the children that are there, row by row. Returns the first place where it has no value, or nothing. */
const averageInto = (family: Family, method: MeanMethod): Failure | undefined => {
  const failure = findOutside(family, method);
  if (failure) return failure;
  const { data, indicators, height, children, weights, into, least, exponent } = family;
  const { bend, straighten } = bendOf(method, exponent);
  const isBent = method !== 'arithmetic';
  const bent = isBent ? bendTable(indicators, method, exponent) : data;
  const bentLength = bent.length;
  for (let row = 0; row < height; row += 1) {
    let total = 0;
    let known = 0;
    let count = 0;
    for (const child of children) {
      const cell = child * height + row;
      const value = (cell < bentLength ? bent[cell] : bend(data[cell] ?? Number.NaN)) ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const weight = weights[child] ?? 0;
      total += weight * value;
      known += weight;
      count += 1;
    }
    const average = count >= least && known > 0 ? total / known : Number.NaN;
    const mean = isBent ? straighten(average) : average;
    into[row] = Number.isFinite(mean) ? mean : Number.NaN;
  }
  return undefined;
};

/** Scores made of whole columns: comparisons of all pairs, or one of the children's own numbers. */
const compareInto = (family: Family, method: Exclude<AggregationMethod, MeanMethod>): void => {
  const { data, height, children, weights, into, least } = family;
  const columns = children.map((child) => data.subarray(child * height, (child + 1) * height));
  const comparison = { columns, weights: children.map((child) => weights[child] ?? 0) };
  into.set(COMPARISONS[method](comparison, height));
  for (let row = 0; row < height; row += 1) {
    const there = columns.filter((column) => !Number.isNaN(column[row])).length;
    if (there < least) into[row] = Number.NaN;
  }
};

const choosing =
  (method: ChoiceMethod): typeof copelandScores =>
  ({ columns }, height) =>
    chooseFrom(columns, height, method);

const COMPARISONS = {
  copeland: copelandScores,
  'copeland-majority': majorityScores,
  median: choosing('median'),
  minimum: choosing('minimum'),
  maximum: choosing('maximum'),
} as const satisfies Record<Exclude<AggregationMethod, MeanMethod>, typeof copelandScores>;

const notPositive = (
  dataset: Dataset,
  matrix: Matrix,
  hierarchy: Hierarchy,
  { child, row }: Failure,
): CompositeFinding => {
  const subject = dataset.subjects[matrix.rows[row] ?? -1] ?? '';
  return compositeFinding('value-not-positive', { subject, code: hierarchy.codes[child] ?? '' });
};

/** The least number of children that must be there for their aggregate to be. */
const leastOf = (branch: Branch, step: AggregateStep): number => {
  const share = step.minimumAvailabilityByLevel?.[branch.level] ?? step.minimumAvailability;
  // A share such as 0.6 of 5 must ask for 3, whatever its last binary digit.
  return Math.max(1, Math.ceil(branch.children.length * share - 1e-9));
};

const methodOf = ({ code, level }: Branch, step: AggregateStep): AggregationMethod =>
  step.byAggregate?.[code] ?? step.byLevel[level] ?? step.method;

const isMean = (method: AggregationMethod): method is MeanMethod => !(method in COMPARISONS);

/**
 * Adds one column for each aggregate, bottom up; weights are rescaled over the children that are there. Geometric and harmonic
 * means have no value at or below zero: that is a finding, never a number.
 */
export const aggregate = (
  dataset: Dataset,
  hierarchy: Hierarchy,
  matrix: Matrix,
  step: AggregateStep,
  weights: Float64Array,
): Stage | Unusable => {
  const height = matrix.rows.length;
  const width = matrix.width + hierarchy.branches.length;
  const data = new Float64Array(height * width);
  data.set(matrix.data);
  for (const branch of hierarchy.branches) {
    const method = methodOf(branch, step);
    const into = data.subarray(branch.node * height, (branch.node + 1) * height);
    const family: Family = {
      data,
      indicators: matrix.data,
      height,
      children: branch.children,
      weights,
      into,
      least: leastOf(branch, step),
      exponent: step.exponent ?? 1,
    };
    if (isMean(method)) {
      const failed = averageInto(family, method);
      if (failed) return { findings: [notPositive(dataset, matrix, hierarchy, failed)] };
    } else compareInto(family, method);
  }
  return { kind: 'aggregate', matrix: { rows: matrix.rows, width, data }, notes: [] };
};
