import type { Decimal } from '#core/kernel/decimal.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { ItemCode } from '#core/scoring/rule.ts';

/** The data item that an improvement moves, and how far at a time. */
export type Lever =
  | {
      readonly kind: 'number';
      readonly item: ItemCode;
      readonly unit: LocalizedText;
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
 * One piece of the way. On a `linear` stretch each unit brings its part of the gain; a `jump` brings all of it at its
 * end and nothing before. Positions are values of the lever's item: 0 and 1 for no and yes, the place of a level.
 */
export interface Stretch {
  readonly kind: 'linear' | 'jump';
  readonly from: Decimal;
  readonly to: Decimal;
  /** Points that the whole stretch surely brings. */
  readonly gain: Decimal;
}

/** A way to win points: one data item, moved along stretches that can only be walked in their order. */
export interface ImprovementOption {
  /** The component's code, with the item where the component can be improved in several ways. */
  readonly id: string;
  readonly componentCode: string;
  /** Code of the component and of all that it is part of. */
  readonly within: ReadonlySet<string>;
  /** The agencies that lead, by code or by name where the name is not recognized. They share the effort evenly. */
  readonly leadAgencies: readonly string[];
  readonly lever: Lever;
  /** The value from which the component has all its points: what efforts are measured against. */
  readonly full: Decimal;
  /** Whether the present value is only a bound, so that the way may be shorter than it seems. */
  readonly startIsBound: boolean;
  readonly stretches: readonly Stretch[];
}
