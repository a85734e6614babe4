import { Decimal, decimal, ONE, sum, ZERO } from '#core/kernel/decimal.ts';
import { evaluateAdjustment, rebase } from '#core/scoring/evaluate-composed.ts';
import { valueOf } from '#core/scoring/measure.ts';
import type { CurveSegment } from '#core/scoring/response-curve.ts';
import type {
  AdjustedRule,
  Adjustment,
  BestOfRule,
  ChecklistRule,
  CompositeRule,
  DerivedMeanRule,
  ItemCode,
  Rule,
  ShareText,
} from '#core/scoring/rule.ts';
import { readShare } from '#core/scoring/share.ts';
import { wayToYes } from './fact-ways.ts';
import type { Branch, Way } from './improvement-option.ts';
import { limitGain } from './limit-gain.ts';
import { findWay } from './measure-way.ts';
import { type ListInner, outcomeOn, partOf, type RuleGround } from './rule-ground.ts';

interface Part {
  readonly code: string;
  readonly share: ShareText;
  readonly rule: Rule;
}

/** What each part is worth once parts that do not apply have given their weight to the others. */
const weigh = (parts: readonly Part[], points: Decimal, ground: RuleGround) => {
  const weighed = parts.map((part) => ({
    part,
    weight: part.share,
    outcome: outcomeOn(ground, points, part.rule),
  }));
  const { factor } = rebase(weighed, ground.policies);
  return weighed.map(({ part }) => ({ part, worth: points.times(readShare(part.share)).times(factor) }));
};

/** The ways of all parts: each can be gone by itself. */
export const waysOfComposite = (
  rule: CompositeRule,
  points: Decimal,
  ground: RuleGround,
  listInner: ListInner,
): readonly Way[] =>
  weigh(rule.parts, points, ground).flatMap(({ part, worth }) =>
    listInner(part.rule, worth, partOf(ground, part.code)),
  );

/** Each part that is not met can be. */
export const waysOfChecklist = (rule: ChecklistRule, points: Decimal, ground: RuleGround): readonly Way[] => {
  const parts = rule.parts.map(({ item, share }): Part & { readonly item: ItemCode } => ({
    ...{ code: item, item, share },
    rule: { kind: 'boolean', item },
  }));
  return weigh(parts, points, ground).flatMap(({ part, worth }) => wayToYes(part.code, worth, ground));
};

const inBranch =
  (branch: Branch) =>
  (way: Way): Way => ({ ...way, branches: [branch, ...way.branches] });

/**
 * The ways of every case, of which a plan goes for one: the solver finds out which is the cheapest. What a case wins counts from
 * where it passes the case that is the best now.
 */
export const waysOfBest = (
  rule: BestOfRule,
  points: Decimal,
  ground: RuleGround,
  listInner: ListInner,
): readonly Way[] => {
  const cases = rule.cases.map((one) => {
    const worth = points.times(readShare(one.share));
    const { share, state } = outcomeOn(ground, points, one.rule);
    return { one, worth, now: state === 'not-applicable' ? ZERO : worth.times(share.low) };
  });
  const best = Decimal.max(ZERO, ...cases.map(({ now }) => now));
  return cases.flatMap(({ one, worth, now }) => {
    const entry = best.minus(now);
    // A case that can never pass the present best is no way to anything.
    const ways = worth.lessThanOrEqualTo(best) ? [] : listInner(one.rule, worth, partOf(ground, one.code));
    return ways.map(inBranch({ choice: ground.place, case: one.code, entry }));
  });
};

const line = (end: Decimal, from: Decimal, to: Decimal): readonly CurveSegment[] => [
  { from: ZERO, fromIncluded: true, to: end, shareFrom: from, shareTo: to },
  { from: end, fromIncluded: true, to: null, shareFrom: to, shareTo: to },
];

/** The way to the full bonus, or to nothing that is taken away. */
const waysOfAdjustment = (
  { direction, count, shareEach, cap }: Adjustment,
  points: Decimal,
  ground: RuleGround,
): readonly Way[] => {
  const [each, most] = [readShare(shareEach), readShare(cap)];
  if (each.isZero() || most.isZero()) return [];
  const end = most.dividedBy(each);
  const segments = direction === 'bonus' ? line(end, ZERO, most) : line(end, most, ZERO);
  const way = findWay({ source: { kind: 'item', item: count }, segments }, points, ground);
  return way ? [way] : [];
};

/** The ways of the rule itself and of what is added and taken away, beyond what is lost below no points at all. */
export const waysOfAdjusted = (
  rule: AdjustedRule,
  points: Decimal,
  ground: RuleGround,
  listInner: ListInner,
): readonly Way[] => {
  const base = outcomeOn(ground, points, rule.base);
  if (base.state !== 'scored') return [];
  const adjusted = rule.adjustments.map((one) => evaluateAdjustment(one, ground).share.low);
  const total = sum([base.share.low, ...adjusted]);
  if (total.greaterThanOrEqualTo(ONE)) return [];
  const ways = [
    ...listInner(rule.base, points, partOf(ground, 'base')),
    ...rule.adjustments.flatMap((one) => waysOfAdjustment(one, points, ground)),
  ];
  // Beyond all points nothing is won, whatever the parts would bring.
  const within = ways.map((way) => limitGain(way, ONE.minus(total).times(points)));
  if (!total.isNegative()) return within;
  const entry = ZERO.minus(total).times(points);
  return within.map(inBranch({ choice: ground.place, case: 'adjusted', entry }));
};

/** Each unit's score brings its part of the mean, once all that count are known. */
export const waysOfMean = (rule: DerivedMeanRule, points: Decimal, ground: RuleGround): readonly Way[] => {
  const counted = rule.items.filter((item) => valueOf(ground.values, item).state !== 'not-applicable');
  if (counted.some((item) => valueOf(ground.values, item).state === 'blank')) return [];
  const segments = line(decimal(rule.outOf), ZERO, ONE);
  return counted.flatMap((item) => {
    const way = findWay(
      { source: { kind: 'item', item }, segments },
      points.dividedBy(counted.length),
      ground,
    );
    return way ? [way] : [];
  });
};
