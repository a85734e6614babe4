import type { ItemCode, RatioMeasure, Rule } from './rule.ts';

/** The rules that a rule is made of; none for a shape that stands alone. */
const listChildRules = (rule: Rule): readonly Rule[] => {
  switch (rule.kind) {
    case 'composite':
      return rule.parts.map((part) => part.rule);
    case 'best-of':
      return rule.cases.map((part) => part.rule);
    case 'adjusted':
      return [rule.base];
    case 'unknown':
      return rule.candidates.map((candidate) => candidate.rule);
    case 'boolean':
    case 'level':
    case 'count-step':
    case 'count-tiers':
    case 'count-capped':
    case 'ratio':
    case 'ratio-to-threshold':
    case 'step-threshold':
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
    case 'normalised-to-best':
    case 'checklist':
    case 'checklist-share':
    case 'survey':
    case 'external':
    case 'manual':
    case 'derived-mean':
      return [];
  }
};

/** The rule and all rules inside it, each before what it is made of. */
export const listNestedRules = (rule: Rule): readonly Rule[] => [
  rule,
  ...listChildRules(rule).flatMap(listNestedRules),
];

/** The measure that the rule itself looks at, or undefined for a rule that looks at items. */
export const findMeasure = (rule: Rule): RatioMeasure | undefined =>
  'measure' in rule ? rule.measure : undefined;

const measureItems = (measure: RatioMeasure): readonly ItemCode[] => [
  ...(measure.fraction ? [measure.fraction.numerator, measure.fraction.denominator] : []),
  ...(measure.rate === null ? [] : [measure.rate]),
];

/** The items that the rule reads itself, not those of the rules inside it. */
export const listOwnItems = (rule: Rule): readonly ItemCode[] => {
  switch (rule.kind) {
    case 'boolean':
    case 'level':
    case 'survey':
    case 'external':
    case 'manual':
      return [rule.item];
    case 'count-step':
      return [...(rule.requires === null ? [] : [rule.requires]), rule.count];
    case 'count-tiers':
    case 'count-capped':
      return [rule.count];
    case 'ratio':
    case 'ratio-to-threshold':
    case 'step-threshold':
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
    case 'normalised-to-best':
      return measureItems(rule.measure);
    case 'checklist':
      return rule.parts.map((part) => part.item);
    case 'checklist-share':
      return [rule.done, ...(rule.rate === null ? [] : [rule.rate])];
    case 'derived-mean':
      return rule.items;
    case 'adjusted':
      return rule.adjustments.map((adjustment) => adjustment.count);
    case 'composite':
    case 'best-of':
    case 'unknown':
      return [];
  }
};

const readItems = (rule: Rule): readonly ItemCode[] =>
  rule.kind === 'adjusted'
    ? [...readItems(rule.base), ...listOwnItems(rule)]
    : [...listOwnItems(rule), ...listChildRules(rule).flatMap(readItems)];

/** The codes of all data items that a rule reads, each once, in the order in which it reads them. */
export const listRuleItems = (rule: Rule): readonly ItemCode[] => [...new Set(readItems(rule))];

/** The measures inside a rule, nested ones too: where a numerator can be checked against its denominator. */
export const listRuleMeasures = (rule: Rule): readonly RatioMeasure[] =>
  listNestedRules(rule).flatMap((nested) => findMeasure(nested) ?? []);

/** Whether full points start at a threshold of which only the highest possible value is known. */
export const hasOpenThreshold = (rule: Rule): boolean =>
  rule.kind === 'step-threshold' && rule.thresholdIs === 'at-most';

const isUnknown = (rule: Rule): boolean =>
  rule.kind === 'unknown' ||
  hasOpenThreshold(rule) ||
  (rule.kind === 'level' && rule.levels.some((level) => level.share === null));

/** Whether a part of the rule is not known, so that its points may be a range. */
export const hasUnknown = (rule: Rule): boolean => listNestedRules(rule).some(isUnknown);
