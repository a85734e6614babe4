import { type Decimal, ONE, sum, ZERO } from '#core/kernel/decimal.ts';
import type { ScoringPolicies } from './policies.ts';
import { evaluateBoolean } from './evaluate-fact.ts';
import { addIntervals, envelope, type Interval, isExact, NOTHING, scale, traceRange } from './interval.ts';
import type { LocalizedText } from './localized-text.ts';
import { valueOf } from './measure.ts';
import { quantitySpan, readQuantity } from './quantity.ts';
import type {
  AdjustedRule,
  Adjustment,
  BestOfRule,
  ChecklistRule,
  CompositeRule,
  Rule,
  ShareText,
  UnknownRule,
} from './rule.ts';
import { notApplicable, type RuleContext, type RuleOutcome, scored } from './rule-outcome.ts';
import { readShare } from './share.ts';
import type { OpenReason, TraceStep } from './trace.ts';

/** Evaluates a rule inside another one. */
export type EvaluateInner = (rule: Rule, context: RuleContext) => RuleOutcome;

interface Part {
  readonly code: string;
  readonly name: LocalizedText | null;
  readonly weight: ShareText;
  readonly outcome: RuleOutcome;
}

/** What a part weighs and what it has earned. */
type Weighed = Pick<Part, 'weight' | 'outcome'>;

const partStep = (part: Part): TraceStep => ({
  kind: 'part',
  code: part.code,
  name: part.name,
  weight: part.weight,
  share: traceRange(part.outcome.share),
  steps: part.outcome.steps,
});

const weightOf = (parts: readonly Weighed[]): Decimal => sum(parts.map((part) => readShare(part.weight)));

/**
 * Parts that do not apply give their weight to the rest where the framework excludes what does not apply,
 * so that the rest is scaled to the full maximum.
 */
export const rebase = <Kind extends Weighed>(
  parts: readonly Kind[],
  policies: ScoringPolicies,
): { readonly counted: readonly Kind[]; readonly factor: Decimal; readonly steps: readonly TraceStep[] } => {
  const counted = parts.filter((part) => part.outcome.state !== 'not-applicable');
  const excludes = policies.notApplicable === 'excluded' || policies.notApplicable === 'redistributed';
  const weight = weightOf(counted);
  if (!excludes || counted.length === parts.length || weight.isZero()) {
    return { counted: parts, factor: ONE, steps: [] };
  }
  const factor = weightOf(parts).dividedBy(weight);
  return { counted, factor, steps: [{ kind: 'rebased', parts: counted.length, of: parts.length }] };
};

const addParts = (parts: readonly Part[], policies: ScoringPolicies): RuleOutcome => {
  const states = new Set(parts.map((part) => part.outcome.state));
  const partSteps = parts.map(partStep);
  if (states.size === 1 && states.has('not-applicable')) return notApplicable(policies, partSteps);
  const { counted, factor, steps: rebasing } = rebase(parts, policies);
  const steps = [...partSteps, ...rebasing];
  const share = addIntervals(
    counted.map((part) => scale(part.outcome.share, readShare(part.weight).times(factor))),
  );
  const reasons = parts.flatMap((part) => part.outcome.reasons);
  if (states.size === 1 && states.has('no-data')) {
    return { share, state: 'no-data', reasons: [...new Set(reasons)], steps };
  }
  return scored(share, steps, reasons);
};

/** Each part that is met adds its share. */
export const evaluateChecklist = (
  rule: ChecklistRule,
  context: RuleContext,
  settle: (outcome: RuleOutcome) => RuleOutcome,
): RuleOutcome =>
  addParts(
    rule.parts.map((part) => ({
      code: part.item,
      name: null,
      weight: part.share,
      outcome: settle(evaluateBoolean(part.item, context)),
    })),
    context.policies,
  );

/** The weighted sum of the parts. */
export const evaluateComposite = (
  rule: CompositeRule,
  context: RuleContext,
  evaluate: EvaluateInner,
): RuleOutcome =>
  addParts(
    rule.parts.map((part) => ({
      code: part.code,
      name: part.name,
      weight: part.share,
      outcome: evaluate(part.rule, context),
    })),
    context.policies,
  );

const highest = (shares: readonly Interval[]): Interval =>
  shares.reduce(
    (best, next) => ({
      low: next.low.greaterThan(best.low) ? next.low : best.low,
      high: next.high.greaterThan(best.high) ? next.high : best.high,
    }),
    NOTHING,
  );

/** The case that gives most. One that does not apply gives nothing; a missing one leaves open whether it gives more. */
export const evaluateBestOf = (
  rule: BestOfRule,
  context: RuleContext,
  evaluate: EvaluateInner,
): RuleOutcome => {
  const cases = rule.cases.map((one): Part => ({
    code: one.code,
    name: one.name,
    weight: one.share,
    outcome: evaluate(one.rule, context),
  }));
  const steps = cases.map(partStep);
  const counted = cases.filter((one) => one.outcome.state !== 'not-applicable');
  if (counted.length === 0) return notApplicable(context.policies, steps);
  const share = highest(counted.map((one) => scale(one.outcome.share, readShare(one.weight))));
  const reasons = counted.flatMap((one) => one.outcome.reasons);
  const all: readonly TraceStep[] = [...steps, { kind: 'best-of', share: traceRange(share) }];
  if (counted.every((one) => one.outcome.state === 'no-data')) {
    return { share, state: 'no-data', reasons: [...new Set(reasons)], steps: all };
  }
  return scored(share, all, reasons);
};

interface Adjusting {
  readonly share: Interval;
  readonly steps: readonly TraceStep[];
  readonly reasons: readonly OpenReason[];
}

const capped = (share: Decimal, cap: Decimal): Decimal => (share.greaterThan(cap) ? cap : share);

/** How many there are to add or take away for. Nothing said is anything, unless the framework counts blank as zero. */
const sizeOf = (
  { count, cap, shareEach }: Adjustment,
  { values, policies }: Pick<RuleContext, 'values' | 'policies'>,
): Interval => {
  const value = valueOf(values, count);
  const most = readShare(cap);
  if (value.state === 'blank') return policies.blank === 'zero' ? NOTHING : { low: ZERO, high: most };
  if (value.state === 'not-applicable') return NOTHING;
  const { low, high } = readQuantity(value);
  const each = readShare(shareEach);
  return { low: capped(low.times(each), most), high: high === null ? most : capped(high.times(each), most) };
};

/** What an adjustment adds (or, below zero, takes away). Nothing to count changes nothing. */
export const evaluateAdjustment = (
  adjustment: Adjustment,
  context: Pick<RuleContext, 'values' | 'policies'>,
): Adjusting => {
  const value = valueOf(context.values, adjustment.count);
  const size = sizeOf(adjustment, context);
  const share =
    adjustment.direction === 'bonus' ? size : { low: size.high.negated(), high: size.low.negated() };
  const isMissing = value.state === 'blank' && !isExact(size);
  return {
    share,
    reasons: isMissing ? ['missing-data'] : isExact(share) ? [] : ['inexact-value'],
    steps: [
      ...(isMissing ? [{ kind: 'no-data', items: [adjustment.count] } as const] : []),
      {
        kind: 'adjustment',
        code: adjustment.code,
        name: adjustment.name,
        direction: adjustment.direction,
        count: value.state === 'value' ? quantitySpan(readQuantity(value)) : null,
        shareEach: adjustment.shareEach,
        cap: adjustment.cap,
        share: traceRange(size),
      },
    ],
  };
};

const limit = (value: Decimal): Decimal => (value.isNegative() ? ZERO : value.greaterThan(ONE) ? ONE : value);

/** The base rule with what is added and taken away, within no points and all of them. */
export const evaluateAdjusted = (
  rule: AdjustedRule,
  context: RuleContext,
  evaluate: EvaluateInner,
): RuleOutcome => {
  const base = evaluate(rule.base, context);
  if (base.state !== 'scored') return base;
  const adjusting = rule.adjustments.map((adjustment) => evaluateAdjustment(adjustment, context));
  const total = addIntervals([base.share, ...adjusting.map(({ share }) => share)]);
  const share = { low: limit(total.low), high: limit(total.high) };
  return scored(
    share,
    [
      ...base.steps,
      ...adjusting.flatMap(({ steps }) => steps),
      { kind: 'adjusted', before: traceRange(base.share), share: traceRange(share) },
    ],
    [...base.reasons, ...adjusting.flatMap(({ reasons }) => reasons)],
  );
};

/** The span of what the candidates give. */
export const evaluateUnknown = (
  rule: UnknownRule,
  context: RuleContext,
  evaluate: EvaluateInner,
): RuleOutcome => {
  const outcomes = rule.candidates.map((candidate) => ({
    candidate,
    outcome: evaluate(candidate.rule, context),
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
