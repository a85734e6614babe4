import { type Decimal, decimal, ONE, ZERO } from '#core/kernel/decimal.ts';
import { type DataValues, reported } from '#core/scoring/data-value.ts';
import { decimalsOf, valueOf } from '#core/scoring/measure.ts';
import { buildCurveToBest, findResponseCurve } from '#core/scoring/response-curve.ts';
import type {
  ChecklistShareRule,
  CountStepRule,
  ItemCode,
  LevelRule,
  NormalisedToBestRule,
  Rule,
} from '#core/scoring/rule.ts';
import { readShare } from '#core/scoring/share.ts';
import type { Stretch, Way } from './improvement-option.ts';
import { findWay, type Ground } from './measure-way.ts';
import { outcomeOn, type RuleGround } from './rule-ground.ts';

const ALONE = { startIsBound: false, holdsOthers: false, branches: [] } as const;

/** The way from no to yes. */
export const wayToYes = (item: ItemCode, points: Decimal, { values }: Ground): readonly Way[] => {
  const value = valueOf(values, item);
  if (value.state !== 'value' || value.value !== 'no' || points.isZero()) return [];
  const jump: Stretch = { kind: 'jump', from: ZERO, to: ONE, gain: points };
  return [{ lever: { kind: 'yes-no', item }, full: ONE, nothing: ZERO, ...ALONE, stretches: [jump] }];
};

/** The least that a level is worth: what the next lower level with a known share gives. */
const sureShare = (rule: LevelRule, place: number): Decimal => {
  const known = rule.levels.slice(place).find((level) => level.share !== null);
  return known?.share === undefined || known.share === null ? ZERO : readShare(known.share);
};

/** The way from level to level. */
export const waysOfLevel = (rule: LevelRule, points: Decimal, { values }: Ground): readonly Way[] => {
  const value = valueOf(values, rule.item);
  if (value.state !== 'value') return [];
  const upwards = rule.levels
    .map((level, place) => ({ code: level.code, share: sureShare(rule, place) }))
    .reverse();
  const now = upwards.findIndex((level) => level.code === value.value);
  if (now < 0) return [];
  const steps = upwards.slice(now + 1).map((level, step): Stretch => ({
    kind: 'jump',
    from: decimal(now + step),
    to: decimal(now + step + 1),
    gain: level.share.minus(upwards[now + step]?.share ?? ZERO).times(points),
  }));
  const stretches = steps.slice(0, steps.findLastIndex(({ gain }) => gain.greaterThan(0)) + 1);
  if (stretches.length === 0) return [];
  const lever = { kind: 'level', item: rule.item, levels: upwards.map((level) => level.code) } as const;
  return [{ lever, full: decimal(upwards.length - 1), nothing: ZERO, ...ALONE, stretches }];
};

/** The way along the one number that a rule looks at. */
export const waysOnCurve = (rule: Rule, points: Decimal, ground: Ground): readonly Way[] => {
  const curve = findResponseCurve(rule);
  const way = curve && findWay(curve, points, ground);
  return way ? [way] : [];
};

/** The way to the best of the league, which is taken to stay where it is. */
export const waysToBest = (
  { measure }: NormalisedToBestRule,
  points: Decimal,
  ground: RuleGround,
): readonly Way[] => {
  const best = ground.league?.bestOf(measure);
  const way = best && findWay(buildCurveToBest(measure, best), points, ground);
  return way ? [{ ...way, holdsOthers: true }] : [];
};

/** The way of a count that needs something beside it. */
export const waysOfCountStep = (rule: CountStepRule, points: Decimal, ground: RuleGround): readonly Way[] => {
  const required = rule.requires === null ? undefined : valueOf(ground.values, rule.requires);
  if (rule.requires === null || required?.state !== 'value' || required.value !== 'no') {
    return waysOnCurve(rule, points, ground);
  }
  // Counting helps only once the requirement is met: before that it alone can be.
  const met = outcomeOn(ground, points, rule, { item: rule.requires, value: reported('yes') });
  return wayToYes(rule.requires, points.times(met.share.low), ground);
};

/** How many things of a list a printed percentage stands for, when it stands for a whole number of them. */
const countBehindRate = (rule: ChecklistShareRule, values: DataValues): string | undefined => {
  const rate = rule.rate === null ? undefined : valueOf(values, rule.rate);
  if (rate?.state !== 'value' || rate.comparator !== '=') return undefined;
  const length = decimal(rule.listLength);
  const done = length.times(rate.value).dividedBy(100).round();
  const printed = done.times(100).dividedBy(length).toDecimalPlaces(decimalsOf(rate.value));
  return printed.equals(rate.value) ? done.toFixed() : undefined;
};

/** The way along a list of things to be done. */
export const waysOfList = (rule: ChecklistShareRule, points: Decimal, ground: Ground): readonly Way[] => {
  const { values } = ground;
  const counted = valueOf(values, rule.done).state === 'value' ? undefined : countBehindRate(rule, values);
  if (counted === undefined) return waysOnCurve(rule, points, ground);
  const known = new Map([...values, [rule.done, reported(counted)] as const]);
  return waysOnCurve(rule, points, { ...ground, values: known });
};
