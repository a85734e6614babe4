import { decimal } from '#core/kernel/decimal.ts';
import type { ScoringPolicies } from './framework.ts';
import { evaluateBoolean, evaluateCountStep, evaluateLevel } from './evaluate-fact.ts';
import { evaluateChecklistShare, evaluateProportion, evaluateStep } from './evaluate-measure.ts';
import { addIntervals, envelope, isExact, scale, traceRange } from './interval.ts';
import type { LocalizedText } from './localized-text.ts';
import type { ChecklistRule, CompositeRule, Rule, UnknownRule } from './rule.ts';
import { notApplicable, type RuleContext, type RuleOutcome, scored } from './rule-outcome.ts';
import type { TraceStep } from './trace.ts';

interface Part {
  readonly code: string;
  readonly name: LocalizedText | null;
  readonly weight: string;
  readonly outcome: RuleOutcome;
}

const addParts = (parts: readonly Part[], policies: ScoringPolicies): RuleOutcome => {
  const steps = parts.map((part): TraceStep => ({
    kind: 'part',
    code: part.code,
    name: part.name,
    weight: part.weight,
    share: traceRange(part.outcome.share),
    steps: part.outcome.steps,
  }));
  const states = new Set(parts.map((part) => part.outcome.state));
  if (states.size === 1 && states.has('not-applicable')) return notApplicable(policies, steps);
  const share = addIntervals(parts.map((part) => scale(part.outcome.share, decimal(part.weight))));
  const reasons = parts.flatMap((part) => part.outcome.reasons);
  if (states.size === 1 && states.has('no-data')) {
    return { share, state: 'no-data', reasons: [...new Set(reasons)], steps };
  }
  return scored(share, steps, reasons);
};

const evaluateChecklist = (rule: ChecklistRule, context: RuleContext): RuleOutcome =>
  addParts(
    rule.parts.map((part) => ({
      code: part.item,
      name: null,
      weight: part.share,
      outcome: evaluateBoolean(part.item, context),
    })),
    context.policies,
  );

const evaluateComposite = (rule: CompositeRule, context: RuleContext): RuleOutcome =>
  addParts(
    rule.parts.map((part) => ({
      code: part.code,
      name: part.name,
      weight: part.share,
      outcome: evaluateRule(part.rule, context),
    })),
    context.policies,
  );

const evaluateUnknown = (rule: UnknownRule, context: RuleContext): RuleOutcome => {
  const outcomes = rule.candidates.map((candidate) => ({
    candidate,
    outcome: evaluateRule(candidate.rule, context),
  }));
  const share = envelope(outcomes.map(({ outcome }) => outcome.share));
  const steps: readonly TraceStep[] = [
    ...outcomes.map(({ candidate, outcome }): TraceStep => ({
      kind: 'candidate',
      code: candidate.code,
      note: candidate.note,
      points: traceRange(scale(outcome.share, context.maximum)),
      steps: outcome.steps,
    })),
    {
      kind: 'envelope',
      points: traceRange(scale(share, context.maximum)),
      candidates: outcomes.length,
    },
  ];
  const states = new Set(outcomes.map(({ outcome }) => outcome.state));
  const [only] = states;
  if (states.size === 1 && only !== undefined && only !== 'scored') {
    return { share, state: only, reasons: isExact(share) ? [] : ['missing-data'], steps };
  }
  return scored(share, steps, ['unknown-rule', ...outcomes.flatMap(({ outcome }) => outcome.reasons)]);
};

/**
 * Applies a rule to data. Missing data and unknown rules give a span, never a guess:
 * what is true of the subject lies within it.
 */
export const evaluateRule = (rule: Rule, context: RuleContext): RuleOutcome => {
  switch (rule.kind) {
    case 'boolean':
      return evaluateBoolean(rule.item, context);
    case 'level':
      return evaluateLevel(rule, context);
    case 'count-step':
      return evaluateCountStep(rule, context);
    case 'ratio':
      return evaluateProportion(rule.measure, decimal(rule.measure.multiplier), context);
    case 'ratio-to-threshold':
      return evaluateProportion(rule.measure, decimal(rule.threshold), context);
    case 'step-threshold':
      return evaluateStep(rule, context);
    case 'checklist':
      return evaluateChecklist(rule, context);
    case 'checklist-share':
      return evaluateChecklistShare(rule, context);
    case 'composite':
      return evaluateComposite(rule, context);
    case 'unknown':
      return evaluateUnknown(rule, context);
  }
};
