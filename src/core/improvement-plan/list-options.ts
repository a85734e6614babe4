import { type Decimal, decimal, ONE, ZERO } from '#core/kernel/decimal.ts';
import { type DataValues, reported } from '#core/scoring/data-value.ts';
import type { IndexScore } from '#core/scoring/evaluate.ts';
import type { Component, ComponentIndicator, Framework } from '#core/scoring/framework.ts';
import { decimalsOf, valueOf } from '#core/scoring/measure.ts';
import { findResponseCurve } from '#core/scoring/response-curve.ts';
import type { ChecklistShareRule, CountStepRule, ItemCode, LevelRule, Rule } from '#core/scoring/rule.ts';
import { readShare } from '#core/scoring/share.ts';
import type { ImprovementOption, Stretch } from './improvement-option.ts';
import { findWay, type Ground, type Way } from './measure-way.ts';

const wayToYes = (item: ItemCode, points: Decimal, { values }: Ground): readonly Way[] => {
  const value = valueOf(values, item);
  if (value.state !== 'value' || value.value !== 'no') return [];
  const jump: Stretch = { kind: 'jump', from: ZERO, to: ONE, gain: points };
  return [{ lever: { kind: 'yes-no', item }, full: ONE, startIsBound: false, stretches: [jump] }];
};

/** The least that a level is worth: what the next lower level with a known share gives. */
const sureShare = (rule: LevelRule, place: number): Decimal => {
  const known = rule.levels.slice(place).find((level) => level.share !== null);
  return known?.share === undefined || known.share === null ? ZERO : readShare(known.share);
};

const waysOfLevel = (rule: LevelRule, points: Decimal, { values }: Ground): readonly Way[] => {
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
  return [{ lever, full: decimal(upwards.length - 1), startIsBound: false, stretches }];
};

const waysOnCurve = (rule: Rule, points: Decimal, ground: Ground): readonly Way[] => {
  const curve = findResponseCurve(rule);
  const way = curve && findWay(curve, points, ground);
  return way ? [way] : [];
};

const waysOfCountStep = (rule: CountStepRule, points: Decimal, ground: Ground): readonly Way[] => {
  const required = rule.requires === null ? undefined : valueOf(ground.values, rule.requires);
  if (rule.requires === null || required?.state !== 'value' || required.value !== 'no') {
    return waysOnCurve(rule, points, ground);
  }
  // Counting helps only once the requirement is met: before that it alone can be.
  return wayToYes(rule.requires, points.times(readShare(rule.shareBelow)), ground);
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

const waysOfList = (rule: ChecklistShareRule, points: Decimal, ground: Ground): readonly Way[] => {
  const { values } = ground;
  const counted = valueOf(values, rule.done).state === 'value' ? undefined : countBehindRate(rule, values);
  if (counted === undefined) return waysOnCurve(rule, points, ground);
  const known = new Map([...values, [rule.done, reported(counted)] as const]);
  return waysOnCurve(rule, points, { ...ground, values: known });
};

/**
 * The ways to more points of a rule that is worth `points`. There are none without data, for a rule that is not known, for one that
 * compares with others, and where only the best of several cases counts.
 */
const listWays = (rule: Rule, points: Decimal, ground: Ground): readonly Way[] => {
  switch (rule.kind) {
    case 'boolean':
      return wayToYes(rule.item, points, ground);
    case 'level':
      return waysOfLevel(rule, points, ground);
    case 'count-step':
      return waysOfCountStep(rule, points, ground);
    case 'checklist':
      return rule.parts.flatMap((part) => wayToYes(part.item, points.times(readShare(part.share)), ground));
    case 'checklist-share':
      return waysOfList(rule, points, ground);
    case 'composite':
      return rule.parts.flatMap((part) => listWays(part.rule, points.times(readShare(part.share)), ground));
    case 'adjusted':
      return listWays(rule.base, points, ground);
    case 'ratio':
    case 'ratio-to-threshold':
    case 'step-threshold':
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
    case 'count-tiers':
    case 'count-capped':
    case 'survey':
    case 'external':
    case 'manual':
      return waysOnCurve(rule, points, ground);
    case 'normalised-to-best':
    case 'derived-mean':
    case 'best-of':
    case 'unknown':
      return [];
  }
};

const agenciesOf = (indicator: ComponentIndicator): readonly string[] =>
  indicator.leadAgencies.map((agency) => agency.organizationCode ?? agency.nameAsWritten);

const optionsOf = (
  indicator: ComponentIndicator,
  points: Decimal,
  within: ReadonlySet<string>,
  ground: Ground,
): readonly ImprovementOption[] => {
  const ways = listWays(indicator.rule, points, ground);
  return ways.map((way) => ({
    ...way,
    id: ways.length === 1 ? indicator.code : `${indicator.code}/${way.lever.item}`,
    componentCode: indicator.code,
    within,
    leadAgencies: agenciesOf(indicator),
  }));
};

/**
 * Lists what can be improved, item by item: for each rule that is known, the way from the present value to full points.
 * A component whose rule or value is not known, or that does not apply, has no way that surely wins points.
 */
export const listImprovementOptions = (
  framework: Framework,
  values: DataValues,
  score: IndexScore,
): readonly ImprovementOption[] => {
  const ground = { values, items: new Map(framework.dataItems.map((item) => [item.code, item])) };
  const within = (component: Component, above: ReadonlySet<string>): readonly ImprovementOption[] => {
    const codes = new Set([...above, component.code]);
    if (component.kind === 'group') return component.children.flatMap((child) => within(child, codes));
    const scored = score.byCode.get(component.code);
    if (!scored || scored.state === 'not-applicable') return [];
    return optionsOf(component, scored.maximum, codes, ground);
  };
  return framework.components.flatMap((component) => within(component, new Set()));
};
