/** A table of numbers by subject and indicator, column after column. NaN marks a missing number and nothing else. */
export interface Matrix {
  /** Places of the subjects among those of the dataset, one for each row. */
  readonly rows: readonly number[];
  readonly width: number;
  readonly data: Float64Array;
}

/** What is measured. */
export interface Indicator {
  readonly code: string;
  /** Code of the aggregate it belongs to. */
  readonly parent: string;
  /** Whether more is better (1) or worse (−1). */
  readonly direction: 1 | -1;
  /** Relative to its siblings; rescaled over those that are there. */
  readonly weight: number;
  /** Code of what it is divided by to make subjects of different size comparable. */
  readonly denominator?: string;
  /** What a quotient is multiplied by: 1000 for a number by 1000 inhabitants. Absent: 1. */
  readonly quotientFactor?: number;
  /** A value to reach, in the indicator's unit after division. */
  readonly target?: number;
}

/** A pillar, a sub-index or the index. */
export interface Aggregate {
  readonly code: string;
  /** Null for the index itself. */
  readonly parent: string | null;
  readonly weight: number;
}

/** Subjects × indicators with what describes both. Made by `buildDataset`, which checks it. */
export interface Dataset {
  readonly subjects: readonly string[];
  readonly indicators: readonly Indicator[];
  /** Every aggregate after all of its children; the index is the last. */
  readonly aggregates: readonly Aggregate[];
  /** One column for each indicator, in their order. */
  readonly values: Float64Array;
  /** Numbers to divide by, by code, in the order of the subjects. */
  readonly denominators: ReadonlyMap<string, Float64Array>;
  /** Names of the group of each subject, by grouping. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** One column of a matrix, as a view. */
export const columnOf = (matrix: Matrix, column: number): Float64Array =>
  matrix.data.subarray(column * matrix.rows.length, (column + 1) * matrix.rows.length);
