import type { Ties } from './statistics/rank-values.ts';

/** A step that may be passed over: whether it is taken at all is an assumption like any other. */
interface OptionalStep {
  /** Absent: the step is taken. Present as `false`, it can be varied. */
  readonly isOff?: boolean;
}

/** Divides each indicator by the denominator it names. */
export interface DenominateStep extends OptionalStep {
  readonly kind: 'denominate';
}

/** Row methods take from the subject's other indicators, the others from other subjects. */
export const IMPUTATION_METHODS = [
  ...['group-mean', 'group-median', 'mean', 'median'],
  ...['row-mean', 'row-median'],
] as readonly ImputationMethod[];
export type ImputationMethod = 'group-mean' | 'group-median' | 'mean' | 'median' | 'row-mean' | 'row-median';

/** Fills missing numbers; each is logged. Cells that are excepted stay missing: an imputation can be taken back one by one. */
export interface ImputeStep extends OptionalStep {
  readonly kind: 'impute';
  readonly method: ImputationMethod;
  /** Which grouping of the dataset; null for methods over all subjects. */
  readonly grouping: string | null;
  /** For row methods: only indicators under the same aggregate of this level (0 the lowest) give; null or absent for all. */
  readonly level?: number | null;
  /** For row methods: whether values are brought onto a scale of 0 to 1 and turned first, then back. Absent: they are. */
  readonly isScaled?: boolean;
  readonly except: readonly { readonly subject: string; readonly indicator: string }[];
}

/** Leaves out subjects of which too little is known. */
export interface ScreenStep extends OptionalStep {
  readonly kind: 'screen';
  /** Least share (0–1) of indicators that are there. */
  readonly minimumAvailability: number;
  /** Least share (0–1) of the numbers there that are not zero. */
  readonly minimumNonZero: number;
  /** Subjects that stay whatever is missing. */
  readonly keep: readonly string[];
  /** Subjects that are left out whatever is known. */
  readonly leaveOut?: readonly string[];
}

/** The ways to bend a column. */
export const TRANSFORMATIONS = [
  'none',
  /** ln(x − min + 0.01·range). */
  'log-shifted',
  /** The same for a tail to the right; −ln(max + 0.01·range − x) for one to the left. */
  'log-shifted-by-skew',
  /** ln(x − min + 1). */
  'log-plus-one',
  /** ln((max − 1)(x − min) ÷ range + 1): the Global Innovation Index 2020. */
  'log-by-maximum',
  /** ((x − min + 1)^λ − 1) ÷ λ, ln(x − min + 1) for λ = 0: Box & Cox 1964, moved to begin at 1. */
  'box-cox',
  /** (x^λ − 1) ÷ λ of positive numbers, ln x for λ = 0. */
  'box-cox-unshifted',
] as const;
export type Transformation = (typeof TRANSFORMATIONS)[number];

/** Both must be reached for a column to need treatment: |skewness| and kurtosis. */
export interface ShapeThresholds {
  readonly skewness: number;
  readonly kurtosis: number;
}

/** When a column counts as having outliers, and what is done about them. */
export interface Treatment extends ShapeThresholds {
  /** What is tried first. Absent: values are winsorised. */
  readonly first?: 'winsorise' | Transformation;
  /** Number of values that may be replaced by their neighbour; null for no limit. */
  readonly maximumWinsorised: number | null;
  /** Until when values are replaced. Absent: until the column needs no treatment; `limit` goes on to the limit. */
  readonly winsorisesUntil?: 'limit' | ShapeThresholds;
  /** What is tried when the first was not enough. */
  readonly transformation: Transformation;
  /** Of Box and Cox. */
  readonly lambda?: number;
  /** Whether the transformation bends what the first treatment left or the untreated numbers. */
  readonly transforms: 'untreated' | 'winsorised';
}

/** Treats the columns that have outliers. */
export interface TreatStep extends Treatment, OptionalStep {
  readonly kind: 'treat';
  /** Indicators that are left as they are. */
  readonly except: readonly string[];
  /** What is different for single indicators, by code. */
  readonly byIndicator?: Readonly<Record<string, Partial<Treatment>>>;
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
  /** (x − lower) ÷ (upper − lower) · scale, by the same bounds for every subject and time. Without a scale, 100. */
  | { readonly kind: 'scaled'; readonly lower: number; readonly upper: number; readonly scale?: number }
  | { readonly kind: 'none' };

export interface NormaliseStep {
  readonly kind: 'normalise';
  readonly method: NormalisationMethod;
  /** Methods of single indicators, by code. */
  readonly byIndicator: Readonly<Record<string, NormalisationMethod>>;
}

/** The ways to make one number of several. The last five compare or choose; the last three know no weights. */
export const AGGREGATION_METHODS = [
  ...(['arithmetic', 'geometric', 'harmonic', 'power'] as const),
  /** How far ahead in all pairs: the sum of shares, or pairs won less pairs lost. */
  ...(['copeland', 'copeland-majority'] as const),
  ...(['median', 'minimum', 'maximum'] as const),
] as const;
export type AggregationMethod = (typeof AGGREGATION_METHODS)[number];

export interface AggregateStep {
  readonly kind: 'aggregate';
  readonly method: AggregationMethod;
  /** Methods of single levels: the first belongs to the aggregates of indicators; null for the common one. */
  readonly byLevel: readonly (AggregationMethod | null)[];
  /** Methods of single aggregates, by code; they come before those of the level. */
  readonly byAggregate?: Readonly<Record<string, AggregationMethod>>;
  /** Of the power mean (Σ w·xᵖ ÷ Σ w)^(1÷p); not zero, which would be the geometric mean. */
  readonly exponent?: number;
  /** Least share (0–1) of the children that must be there; below it the aggregate is missing. */
  readonly minimumAvailability: number;
  /** The same for single levels; null for the common one. */
  readonly minimumAvailabilityByLevel?: readonly (number | null)[];
}

export type Step = DenominateStep | ImputeStep | ScreenStep | TreatStep | NormaliseStep | AggregateStep;
export type StepKind = Step['kind'];

/**
 * Which steps each kind must come before: raw numbers are divided and treated, scores are averaged. Gaps may be filled and
 * subjects left out at any time before. Each step is left out or comes once.
 */
export const STEPS_AFTER = {
  denominate: ['normalise', 'aggregate'],
  impute: ['aggregate'],
  screen: ['aggregate'],
  treat: ['normalise', 'aggregate'],
  normalise: ['aggregate'],
  aggregate: [],
} as const satisfies Record<StepKind, readonly StepKind[]>;

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
