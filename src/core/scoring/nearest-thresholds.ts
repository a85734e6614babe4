import { decimal, type Decimal, ONE } from '#core/kernel/decimal.ts';
import { BLANK, type DataValues } from './data-value.ts';
import type { IndexScore } from './evaluate.ts';
import { type ComponentIndicator, type Framework, listIndicators } from './framework.ts';
import type { LocalizedText } from './localized-text.ts';
import { readMeasure, valueOf } from './measure.ts';
import { isExactQuantity } from './quantity.ts';
import { findResponseCurve, type ResponseCurve, segmentAt, shareAt } from './response-curve.ts';
import type {
  BandsRule,
  ChecklistShareRule,
  CountCappedRule,
  CountTiersRule,
  PiecewiseLinearRule,
  RatioMeasure,
  RatioWithFloorRule,
  Rule,
} from './rule.ts';
import { readShare } from './share.ts';

/** How far an indicator is from full points and what getting there brings. */
export interface NearThreshold {
  readonly indicator: ComponentIndicator;
  readonly current: Decimal;
  readonly threshold: Decimal;
  readonly unit: LocalizedText;
  /** Present and needed numerator, when the fraction is known. */
  readonly fraction: {
    readonly numerator: Decimal;
    readonly needed: Decimal;
    readonly denominator: Decimal;
  } | null;
  readonly gain: Decimal;
  /** All of the gain comes with the threshold; otherwise it grows on the way there. */
  readonly allOrNothing: boolean;
}

type Step = Omit<NearThreshold, 'indicator'>;

const HUNDRED = decimal(100);
const PARTS: LocalizedText = { vi: 'nội dung', en: 'items' };

const knownFraction = (
  measure: RatioMeasure,
  threshold: Decimal,
  values: DataValues,
): NearThreshold['fraction'] => {
  if (!measure.fraction) return null;
  const numerator = valueOf(values, measure.fraction.numerator);
  const denominator = valueOf(values, measure.fraction.denominator);
  if (numerator.state !== 'value' || denominator.state !== 'value') return null;
  const whole = decimal(denominator.value);
  return {
    numerator: decimal(numerator.value),
    needed: whole.times(threshold).dividedBy(measure.multiplier).ceil(),
    denominator: whole,
  };
};

const stepOfMeasure = (
  measure: RatioMeasure,
  threshold: Decimal,
  allOrNothing: boolean,
  points: Decimal,
  framework: Framework,
  values: DataValues,
): readonly Step[] => {
  const reading = readMeasure(measure, values, framework.policies);
  if (reading.state !== 'known' || !isExactQuantity(reading.quantity)) return [];
  const current = reading.quantity.low;
  if (current.greaterThanOrEqualTo(threshold)) return [];
  const gain = allOrNothing ? points : points.times(ONE.minus(current.dividedBy(threshold)));
  return [
    {
      current,
      threshold,
      unit: measure.unit,
      fraction: knownFraction(measure, threshold, values),
      gain,
      allOrNothing,
    },
  ];
};

/** The next value from which more is earned: the end of the line that the value lies on, or the next jump. */
const nextOnCurve = (
  curve: ResponseCurve,
  current: Decimal,
  unit: LocalizedText,
  points: Decimal,
): readonly Step[] => {
  const now = shareAt(curve, current);
  const next = curve.segments.find(
    ({ from, shareFrom }) => from.greaterThan(current) && shareFrom.greaterThan(now),
  );
  if (!next) return [];
  const here = segmentAt(curve, current);
  const gain = points.times(next.shareFrom.minus(now));
  const allOrNothing = here.shareFrom.equals(here.shareTo);
  return [{ current, threshold: next.from, unit, fraction: null, gain, allOrNothing }];
};

const nextOfMeasure = (
  rule: RatioWithFloorRule | BandsRule | PiecewiseLinearRule,
  points: Decimal,
  framework: Framework,
  values: DataValues,
): readonly Step[] => {
  const reading = readMeasure(rule.measure, values, framework.policies);
  const curve = findResponseCurve(rule);
  if (reading.state !== 'known' || !isExactQuantity(reading.quantity) || !curve) return [];
  return nextOnCurve(curve, reading.quantity.low, rule.measure.unit, points).map((step) => ({
    ...step,
    fraction: rule.measure.change === true ? null : knownFraction(rule.measure, step.threshold, values),
  }));
};

const TIMES: LocalizedText = { vi: '', en: '' };

const nextOfCount = (
  rule: CountTiersRule | CountCappedRule,
  points: Decimal,
  values: DataValues,
): readonly Step[] => {
  const count = valueOf(values, rule.count);
  const curve = findResponseCurve(rule);
  if (count.state !== 'value' || count.comparator !== '=' || !curve) return [];
  return nextOnCurve(curve, decimal(count.value), TIMES, points);
};

const PERCENT: LocalizedText = { vi: '%', en: '%' };

const stepOfList = (rule: ChecklistShareRule, points: Decimal, values: DataValues): readonly Step[] => {
  const done = valueOf(values, rule.done);
  const rate = rule.rate === null ? BLANK : valueOf(values, rule.rate);
  const [given, threshold, unit] =
    done.state === 'blank' ? [rate, HUNDRED, PERCENT] : [done, decimal(rule.listLength), PARTS];
  if (given.state !== 'value' || given.comparator !== '=') return [];
  const current = decimal(given.value);
  if (current.greaterThanOrEqualTo(threshold)) return [];
  const gain = points.times(ONE.minus(current.dividedBy(threshold)));
  return [{ current, threshold, unit, fraction: null, gain, allOrNothing: false }];
};

/** The steps to full points of a rule that is worth `points`. Rules that are not known have none. */
const listSteps = (
  rule: Rule,
  points: Decimal,
  framework: Framework,
  values: DataValues,
): readonly Step[] => {
  switch (rule.kind) {
    case 'ratio':
      return stepOfMeasure(rule.measure, decimal(rule.measure.multiplier), false, points, framework, values);
    case 'ratio-to-threshold':
      return stepOfMeasure(rule.measure, decimal(rule.threshold), false, points, framework, values);
    case 'step-threshold':
      return rule.thresholdIs === 'exact'
        ? stepOfMeasure(rule.measure, decimal(rule.threshold), true, points, framework, values)
        : [];
    case 'checklist-share':
      return stepOfList(rule, points, values);
    case 'composite':
      return rule.parts.flatMap((part) =>
        listSteps(part.rule, points.times(readShare(part.share)), framework, values),
      );
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
      return nextOfMeasure(rule, points, framework, values);
    case 'count-tiers':
    case 'count-capped':
      return nextOfCount(rule, points, values);
    case 'adjusted':
      return listSteps(rule.base, points, framework, values);
    case 'boolean':
    case 'level':
    case 'count-step':
    case 'checklist':
    case 'survey':
    case 'external':
    case 'manual':
    case 'normalised-to-best':
    case 'derived-mean':
    case 'best-of':
    case 'unknown':
      return [];
  }
};

const relativeDistance = (step: Step): Decimal => ONE.minus(step.current.dividedBy(step.threshold));

/** What to list: how many at most, from which gain on, and how far away at most (share of the threshold). */
export interface NearThresholdLimits {
  readonly limit: number;
  readonly minimumGain: Decimal;
  readonly maximumDistance: Decimal;
}

/** The indicators that are nearest to full points, the nearest first, by distance relative to the threshold. */
export const listNearestThresholds = (
  framework: Framework,
  values: DataValues,
  score: IndexScore,
  limits: NearThresholdLimits,
): readonly NearThreshold[] =>
  listIndicators(framework)
    .filter((indicator) => score.byCode.get(indicator.code)?.state !== 'not-applicable')
    .flatMap((indicator) =>
      listSteps(indicator.rule, decimal(indicator.maximumPoints), framework, values).map((step) => ({
        indicator,
        ...step,
      })),
    )
    .filter(
      (step) =>
        step.gain.greaterThanOrEqualTo(limits.minimumGain) &&
        relativeDistance(step).lessThanOrEqualTo(limits.maximumDistance),
    )
    .sort((a, b) => relativeDistance(a).comparedTo(relativeDistance(b)) || b.gain.comparedTo(a.gain))
    .slice(0, limits.limit);
