import { decimal, type Decimal, ONE, ZERO } from '#core/kernel/decimal.ts';
import { exactly, type Interval, NOTHING, traceRange, WHOLE } from './interval.ts';
import { valueOf } from './measure.ts';
import { isAtLeast, type Quantity, quantitySpan, readQuantity } from './quantity.ts';
import type { CountStepRule, ItemCode, LevelRule } from './rule.ts';
import { noData, notApplicable, type RuleContext, type RuleOutcome, scored } from './rule-outcome.ts';
import { readShare } from './share.ts';
import type { TraceStep } from './trace.ts';

/** All points for a yes. */
export const evaluateBoolean = (item: ItemCode, context: RuleContext): RuleOutcome => {
  const value = valueOf(context.values, item);
  const steps: readonly TraceStep[] = [{ kind: 'value', item, value }];
  if (value.state === 'blank') return noData([item]);
  if (value.state === 'not-applicable') return notApplicable(context.policies, steps);
  return scored(value.value === 'yes' ? WHOLE : NOTHING, steps);
};

/** The share of a level; one that is not known lies between the nearest known ones above and below. */
const shareOfLevel = (rule: LevelRule, code: string): Interval | undefined => {
  const place = rule.levels.findIndex((level) => level.code === code);
  const level = rule.levels[place];
  if (!level) return undefined;
  if (level.share !== null) return exactly(readShare(level.share));
  const known = (levels: LevelRule['levels']): readonly Decimal[] =>
    levels.flatMap((other) => (other.share === null ? [] : [readShare(other.share)]));
  return {
    low: known(rule.levels.slice(place + 1))[0] ?? ZERO,
    high: known(rule.levels.slice(0, place)).at(-1) ?? ONE,
  };
};

/** The share of the level that was reached. */
export const evaluateLevel = (rule: LevelRule, context: RuleContext): RuleOutcome => {
  const value = valueOf(context.values, rule.item);
  const steps: readonly TraceStep[] = [{ kind: 'value', item: rule.item, value }];
  if (value.state === 'blank') return noData([rule.item]);
  if (value.state === 'not-applicable') return notApplicable(context.policies, steps);
  const share = shareOfLevel(rule, value.value);
  if (!share) return noData([rule.item]);
  const unknown = rule.levels.some((level) => level.code === value.value && level.share === null);
  return scored(
    share,
    [
      ...steps,
      unknown
        ? { kind: 'unknown-share', level: value.value }
        : { kind: 'fixed-share', share: traceRange(share) },
    ],
    ['unknown-share'],
  );
};

const shareOfCount = (rule: CountStepRule, count: Quantity): Interval => {
  const below = readShare(rule.shareBelow);
  // Without a requirement of its own, a count of nothing means that the thing does not exist.
  const least = rule.requires === null && count.low.isZero() && count.lowIncluded ? ZERO : below;
  const most = rule.requires === null && count.high?.isZero() === true ? ZERO : below;
  const reached = isAtLeast(count, decimal(rule.fullFrom));
  if (reached === 'yes') return WHOLE;
  return { low: least, high: reached === 'open' ? ONE : most };
};

/** All points from a count on, a fixed share below it. */
export const evaluateCountStep = (rule: CountStepRule, context: RuleContext): RuleOutcome => {
  const required = rule.requires === null ? undefined : valueOf(context.values, rule.requires);
  const value = valueOf(context.values, rule.count);
  const read: TraceStep[] = [
    ...(rule.requires === null || !required
      ? []
      : [{ kind: 'value', item: rule.requires, value: required } as const]),
    { kind: 'value', item: rule.count, value },
  ];
  if (required?.state === 'not-applicable' || value.state === 'not-applicable') {
    return notApplicable(context.policies, read);
  }
  if (required?.state === 'value' && required.value === 'no') {
    return scored(NOTHING, [...read, { kind: 'fixed-share', share: traceRange(NOTHING) }]);
  }
  const missing = [
    ...(rule.requires !== null && required?.state === 'blank' ? [rule.requires] : []),
    ...(value.state === 'blank' ? [rule.count] : []),
  ];
  if (value.state === 'blank') {
    const least = required?.state === 'value' ? readShare(rule.shareBelow) : ZERO;
    if (least.isZero()) return noData(missing);
    return scored(
      { low: least, high: ONE },
      [...read, { kind: 'no-data', items: missing }],
      ['missing-data'],
    );
  }
  const count = readQuantity(value);
  const byCount = shareOfCount(rule, count);
  const share = missing.length > 0 ? { low: ZERO, high: byCount.high } : byCount;
  return scored(
    share,
    [
      ...read,
      {
        kind: 'compare',
        value: quantitySpan(count),
        threshold: rule.fullFrom,
        thresholdIs: 'exact',
        comparison: 'at-least',
        unit: null,
        reached: isAtLeast(count, decimal(rule.fullFrom)),
      },
      ...(missing.length > 0 ? [{ kind: 'no-data', items: missing } as const] : []),
      { kind: 'fixed-share', share: traceRange(share) },
    ],
    missing.length > 0 ? ['missing-data'] : ['inexact-value'],
  );
};
