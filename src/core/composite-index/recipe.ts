import type { Ties } from './statistics/rank-values.ts';

/** Divides each indicator by the denominator it names. */
export interface DenominateStep {
  readonly kind: 'denominate';
}

/** Fills missing numbers; each is logged. Cells that are excepted stay missing: an imputation can be taken back one by one. */
export interface ImputeStep {
  readonly kind: 'impute';
  readonly method: 'group-mean' | 'group-median' | 'mean' | 'median';
  /** Which grouping of the dataset; null for methods over all subjects. */
  readonly grouping: string | null;
  readonly except: readonly { readonly subject: string; readonly indicator: string }[];
}

/** Leaves out subjects of which too little is known. */
export interface ScreenStep {
  readonly kind: 'screen';
  /** Least share (0–1) of indicators that are there. */
  readonly minimumAvailability: number;
  /** Least share (0–1) of the numbers there that are not zero. */
  readonly minimumNonZero: number;
  /** Subjects that stay whatever is missing. */
  readonly keep: readonly string[];
}

/** How a column is bent when winsorising was not enough; `log-shifted` is ln(x − min + 0.01·range). */
export type Transformation = 'none' | 'log-shifted' | 'log-plus-one';

/** When a column counts as having outliers, and what is done about them. */
export interface TreatStep {
  readonly kind: 'treat';
  /** Both thresholds must be reached for a column to need treatment: |skewness| and kurtosis. */
  readonly skewness: number;
  readonly kurtosis: number;
  /** Number of values that may be replaced by their neighbour. */
  readonly maximumWinsorised: number;
  readonly transformation: Transformation;
  /** Whether the transformation bends the winsorised numbers or the untreated ones. */
  readonly transforms: 'untreated' | 'winsorised';
  /** Indicators that are left as they are. */
  readonly except: readonly string[];
}

/** Brings an indicator onto a common scale. Distances are taken after the direction: more is better. */
export type NormalisationMethod =
  | { readonly kind: 'min-max'; readonly lower: number; readonly upper: number }
  | { readonly kind: 'z-score'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'rank' }
  | { readonly kind: 'percentile-rank' }
  | { readonly kind: 'borda' }
  /** (x − lower) ÷ (upper − lower) · scale, cut off at the posts or not. */
  | {
      readonly kind: 'goalposts';
      readonly lower: number;
      readonly upper: number;
      readonly scale: number;
      readonly isCapped: boolean;
    }
  /** 1 − (target − x) ÷ (target − lowest), with the target of the indicator. */
  | { readonly kind: 'distance-to-target'; readonly isCapped: boolean }
  /** 1 − (reference − x) ÷ (reference − lowest), with the value of one subject. */
  | { readonly kind: 'distance-to-reference'; readonly subject: string; readonly isCapped: boolean }
  | { readonly kind: 'distance-to-best' }
  | { readonly kind: 'fraction-of-maximum' }
  /** (x − lower) ÷ (upper − lower) · 100, by the same bounds for every subject and time. */
  | { readonly kind: 'scaled'; readonly lower: number; readonly upper: number }
  | { readonly kind: 'none' };

export interface NormaliseStep {
  readonly kind: 'normalise';
  readonly method: NormalisationMethod;
  /** Methods of single indicators, by code. */
  readonly byIndicator: Readonly<Record<string, NormalisationMethod>>;
}

export type AggregationMethod = 'arithmetic' | 'geometric' | 'harmonic' | 'copeland';

export interface AggregateStep {
  readonly kind: 'aggregate';
  readonly method: AggregationMethod;
  /** Methods of single levels: the first belongs to the aggregates of indicators; null for the common one. */
  readonly byLevel: readonly (AggregationMethod | null)[];
  /** Least share (0–1) of the children that must be there; below it the aggregate is missing. */
  readonly minimumAvailability: number;
}

export type Step = DenominateStep | ImputeStep | ScreenStep | TreatStep | NormaliseStep | AggregateStep;
export type StepKind = Step['kind'];

/** The order in which steps may follow each other; each is left out or comes once. */
export const STEP_ORDER = [
  'denominate',
  'impute',
  'screen',
  'treat',
  'normalise',
  'aggregate',
] as const satisfies readonly StepKind[];

/** How an index is made of a dataset. Data: it is kept, varied, compared and replayed. */
export interface Recipe {
  readonly steps: readonly Step[];
  /** Weights in place of those of the dataset, by code of indicator or aggregate. */
  readonly weights: Readonly<Record<string, number>>;
  readonly ties: Ties;
}

const texts = new WeakMap<Step, string>();

/** The text of a step: steps of one text do the same. */
export const textOfStep = (step: Step): string => {
  const known = texts.get(step);
  if (known !== undefined) return known;
  const text = JSON.stringify(step);
  texts.set(step, text);
  return text;
};
