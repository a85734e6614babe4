import type { DecimalText } from '#core/kernel/decimal.ts';
import type { LocalizedText } from './localized-text.ts';

/** Code of a data item of the framework, such as `6.5.a`. */
export type ItemCode = string;

/**
 * The measure that a ratio rule looks at: numerator ÷ denominator × multiplier, in `unit`.
 * A rate that was only printed, and so rounded, may stand in while the fraction is blank.
 * A measure without a fraction is reported as a rate from the start (a survey result).
 */
export interface RatioMeasure {
  readonly fraction: { readonly numerator: ItemCode; readonly denominator: ItemCode } | null;
  readonly rate: ItemCode | null;
  /** 100 for percent or per hundred people, 1000 for per thousand people. */
  readonly multiplier: DecimalText;
  readonly unit: LocalizedText;
  /** Whether the numerator counts a part of the denominator: then it can't exceed it. */
  readonly partOfWhole: boolean;
  /** Growth: the measure is the change from the denominator (the period before) to the numerator. */
  readonly change?: boolean;
}

/** A share of the maximum: a decimal (`0.5`) or, where that has no end, a fraction (`1/3`). */
export type ShareText = string;

/** Whether a bound itself already counts ("from 10 on") or only what exceeds it ("over 10"). */
export const BOUND_COMPARISONS = ['at-least', 'above'] as const;
export type BoundComparison = (typeof BOUND_COMPARISONS)[number];

/** Full points when the answer is yes. */
interface BooleanRule {
  readonly kind: 'boolean';
  readonly item: ItemCode;
}

/** Each named level earns its share of the maximum; a share may be unknown (null). */
export interface LevelRule {
  readonly kind: 'level';
  readonly item: ItemCode;
  readonly levels: readonly { readonly code: string; readonly share: ShareText | null }[];
}

/** Full points from a count on, a fixed share below it, nothing when what is counted does not exist. */
export interface CountStepRule {
  readonly kind: 'count-step';
  /** Yes-no item without which there are no points; null when only the count matters. */
  readonly requires: ItemCode | null;
  readonly count: ItemCode;
  readonly fullFrom: DecimalText;
  readonly shareBelow: ShareText;
}

/** Points in proportion to the measure, full at the multiplier (100 %). */
interface RatioRule {
  readonly kind: 'ratio';
  readonly measure: RatioMeasure;
}

/** Points in proportion to the measure over a threshold, full from the threshold on. */
interface RatioToThresholdRule {
  readonly kind: 'ratio-to-threshold';
  readonly measure: RatioMeasure;
  readonly threshold: DecimalText;
}

/** All or nothing: full points from the threshold on, none below. */
export interface StepThresholdRule {
  readonly kind: 'step-threshold';
  readonly measure: RatioMeasure;
  readonly threshold: DecimalText;
  /** `at-most`: the true threshold is unknown but not above this value; below it the points are open. */
  readonly thresholdIs: 'exact' | 'at-most';
  /** `at-least` when nothing is said. */
  readonly comparison?: BoundComparison;
}

/** A share from a bound on. */
export interface ShareFrom {
  readonly from: DecimalText;
  readonly share: ShareText;
}

/** A count mapped to points by a table: the highest bound that is reached decides, below the first there are none. */
export interface CountTiersRule {
  readonly kind: 'count-tiers';
  readonly count: ItemCode;
  /** From the lowest bound to the highest. */
  readonly tiers: readonly ShareFrom[];
}

/** So much for each thing that is counted, up to the maximum. */
export interface CountCappedRule {
  readonly kind: 'count-capped';
  readonly count: ItemCode;
  readonly shareEach: ShareText;
}

/** Nothing below a floor; from there on points in proportion to the measure, full at the multiplier (100 %). */
export interface RatioWithFloorRule {
  readonly kind: 'ratio-with-floor';
  readonly measure: RatioMeasure;
  readonly floor: DecimalText;
  readonly comparison?: BoundComparison;
}

/** Ranges of a measure, each with its fixed share; below the first there are no points. */
export interface BandsRule {
  readonly kind: 'bands';
  readonly measure: RatioMeasure;
  /** From the lowest bound to the highest. */
  readonly bands: readonly ShareFrom[];
  readonly comparison?: BoundComparison;
}

/** Straight lines between fixed points; level before the first and after the last. */
export interface PiecewiseLinearRule {
  readonly kind: 'piecewise-linear';
  readonly measure: RatioMeasure;
  /** By rising measure. */
  readonly points: readonly { readonly at: DecimalText; readonly share: ShareText }[];
}

/** Own value over the best one of the league. */
export interface NormalisedToBestRule {
  readonly kind: 'normalised-to-best';
  readonly measure: RatioMeasure;
}

/**
 * A score that somebody else gives, on a scale of their own: a sociological survey, another system's index,
 * or the appraisal council.
 */
export interface GivenScoreRule {
  readonly kind: 'survey' | 'external' | 'manual';
  readonly item: ItemCode;
  /** The highest score of the scale. */
  readonly outOf: DecimalText;
  /** Who gives the score, and by what. */
  readonly source: LocalizedText;
}

/** The arithmetic mean of the scores of the units that were merged into the subject. */
export interface DerivedMeanRule {
  readonly kind: 'derived-mean';
  readonly items: readonly ItemCode[];
  readonly outOf: DecimalText;
}

/** Parts of which each that is met adds its share. */
export interface ChecklistRule {
  readonly kind: 'checklist';
  readonly parts: readonly { readonly item: ItemCode; readonly share: ShareText }[];
}

/** Share of the things on a list that are done. */
export interface ChecklistShareRule {
  readonly kind: 'checklist-share';
  readonly done: ItemCode;
  /** Length of the list, when the framework fixes it. */
  readonly listLength: DecimalText;
  /** A printed percentage that may stand in while `done` is blank. */
  readonly rate: ItemCode | null;
}

/** Weighted sum of rules of any shape. */
export interface CompositeRule {
  readonly kind: 'composite';
  readonly parts: readonly CompositePart[];
}
export interface CompositePart {
  readonly code: string;
  readonly name: LocalizedText;
  readonly share: ShareText;
  readonly rule: Rule;
}

/** Several cases of which the one that gives most counts. */
export interface BestOfRule {
  readonly kind: 'best-of';
  /** `share` is the most that the case can give. */
  readonly cases: readonly CompositePart[];
}

/** A rule with points on top of it or off it for each thing counted, never beyond no points or all of them. */
export interface AdjustedRule {
  readonly kind: 'adjusted';
  readonly base: Rule;
  readonly adjustments: readonly Adjustment[];
}
export interface Adjustment {
  readonly code: string;
  readonly name: LocalizedText;
  readonly direction: 'bonus' | 'deduction';
  readonly count: ItemCode;
  readonly shareEach: ShareText;
  /** The most that it adds or takes away. */
  readonly cap: ShareText;
}

/** The text of the rule is not at hand. Candidates are shown, and the score is the span of what they give. */
export interface UnknownRule {
  readonly kind: 'unknown';
  readonly candidates: readonly RuleCandidate[];
}
export interface RuleCandidate {
  readonly code: string;
  readonly rule: Rule;
  readonly note: LocalizedText;
}

/** How data become a share of the maximum points. The set is closed; the shapes compose. */
export type Rule =
  | BooleanRule
  | LevelRule
  | CountStepRule
  | CountTiersRule
  | CountCappedRule
  | RatioRule
  | RatioToThresholdRule
  | StepThresholdRule
  | RatioWithFloorRule
  | BandsRule
  | PiecewiseLinearRule
  | NormalisedToBestRule
  | ChecklistRule
  | ChecklistShareRule
  | GivenScoreRule
  | DerivedMeanRule
  | CompositeRule
  | BestOfRule
  | AdjustedRule
  | UnknownRule;
