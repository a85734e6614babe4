/** A quantity that the solver chooses, within its bounds. */
export interface ModelColumn {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  /** Whether only whole numbers count. */
  readonly integer: boolean;
  /** What one unit adds to the objective. */
  readonly objective: number;
}

/** A linear condition over the columns; a bound that is null does not bind. */
export interface ModelRow {
  readonly name: string;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly terms: readonly { readonly column: number; readonly factor: number }[];
}

/**
 * A mixed-integer linear program as plain data: any solver can be handed it. The numbers are doubles, so what a
 * solver finds is checked with exact decimals before anybody is told.
 */
export interface MixedIntegerModel {
  readonly sense: 'minimize' | 'maximize';
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly ModelRow[];
}

/** What a solver says of a model. `optimal` is proven: no solution is better than `bound`. */
export type MixedIntegerSolution =
  | {
      readonly status: 'optimal';
      readonly values: readonly number[];
      readonly objective: number;
      readonly bound: number;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'time-limit' };
