import type { Aggregate, Indicator } from './dataset.ts';

/** A cell as a file or a form holds it: a number, a number written as text, or nothing. */
export type Cell = number | string | null;

/** Columns of cells by code, each in the order of the subjects. */
export type CellColumns = Readonly<Record<string, readonly Cell[]>>;

/** What a composite index is computed from, before it is checked. */
export interface DatasetInput {
  readonly subjects: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly aggregates: readonly Aggregate[];
  readonly values: CellColumns;
  readonly denominators?: CellColumns;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Subjects that must be there, when the list is known from elsewhere. */
  readonly expectedSubjects?: readonly string[];
  /** What the weights of each aggregate's children must add up to; without it weights are relative. */
  readonly sumOfWeights?: number;
}
