import { publish, type Decimal, decimal, type RoundingPolicy } from '#core/kernel/decimal.ts';

/**
 * Points of a component that does not apply to the subject: none, all, or none at stake. `excluded` scales its
 * siblings to the full maximum of their group; `redistributed` gives its points to the siblings in equal parts.
 */
export const NOT_APPLICABLE_POLICIES = ['zero', 'full', 'excluded', 'redistributed'] as const;
export type NotApplicablePolicy = (typeof NOT_APPLICABLE_POLICIES)[number];

/** What a ratio over nothing earns: no points, all, open like missing data, or it does not apply. */
export const ZERO_DENOMINATOR_POLICIES = ['zero', 'full', 'no-data', 'not-applicable'] as const;
export type ZeroDenominatorPolicy = (typeof ZERO_DENOMINATOR_POLICIES)[number];

/** What missing data earn: points stay open, or none. */
export const BLANK_POLICIES = ['open', 'zero'] as const;
type BlankPolicy = (typeof BLANK_POLICIES)[number];

/** The rank of equal scores: the best place of all of them, the same without gaps behind it, or the mean place. */
export const TIE_POLICIES = ['minimum', 'dense', 'average'] as const;
export type TiePolicy = (typeof TIE_POLICIES)[number];

/** What the decision leaves to whoever computes; each framework states it. */
export interface ScoringPolicies {
  /** How points are published. */
  readonly rounding: RoundingPolicy;
  /**
   * How points are rounded before they are added up, by depth: first the whole index, then main indicators, and so on.
   * Null or absent: carried exactly and rounded only where they are published.
   */
  readonly levelRounding?: readonly (RoundingPolicy | null)[];
  readonly notApplicable: NotApplicablePolicy;
  /**
   * With `excluded` and `redistributed`: the depth of the highest group that keeps the points of children that do not
   * apply (0: the whole index, 1: a main indicator). Above it they are lost to the whole. 1 when nothing is said.
   */
  readonly redistributeFrom?: number;
  readonly zeroDenominator: ZeroDenominatorPolicy;
  /** `open` when nothing is said. */
  readonly blank?: BlankPolicy;
  /** `minimum` when nothing is said. */
  readonly ties?: TiePolicy;
}

/** Rounds points as the framework carries them at a depth; exact where it says nothing. */
export const carry = (points: Decimal, depth: number, policies: ScoringPolicies): Decimal => {
  const rounding = policies.levelRounding?.[depth];
  return rounding ? decimal(publish(points, rounding)) : points;
};
