import type { Matrix } from './dataset.ts';
import type { StepKind, Transformation } from './recipe.ts';

/** What a step did to one number, one subject or one column. */
export type StageNote =
  | {
      readonly kind: 'imputed';
      readonly subject: string;
      readonly indicator: string;
      readonly value: number;
      readonly method: string;
      /** Group whose numbers gave the value; null when all subjects did. */
      readonly group: string | null;
      readonly from: number;
    }
  /** Missing and left so: its group has no number. */
  | { readonly kind: 'not-imputed'; readonly subject: string; readonly indicator: string }
  | {
      readonly kind: 'screened';
      readonly subject: string;
      readonly availability: number;
      readonly nonZero: number;
    }
  /** The denominator is missing or zero. */
  | { readonly kind: 'not-denominated'; readonly subject: string; readonly indicator: string }
  | {
      readonly kind: 'treated';
      readonly indicator: string;
      readonly skewness: number;
      readonly kurtosis: number;
      /** Number of values set to their neighbour in the treatment that was kept or tried. */
      readonly winsorised: number;
      readonly winsorisedSubjects: readonly string[];
      /** What bent the numbers that were kept. */
      readonly transformation: Transformation;
      /** Treating would have left no spread: the numbers are the untreated ones. */
      readonly isTakenBack: boolean;
      readonly skewnessAfter: number;
      readonly kurtosisAfter: number;
      readonly passes: boolean;
    }
  /** The formula has no value here (no spread, target at the lowest value): the indicator tells subjects nothing. */
  | { readonly kind: 'not-normalised'; readonly indicator: string };

/** The table after one step, beside those before it, with what was done. */
export interface Stage {
  readonly kind: 'raw' | StepKind;
  readonly matrix: Matrix;
  readonly notes: readonly StageNote[];
}
