import {
  type CompositeFinding,
  compositeFinding,
  type Unusable,
} from '#core/composite-index/composite-finding.ts';
import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { Branch, Hierarchy } from '#core/composite-index/hierarchy.ts';
import type { AggregateStep, AggregationMethod } from '#core/composite-index/recipe.ts';
import type { Stage } from '#core/composite-index/stage.ts';
import { copelandScores } from './outranking.ts';

type MeanMethod = Exclude<AggregationMethod, 'copeland'>;

/** A mean as that of bent numbers, bent back: f⁻¹(Σ w·f(x) ÷ Σ w). */
const BENDS = {
  arithmetic: { bend: (value: number) => value, straighten: (mean: number) => mean },
  geometric: { bend: Math.log, straighten: Math.exp },
  harmonic: { bend: (value: number) => 1 / value, straighten: (mean: number) => 1 / mean },
} as const satisfies Record<MeanMethod, Record<'bend' | 'straighten', (value: number) => number>>;

/** Numbers of a normalised table as the means need them. Weights vary far more often than the table: a logarithm is taken once. */
const bentTables = new WeakMap<Float64Array, Partial<Record<MeanMethod, Float64Array>>>();

const bendTable = (data: Float64Array, method: MeanMethod): Float64Array => {
  if (method === 'arithmetic') return data;
  const known = bentTables.get(data) ?? {};
  const bent = known[method] ?? data.map(BENDS[method].bend);
  bentTables.set(data, { ...known, [method]: bent });
  return bent;
};

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
}

/** A place where a mean has no value. */
interface Failure {
  readonly child: number;
  readonly row: number;
}

/** Sums of the children that are there, row by row, with their weights and number. */
interface Sums {
  readonly totals: Float64Array;
  readonly weights: Float64Array;
  readonly counts: Uint32Array;
}

const createSums = (height: number): Sums => ({
  totals: new Float64Array(height),
  weights: new Float64Array(height),
  counts: new Uint32Array(height),
});

const addTo = (sums: Sums, bent: Float64Array, from: number, weight: number): void => {
  const { totals, weights, counts } = sums;
  for (let row = 0; row < totals.length; row += 1) {
    const value = bent[from + row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    totals[row] = (totals[row] ?? 0) + weight * value;
    weights[row] = (weights[row] ?? 0) + weight;
    counts[row] = (counts[row] ?? 0) + 1;
  }
};

const addChild = (family: Family, method: MeanMethod, sums: Sums, child: number): void => {
  const { data, indicators, height, weights } = family;
  const [from, weight] = [child * height, weights[child] ?? 0];
  if (from < indicators.length) addTo(sums, bendTable(indicators, method), from, weight);
  else addTo(sums, data.subarray(from, from + height).map(BENDS[method].bend), 0, weight);
};

const findNotPositive = ({ data, height, children }: Family): Failure | undefined => {
  for (const child of children) {
    for (let row = 0; row < height; row += 1) {
      if ((data[child * height + row] ?? Number.NaN) <= 0) return { child, row };
    }
  }
  return undefined;
};

/** Weighted mean of the children that are there, row by row. Returns the first place where it has no value, or nothing. */
const averageInto = (family: Family, method: MeanMethod, sums: Sums): Failure | undefined => {
  const failure = method === 'arithmetic' ? undefined : findNotPositive(family);
  if (failure) return failure;
  sums.totals.fill(0);
  sums.weights.fill(0);
  sums.counts.fill(0);
  for (const child of family.children) addChild(family, method, sums, child);
  const { straighten } = BENDS[method];
  for (let row = 0; row < family.height; row += 1) {
    const weight = sums.weights[row] ?? 0;
    const isThere = (sums.counts[row] ?? 0) >= family.least && weight > 0;
    const mean = isThere ? straighten((sums.totals[row] ?? 0) / weight) : Number.NaN;
    family.into[row] = Number.isFinite(mean) ? mean : Number.NaN;
  }
  return undefined;
};

const compareInto = (family: Family): void => {
  const { data, height, children, weights, into, least } = family;
  const columns = children.map((child) => data.subarray(child * height, (child + 1) * height));
  into.set(copelandScores({ columns, weights: children.map((child) => weights[child] ?? 0) }, height));
  for (let row = 0; row < height; row += 1) {
    const there = columns.filter((column) => !Number.isNaN(column[row])).length;
    if (there < least) into[row] = Number.NaN;
  }
};

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
const leastOf = (branch: Branch, { minimumAvailability }: AggregateStep): number =>
  // A share such as 0.6 of 5 must ask for 3, whatever its last binary digit.
  Math.max(1, Math.ceil(branch.children.length * minimumAvailability - 1e-9));

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
  const sums = createSums(height);
  for (const branch of hierarchy.branches) {
    const method = step.byLevel[branch.level] ?? step.method;
    const into = data.subarray(branch.node * height, (branch.node + 1) * height);
    const family = {
      data,
      indicators: matrix.data,
      height,
      children: branch.children,
      weights,
      into,
      least: leastOf(branch, step),
    };
    if (method === 'copeland') compareInto(family);
    else {
      const failed = averageInto(family, method, sums);
      if (failed) return { findings: [notPositive(dataset, matrix, hierarchy, failed)] };
    }
  }
  return { kind: 'aggregate', matrix: { rows: matrix.rows, width, data }, notes: [] };
};
