import { decimal, type Decimal, ONE, ZERO } from '#core/kernel/decimal.ts';
import type { ScoringPolicies, ZeroDenominatorPolicy } from './policies.ts';
import { exactly, type Interval, NOTHING, OPEN, traceRange, WHOLE } from './interval.ts';
import { listUnusedRate, type MeasureReading, readMeasure, valueOf } from './measure.ts';
import {
  divideQuantities,
  compareQuantity,
  isExactQuantity,
  type Quantity,
  quantitySpan,
  readQuantity,
} from './quantity.ts';
import type { ChecklistShareRule, RatioMeasure, StepThresholdRule } from './rule.ts';
import { noData, notApplicable, type RuleContext, type RuleOutcome, scored } from './rule-outcome.ts';
import type { TraceStep } from './trace.ts';

const PERCENT: RatioMeasure['unit'] = { vi: '%', en: '%' };
const HUNDRED = decimal(100);

/** What a rule earns whose measure is blank, does not apply, or has nothing below the line. */
export const withoutQuantity = (
  reading: Exclude<MeasureReading, { state: 'known' }>,
  policies: ScoringPolicies,
): RuleOutcome => {
  switch (reading.state) {
    case 'blank':
      return noData(reading.missing, reading.steps);
    case 'not-applicable':
      return notApplicable(policies, reading.steps);
    case 'zero-denominator': {
      const steps: readonly TraceStep[] = [
        ...reading.steps,
        { kind: 'zero-denominator', policy: reading.policy },
      ];
      return settleZeroDenominator(reading.policy, steps, policies);
    }
  }
};

const settleZeroDenominator = (
  policy: ZeroDenominatorPolicy,
  steps: readonly TraceStep[],
  policies: ScoringPolicies,
): RuleOutcome => {
  switch (policy) {
    case 'zero':
      return scored(NOTHING, steps);
    case 'full':
      return scored(WHOLE, steps);
    case 'no-data':
      return { ...noData([]), steps };
    case 'not-applicable':
      return notApplicable(policies, steps);
  }
};

const shareOf = (value: Decimal, full: Decimal): Decimal =>
  value.greaterThanOrEqualTo(full) ? ONE : value.isNegative() ? ZERO : value.dividedBy(full);

const proportional = (
  quantity: Quantity,
  full: Decimal,
  unit: RatioMeasure['unit'] | null,
  before: readonly TraceStep[],
): RuleOutcome => {
  const low = shareOf(quantity.low, full);
  const share: Interval = isExactQuantity(quantity)
    ? exactly(low)
    : { low, high: quantity.high === null ? ONE : shareOf(quantity.high, full) };
  return scored(
    share,
    [
      ...before,
      {
        kind: 'share-of',
        value: quantitySpan(quantity),
        full: full.toFixed(),
        unit,
        share: traceRange(share),
        capped: quantity.low.greaterThan(full),
      },
    ],
    ['inexact-value'],
  );
};

/** Points in proportion to a measure, all of them where the measure is full. */
export const evaluateProportion = (
  measure: RatioMeasure,
  full: Decimal,
  context: RuleContext,
): RuleOutcome => {
  const reading = readMeasure(measure, context.values, context.policies);
  if (reading.state !== 'known') return withoutQuantity(reading, context.policies);
  return proportional(reading.quantity, full, measure.unit, reading.steps);
};

/** All points from a threshold on. */
export const evaluateStep = (rule: StepThresholdRule, context: RuleContext): RuleOutcome => {
  const reading = readMeasure(rule.measure, context.values, context.policies);
  if (reading.state !== 'known') return withoutQuantity(reading, context.policies);
  const comparison = rule.comparison ?? 'at-least';
  const reached = compareQuantity(reading.quantity, decimal(rule.threshold), comparison);
  const steps: readonly TraceStep[] = [
    ...reading.steps,
    {
      kind: 'compare',
      value: quantitySpan(reading.quantity),
      threshold: rule.threshold,
      thresholdIs: rule.thresholdIs,
      comparison,
      unit: rule.measure.unit,
      reached,
    },
  ];
  if (reached === 'yes') return scored(WHOLE, steps);
  if (rule.thresholdIs === 'at-most') return scored(OPEN, steps, ['unknown-threshold']);
  return reached === 'no' ? scored(NOTHING, steps) : scored(OPEN, steps, ['inexact-value']);
};

/** Points in proportion to the things done on a list of known length. */
export const evaluateChecklistShare = (rule: ChecklistShareRule, context: RuleContext): RuleOutcome => {
  const done = valueOf(context.values, rule.done);
  if (done.state === 'not-applicable') {
    return notApplicable(context.policies, [{ kind: 'value', item: rule.done, value: done }]);
  }
  if (done.state === 'value') {
    const count = readQuantity(done);
    const percent = divideQuantities(
      count,
      readQuantity({ state: 'value', value: rule.listLength, comparator: '=' }),
      HUNDRED,
    );
    return proportional(count, decimal(rule.listLength), null, [
      { kind: 'value', item: rule.done, value: done },
      ...listUnusedRate(rule.rate, PERCENT, percent, context.values),
    ]);
  }
  const rate = rule.rate === null ? undefined : valueOf(context.values, rule.rate);
  if (rule.rate === null || rate?.state !== 'value') return noData([rule.done]);
  const quantity = readQuantity(rate);
  return proportional(quantity, HUNDRED, PERCENT, [
    {
      kind: 'given-rate',
      item: rule.rate,
      rate: quantitySpan(quantity),
      unit: PERCENT,
    },
  ]);
};
