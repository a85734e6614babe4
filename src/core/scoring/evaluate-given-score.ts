import { decimal, sum, ZERO } from '#core/kernel/decimal.ts';
import { shareOfQuantity } from './evaluate-curve.ts';
import { type Interval, traceRange } from './interval.ts';
import { valueOf } from './measure.ts';
import { isExactQuantity, type Quantity, quantitySpan, readQuantity } from './quantity.ts';
import { findResponseCurve } from './response-curve.ts';
import type { DerivedMeanRule, GivenScoreRule } from './rule.ts';
import { noData, notApplicable, type RuleContext, type RuleOutcome, scored } from './rule-outcome.ts';
import type { TraceStep } from './trace.ts';

/** A score given on a scale of its own: its part of the scale is the share of the points. */
export const evaluateGivenScore = (rule: GivenScoreRule, context: RuleContext): RuleOutcome => {
  const value = valueOf(context.values, rule.item);
  const steps: readonly TraceStep[] = [{ kind: 'value', item: rule.item, value }];
  if (value.state === 'not-applicable') return notApplicable(context.policies, steps);
  const curve = findResponseCurve(rule);
  if (value.state === 'blank' || !curve) return noData([rule.item]);
  const quantity = readQuantity(value);
  const share = shareOfQuantity(curve, quantity);
  const step: TraceStep = {
    kind: 'given-score',
    by: rule.kind,
    source: rule.source,
    score: quantitySpan(quantity),
    outOf: rule.outOf,
    share: traceRange(share),
  };
  return scored(share, [...steps, step], ['inexact-value']);
};

/** The mean of what is known; each bound on its own. */
const meanOf = (quantities: readonly Quantity[]): Quantity => {
  const count = decimal(quantities.length);
  const highs = quantities.flatMap(({ high }) => (high === null ? [] : [high]));
  return {
    low: sum(quantities.map(({ low }) => low)).dividedBy(count),
    lowIncluded: quantities.every(({ lowIncluded }) => lowIncluded),
    high: highs.length < quantities.length ? null : sum(highs).dividedBy(count),
    highIncluded: quantities.every(({ highIncluded }) => highIncluded),
  };
};

const partOf = (mean: Quantity, outOf: string): Interval => {
  const full = decimal(outOf);
  const share = (value: Quantity['low']) =>
    value.isNegative() ? ZERO : value.greaterThan(full) ? decimal(1) : value.dividedBy(full);
  const low = share(mean.low);
  if (isExactQuantity(mean)) return { low, high: low };
  return { low, high: mean.high === null ? decimal(1) : share(mean.high) };
};

/** The mean of the former units' scores; a unit that did not exist then does not count, a missing one leaves it open. */
export const evaluateDerivedMean = (rule: DerivedMeanRule, context: RuleContext): RuleOutcome => {
  const read = rule.items.map((item) => ({ item, value: valueOf(context.values, item) }));
  const steps = read.map(({ item, value }): TraceStep => ({ kind: 'value', item, value }));
  const counted = read.filter(({ value }) => value.state !== 'not-applicable');
  if (counted.length === 0) return notApplicable(context.policies, steps);
  const missing = counted.flatMap(({ item, value }) => (value.state === 'blank' ? [item] : []));
  if (missing.length > 0) return noData(missing, steps);
  const mean = meanOf(counted.flatMap(({ value }) => (value.state === 'value' ? [readQuantity(value)] : [])));
  const share = partOf(mean, rule.outOf);
  const step: TraceStep = {
    kind: 'mean',
    units: counted.length,
    mean: quantitySpan(mean),
    outOf: rule.outOf,
    share: traceRange(share),
  };
  return scored(share, [...steps, step], ['inexact-value']);
};
