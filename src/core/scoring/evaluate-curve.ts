import type { Decimal } from '#core/kernel/decimal.ts';
import { envelope, exactly, type Interval, traceNumber, traceRange } from './interval.ts';
import { valueOf } from './measure.ts';
import { isExactQuantity, type Quantity, quantitySpan, readQuantity } from './quantity.ts';
import { type MeasureReading, readMeasure } from './measure.ts';
import {
  buildCurveToBest,
  type CurveSegment,
  findResponseCurve,
  type ResponseCurve,
  segmentAt,
  shareAlong,
  shareAt,
} from './response-curve.ts';
import type {
  BandsRule,
  CountCappedRule,
  CountTiersRule,
  PiecewiseLinearRule,
  RatioMeasure,
  RatioWithFloorRule,
  Rule,
} from './rule.ts';
import { noData, notApplicable, type RuleContext, type RuleOutcome, scored } from './rule-outcome.ts';
import { withoutQuantity } from './evaluate-measure.ts';
import type { TraceStep } from './trace.ts';

/** Rules that are evaluated by nothing but their curve. */
type CurveRule = CountTiersRule | CountCappedRule | RatioWithFloorRule | BandsRule | PiecewiseLinearRule;

const curveOf = (rule: Rule): ResponseCurve => {
  const curve = findResponseCurve(rule);
  if (!curve) throw new RangeError(`A rule of kind ${rule.kind} has no curve of its own`);
  return curve;
};

const startsWithin = (segment: CurveSegment, quantity: Quantity): boolean =>
  quantity.high === null ||
  segment.from.lessThan(quantity.high) ||
  (segment.from.equals(quantity.high) && quantity.highIncluded && segment.fromIncluded);

/** The segment in which the quantity begins. What must be exceeded belongs to what starts there. */
const firstSegment = (curve: ResponseCurve, { low, lowIncluded }: Quantity): CurveSegment =>
  lowIncluded
    ? segmentAt(curve, low)
    : (curve.segments.findLast(({ from }) => from.lessThanOrEqualTo(low)) ?? segmentAt(curve, low));

const sharesOn = (segment: CurveSegment, quantity: Quantity): readonly Decimal[] => [
  shareAlong(segment, quantity.low),
  shareAlong(segment, quantity.high ?? segment.to ?? segment.from),
];

/** The shares that a quantity may earn: one for a known number, otherwise the span over all it may be. */
export const shareOfQuantity = (curve: ResponseCurve, quantity: Quantity): Interval => {
  if (isExactQuantity(quantity)) return exactly(shareAt(curve, quantity.low));
  const first = curve.segments.indexOf(firstSegment(curve, quantity));
  const shares = curve.segments
    .slice(first)
    .filter((segment, place) => place === 0 || startsWithin(segment, quantity))
    .flatMap((segment) => sharesOn(segment, quantity));
  return envelope(shares.map(exactly));
};

const reachedStep = (
  rule: CurveRule,
  curve: ResponseCurve,
  quantity: Quantity,
  unit: RatioMeasure['unit'] | null,
): TraceStep => {
  const share = traceRange(shareOfQuantity(curve, quantity));
  const value = quantitySpan(quantity);
  if (rule.kind === 'count-capped') {
    return { kind: 'counted-share', count: value, shareEach: rule.shareEach, share };
  }
  const { from, fromIncluded, to } = segmentAt(curve, quantity.low);
  return {
    kind: rule.kind === 'piecewise-linear' || rule.kind === 'ratio-with-floor' ? 'on-line' : 'in-band',
    value,
    from: traceNumber(from),
    fromIncluded,
    to: to && traceNumber(to),
    unit,
    share,
  };
};

const outcomeOf = (
  rule: CurveRule,
  quantity: Quantity,
  unit: RatioMeasure['unit'] | null,
  before: readonly TraceStep[],
): RuleOutcome => {
  const curve = curveOf(rule);
  return scored(
    shareOfQuantity(curve, quantity),
    [...before, reachedStep(rule, curve, quantity, unit)],
    ['inexact-value'],
  );
};

/** Points that follow from a measure along the rule's curve. */
export const evaluateOnMeasure = (
  rule: RatioWithFloorRule | BandsRule | PiecewiseLinearRule,
  context: RuleContext,
): RuleOutcome => {
  const reading: MeasureReading = readMeasure(rule.measure, context.values, context.policies);
  if (reading.state !== 'known') return withoutQuantity(reading, context.policies);
  return outcomeOf(rule, reading.quantity, rule.measure.unit, reading.steps);
};

/** Points that follow from a count along the rule's curve. */
export const evaluateOnCount = (
  rule: CountTiersRule | CountCappedRule,
  context: RuleContext,
): RuleOutcome => {
  const value = valueOf(context.values, rule.count);
  const steps: readonly TraceStep[] = [{ kind: 'value', item: rule.count, value }];
  if (value.state === 'not-applicable') return notApplicable(context.policies, steps);
  if (value.state === 'blank') return noData([rule.count]);
  return outcomeOf(rule, readQuantity(value), null, steps);
};

/** Own value over the best of the league. Without a league the points are open. */
export const evaluateAgainstBest = (
  rule: Extract<Rule, { kind: 'normalised-to-best' }>,
  context: RuleContext,
): RuleOutcome => {
  const reading = readMeasure(rule.measure, context.values, context.policies);
  if (reading.state !== 'known') return withoutQuantity(reading, context.policies);
  const best = context.league?.bestOf(rule.measure);
  if (best === undefined) {
    return { ...noData([]), steps: [...reading.steps, { kind: 'no-league' }] };
  }
  const curve = buildCurveToBest(rule.measure, best);
  const share = shareOfQuantity(curve, reading.quantity);
  const step: TraceStep = {
    kind: 'share-of-best',
    value: quantitySpan(reading.quantity),
    best: traceNumber(best),
    unit: rule.measure.unit,
    share: traceRange(share),
  };
  return scored(share, [...reading.steps, step], ['inexact-value']);
};
