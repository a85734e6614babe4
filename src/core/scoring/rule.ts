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
}

/** Full points when the answer is yes. */
interface BooleanRule {
  readonly kind: 'boolean';
  readonly item: ItemCode;
}

/** Each named level earns its share of the maximum; a share may be unknown (null). */
export interface LevelRule {
  readonly kind: 'level';
  readonly item: ItemCode;
  readonly levels: readonly { readonly code: string; readonly share: DecimalText | null }[];
}

/** Full points from a count on, a fixed share below it, nothing when what is counted does not exist. */
export interface CountStepRule {
  readonly kind: 'count-step';
  /** Yes-no item without which there are no points; null when only the count matters. */
  readonly requires: ItemCode | null;
  readonly count: ItemCode;
  readonly fullFrom: DecimalText;
  readonly shareBelow: DecimalText;
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
}

/** Parts of which each that is met adds its share. */
export interface ChecklistRule {
  readonly kind: 'checklist';
  readonly parts: readonly { readonly item: ItemCode; readonly share: DecimalText }[];
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
interface CompositePart {
  readonly code: string;
  readonly name: LocalizedText;
  readonly share: DecimalText;
  readonly rule: Rule;
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

/** How data become a share of the maximum points. The shapes compose. */
export type Rule =
  | BooleanRule
  | LevelRule
  | CountStepRule
  | RatioRule
  | RatioToThresholdRule
  | StepThresholdRule
  | ChecklistRule
  | ChecklistShareRule
  | CompositeRule
  | UnknownRule;

const measureItems = (measure: RatioMeasure): readonly ItemCode[] => [
  ...(measure.fraction ? [measure.fraction.numerator, measure.fraction.denominator] : []),
  ...(measure.rate === null ? [] : [measure.rate]),
];

/** The codes of all data items that a rule reads, each once, in the order in which it reads them. */
export const listRuleItems = (rule: Rule): readonly ItemCode[] => [...new Set(readItems(rule))];

const readItems = (rule: Rule): readonly ItemCode[] => {
  switch (rule.kind) {
    case 'boolean':
    case 'level':
      return [rule.item];
    case 'count-step':
      return [...(rule.requires === null ? [] : [rule.requires]), rule.count];
    case 'ratio':
    case 'ratio-to-threshold':
    case 'step-threshold':
      return measureItems(rule.measure);
    case 'checklist':
      return rule.parts.map((part) => part.item);
    case 'checklist-share':
      return [rule.done, ...(rule.rate === null ? [] : [rule.rate])];
    case 'composite':
      return rule.parts.flatMap((part) => readItems(part.rule));
    case 'unknown':
      return rule.candidates.flatMap((candidate) => readItems(candidate.rule));
  }
};

/** The measures inside a rule, nested ones too: where a numerator can be checked against its denominator. */
export const listRuleMeasures = (rule: Rule): readonly RatioMeasure[] => {
  switch (rule.kind) {
    case 'ratio':
    case 'ratio-to-threshold':
    case 'step-threshold':
      return [rule.measure];
    case 'composite':
      return rule.parts.flatMap((part) => listRuleMeasures(part.rule));
    case 'unknown':
      return rule.candidates.flatMap((candidate) => listRuleMeasures(candidate.rule));
    case 'boolean':
    case 'level':
    case 'count-step':
    case 'checklist':
    case 'checklist-share':
      return [];
  }
};

/** Whether full points start at a threshold of which only the highest possible value is known. */
export const hasOpenThreshold = (rule: Rule): boolean =>
  rule.kind === 'step-threshold' && rule.thresholdIs === 'at-most';

/** Whether a part of the rule is not known, so that its points may be a range. */
export const hasUnknown = (rule: Rule): boolean => {
  switch (rule.kind) {
    case 'unknown':
      return true;
    case 'level':
      return rule.levels.some((level) => level.share === null);
    case 'step-threshold':
      return rule.thresholdIs === 'at-most';
    case 'composite':
      return rule.parts.some((part) => hasUnknown(part.rule));
    case 'boolean':
    case 'count-step':
    case 'ratio':
    case 'ratio-to-threshold':
    case 'checklist':
    case 'checklist-share':
      return false;
  }
};
