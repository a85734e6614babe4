import { decimal } from '#core/kernel/decimal.ts';
import {
  evaluateAdjusted,
  evaluateBestOf,
  evaluateChecklist,
  evaluateComposite,
  evaluateUnknown,
} from './evaluate-composed.ts';
import { evaluateAgainstBest, evaluateOnCount, evaluateOnMeasure } from './evaluate-curve.ts';
import { evaluateBoolean, evaluateCountStep, evaluateLevel } from './evaluate-fact.ts';
import { evaluateDerivedMean, evaluateGivenScore } from './evaluate-given-score.ts';
import { evaluateChecklistShare, evaluateProportion, evaluateStep } from './evaluate-measure.ts';
import { NOTHING } from './interval.ts';
import type { Rule } from './rule.ts';
import type { RuleContext, RuleOutcome } from './rule-outcome.ts';

const evaluateShape = (rule: Rule, context: RuleContext): RuleOutcome => {
  switch (rule.kind) {
    case 'boolean':
      return evaluateBoolean(rule.item, context);
    case 'level':
      return evaluateLevel(rule, context);
    case 'count-step':
      return evaluateCountStep(rule, context);
    case 'count-tiers':
    case 'count-capped':
      return evaluateOnCount(rule, context);
    case 'ratio':
      return evaluateProportion(rule.measure, decimal(rule.measure.multiplier), context);
    case 'ratio-to-threshold':
      return evaluateProportion(rule.measure, decimal(rule.threshold), context);
    case 'step-threshold':
      return evaluateStep(rule, context);
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
      return evaluateOnMeasure(rule, context);
    case 'normalised-to-best':
      return evaluateAgainstBest(rule, context);
    case 'checklist':
      return evaluateChecklist(rule, context, (outcome) => settleBlank(outcome, context));
    case 'checklist-share':
      return evaluateChecklistShare(rule, context);
    case 'survey':
    case 'external':
    case 'manual':
      return evaluateGivenScore(rule, context);
    case 'derived-mean':
      return evaluateDerivedMean(rule, context);
    case 'composite':
      return evaluateComposite(rule, context, evaluateRule);
    case 'best-of':
      return evaluateBestOf(rule, context, evaluateRule);
    case 'adjusted':
      return evaluateAdjusted(rule, context, evaluateRule);
    case 'unknown':
      return evaluateUnknown(rule, context, evaluateRule);
  }
};

/** Where the framework says that blank earns nothing, missing data are no points instead of open ones. */
const settleBlank = (outcome: RuleOutcome, context: RuleContext): RuleOutcome =>
  outcome.state === 'no-data' && context.policies.blank === 'zero'
    ? { ...outcome, share: NOTHING, reasons: [], steps: [...outcome.steps, { kind: 'blank-is-zero' }] }
    : outcome;

/**
 * Applies a rule to data. Missing data and unknown rules give a span, never a guess:
 * what is true of the subject lies within it.
 */
export const evaluateRule = (rule: Rule, context: RuleContext): RuleOutcome =>
  settleBlank(evaluateShape(rule, context), context);
