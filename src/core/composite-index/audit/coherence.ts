import type { Matrix } from '#core/composite-index/dataset.ts';
import { eigenOf } from '#core/composite-index/statistics/eigen.ts';
import { momentsOf, runOf } from '#core/composite-index/statistics/moments.ts';
import { correlate, covary } from '#core/composite-index/statistics/correlation.ts';

/** A direction in which the children of an aggregate vary together. */
export interface PrincipalComponent {
  /** Its share (0–1) of the variance of the children, each standardised. */
  readonly explained: number;
  readonly eigenvalue: number;
  /** Part of each child, by code. */
  readonly loadings: Readonly<Record<string, number>>;
}

/** Whether the children of an aggregate measure one thing. */
export interface Coherence {
  /** Cronbach's alpha, raw; null below two children or without variance. From 0.7 on the children are called consistent. */
  readonly alpha: number | null;
  /** The same of covariances over the pairs that are there, so that no subject is left out whole; what COINr gives. */
  readonly pairwiseAlpha: number | null;
  /** Empty where a child does not vary. */
  readonly components: readonly PrincipalComponent[];
  /** Subjects of which every child is known; the others are left out of both. */
  readonly completeSubjects: number;
}

const completeRows = (columns: readonly Float64Array[]): readonly number[] =>
  Array.from(columns[0] ?? [], (_, row) => row).filter((row) =>
    columns.every((column) => !Number.isNaN(column[row])),
  );

/** k ÷ (k − 1) · (1 − Σ variances ÷ variance of the sum); Cronbach 1951. */
const cronbachAlpha = (columns: readonly Float64Array[]): number | null => {
  const count = columns.length;
  const sums = Float64Array.from(columns[0] ?? [], (_, row) =>
    columns.reduce((total, column) => total + (column[row] ?? 0), 0),
  );
  const varianceOf = (values: Float64Array): number => momentsOf(runOf(values)).deviation ** 2;
  const whole = varianceOf(sums);
  if (count < 2 || !(whole > 0)) return null;
  const parts = columns.reduce((total, column) => total + varianceOf(column), 0);
  return (count / (count - 1)) * (1 - parts / whole);
};

/** k ÷ (k − 1) · (1 − trace ÷ sum) of the covariances, each over the subjects of which both are known. */
const pairwiseAlpha = (columns: readonly Float64Array[]): number | null => {
  const count = columns.length;
  let [trace, whole] = [0, 0];
  columns.forEach((left, row) => {
    columns.forEach((right, column) => {
      const covariance = covary(runOf(left), runOf(right));
      if (Number.isNaN(covariance)) return;
      whole += covariance;
      if (row === column) trace += covariance;
    });
  });
  return count < 2 || !(whole > 0) ? null : (count / (count - 1)) * (1 - trace / whole);
};

const principalComponents = (
  columns: readonly Float64Array[],
  codes: readonly string[],
): readonly PrincipalComponent[] => {
  const size = columns.length;
  const matrix = Float64Array.from({ length: size * size }, (_, place) => {
    const [row, column] = [Math.floor(place / size), place % size];
    return row === column
      ? 1
      : correlate(runOf(columns[row] ?? new Float64Array()), runOf(columns[column] ?? new Float64Array()))
          .coefficient;
  });
  if (matrix.some((value) => Number.isNaN(value))) return [];
  return eigenOf(matrix, size).map(({ value, vector }) => ({
    ...{ eigenvalue: value, explained: value / size },
    loadings: Object.fromEntries(codes.map((code, place) => [code, vector[place] ?? 0])),
  }));
};

/** Alpha and principal components (of correlations) of some columns of a table. */
export const coherenceOf = (
  matrix: Matrix,
  children: readonly { readonly code: string; readonly column: number }[],
): Coherence => {
  const height = matrix.rows.length;
  const whole = children.map(({ column }) => matrix.data.subarray(column * height, (column + 1) * height));
  const rows = completeRows(whole);
  const columns = whole.map((column) => Float64Array.from(rows, (row) => column[row] ?? 0));
  return {
    ...{ alpha: cronbachAlpha(columns), pairwiseAlpha: pairwiseAlpha(whole) },
    components: principalComponents(
      columns,
      children.map(({ code }) => code),
    ),
    completeSubjects: rows.length,
  };
};
