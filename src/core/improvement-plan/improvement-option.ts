import { type Decimal, ZERO } from '#core/kernel/decimal.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { ItemCode } from '#core/scoring/rule.ts';

/** The data item that an improvement moves, and how far at a time. */
export type Lever =
  | {
      readonly kind: 'number';
      readonly item: ItemCode;
      readonly unit: LocalizedText;
      /** Whether more of it wins points, or less. */
      readonly direction: 'rising' | 'falling';
      /** The smallest step that a reported value can make: 1 for counts, 0.01 for rates. */
      readonly grain: Decimal;
    }
  | { readonly kind: 'yes-no'; readonly item: ItemCode }
  | {
      readonly kind: 'level';
      readonly item: ItemCode;
      /** Codes from the lowest level to the best; a position is a place in this list. */
      readonly levels: readonly string[];
    };

/**
 * The position of a value of the lever's item, and the value at a position. Positions rise along every way, so those of a
 * measure of which less is better are its values below zero.
 */
export const alongLever = (lever: Lever, number: Decimal): Decimal =>
  lever.kind === 'number' && lever.direction === 'falling' ? ZERO.minus(number) : number;

/**
 * One piece of the way. On a `linear` stretch each unit brings its part of the gain; a `jump` brings all of it at its
 * end and nothing before. Positions follow the values of the lever's item: 0 and 1 for no and yes, the place of a level.
 */
export interface Stretch {
  readonly kind: 'linear' | 'jump';
  readonly from: Decimal;
  readonly to: Decimal;
  /** Points that the whole stretch surely brings. */
  readonly gain: Decimal;
}

/**
 * One of several cases of which only one can be gone for. Its gains count from where they pass the case that is the best
 * now: until then they are used up by `entry`.
 */
export interface Branch {
  /** What all cases of one choice share. */
  readonly choice: string;
  readonly case: string;
  /** Points, zero or more. */
  readonly entry: Decimal;
}

/** A way along one data item, whoever's it is. */
export interface Way {
  readonly lever: Lever;
  /** The position from which the rule has all its points: what efforts are measured against. */
  readonly full: Decimal;
  /** The position at which nothing is won yet: zero, or the worst value of a measure of which less is better. */
  readonly nothing: Decimal;
  /** Whether the present value is only a bound, so that the way may be shorter than it seems. */
  readonly startIsBound: boolean;
  /** Whether the points hold only while the best of the others stays where it is. */
  readonly holdsOthers: boolean;
  /** The cases that the way belongs to, from the outermost choice in. */
  readonly branches: readonly Branch[];
  readonly stretches: readonly Stretch[];
}

/** A way to win points: one data item, moved along stretches that can only be walked in their order. */
export interface ImprovementOption extends Way {
  /** The component's code, with the item where the component can be improved in several ways. */
  readonly id: string;
  readonly componentCode: string;
  /** Code of the component and of all that it is part of. */
  readonly within: ReadonlySet<string>;
  /** The agencies that lead, by code or by name where the name is not recognized. They share the effort evenly. */
  readonly leadAgencies: readonly string[];
}
