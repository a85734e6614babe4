import { decimal, type Decimal, type DecimalText, ONE, sum, ZERO } from '#core/kernel/decimal.ts';
import type { Component, Framework } from './framework.ts';
import type { ScoringPolicies } from './policies.ts';

/** What sets one subject apart: a component that is not asked of it, or whose points count more or less for it. */
export interface PotentialChange {
  readonly deactivated?: boolean;
  /** Times the maximum: `0.2` leaves a fifth at stake, `1.2` raises it. */
  readonly factor?: DecimalText;
}
export type PotentialChanges = ReadonlyMap<string, PotentialChange>;

/** The points at stake for each component of one subject, by code. What does not apply has none. */
export type PointsAtStake = ReadonlyMap<string, Decimal>;

const NO_CHANGES: PotentialChanges = new Map();

/** A child without points keeps a group alive only where the group has none either: nothing could be handed to it. */
const canTakeOver = (child: Component, group: Component): boolean =>
  !decimal(child.maximumPoints).isZero() || decimal(group.maximumPoints).isZero();

const appliesTo = (
  component: Component,
  applies: (code: string) => boolean,
  changes: PotentialChanges,
): boolean => {
  if (changes.get(component.code)?.deactivated === true) return false;
  return component.kind === 'group'
    ? component.children.some((child) => canTakeOver(child, component) && appliesTo(child, applies, changes))
    : applies(component.code);
};

interface Distribution {
  readonly policies: ScoringPolicies;
  readonly applies: (component: Component) => boolean;
  readonly changes: PotentialChanges;
  readonly points: Map<string, Decimal>;
}

const giveNothing = (component: Component, points: Map<string, Decimal>): void => {
  points.set(component.code, ZERO);
  if (component.kind === 'group') component.children.forEach((child) => giveNothing(child, points));
};

/** What each of the siblings has at stake once the points of those that do not apply are shared out. */
const shareOut = (
  siblings: readonly { readonly applies: boolean; readonly base: Decimal }[],
  policies: ScoringPolicies,
): readonly Decimal[] => {
  const lost = sum(siblings.map(({ applies, base }) => (applies ? ZERO : base)));
  const receivers = siblings.filter(({ applies, base }) => applies && base.greaterThan(0));
  const kept = sum(receivers.map(({ base }) => base));
  return siblings.map(({ applies, base }) => {
    if (!applies) return ZERO;
    if (lost.isZero() || base.isZero()) return base;
    return policies.notApplicable === 'excluded'
      ? base.times(kept.plus(lost)).dividedBy(kept)
      : base.plus(lost.dividedBy(receivers.length));
  });
};

/** Hands points down to the children of a group and gives back what they add up to. */
const handDown = (
  children: readonly Component[],
  scale: Decimal,
  depth: number,
  distribution: Distribution,
): Decimal => {
  const { policies, applies, changes } = distribution;
  const bases = children.map((child) => ({
    applies: applies(child),
    base: decimal(child.maximumPoints)
      .times(changes.get(child.code)?.factor ?? ONE)
      .times(scale),
  }));
  const keeps = depth >= (policies.redistributeFrom ?? 1);
  const given = keeps
    ? shareOut(bases, policies)
    : bases.map((sibling) => (sibling.applies ? sibling.base : ZERO));
  return sum(children.map((child, place) => give(child, given[place] ?? ZERO, depth + 1, distribution)));
};

const give = (component: Component, points: Decimal, depth: number, distribution: Distribution): Decimal => {
  if (!distribution.applies(component)) {
    giveNothing(component, distribution.points);
    return ZERO;
  }
  const maximum = decimal(component.maximumPoints);
  const own =
    component.kind === 'indicator' || maximum.isZero()
      ? points
      : handDown(component.children, points.dividedBy(maximum), depth, distribution);
  distribution.points.set(component.code, own);
  return own;
};

/**
 * Shares out the points of a framework for one subject: components that are not asked of it or do not apply to it
 * lose theirs, and within a group of the depth that the policies name (or deeper) the siblings take them over.
 * A group that has nothing left that applies does not apply itself.
 */
export const distributePoints = (
  framework: Framework,
  applies: (indicatorCode: string) => boolean,
  changes: PotentialChanges = NO_CHANGES,
): PointsAtStake => {
  const points = new Map<string, Decimal>();
  handDown(framework.components, ONE, 0, {
    policies: framework.policies,
    applies: (component) => appliesTo(component, applies, changes),
    changes,
    points,
  });
  return points;
};
