/** What may be wrong with a dataset or a recipe. */
export type CompositeFindingCode =
  // data
  | 'subject-missing'
  | 'subject-repeated'
  | 'column-missing'
  | 'column-unknown'
  | 'column-length'
  | 'text-in-number-column'
  | 'number-not-finite'
  | 'group-missing'
  // structure
  | 'code-repeated'
  | 'parent-missing'
  | 'parents-in-circle'
  | 'index-not-one'
  | 'aggregate-without-children'
  | 'direction-invalid'
  | 'weight-invalid'
  | 'weights-do-not-add-up'
  | 'denominator-missing'
  // recipe
  | 'step-unknown'
  | 'step-repeated'
  | 'step-out-of-order'
  | 'step-missing'
  | 'parameter-unknown'
  | 'parameter-invalid'
  | 'target-missing'
  // computing
  | 'value-not-positive';

/** Where: whichever of subject, indicator or aggregate, and path of a parameter applies. */
export interface CompositePlace {
  readonly subject?: string;
  readonly code?: string;
  /** Dotted path of a parameter of the recipe: `treat.maximumWinsorised`. */
  readonly path?: string;
}

/** A reason why nothing is computed. There is never a half result beside it. */
export interface CompositeFinding {
  readonly code: CompositeFindingCode;
  readonly place: CompositePlace;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Findings in the place of a result. */
export interface Unusable {
  readonly findings: readonly CompositeFinding[];
}

export const compositeFinding = (
  code: CompositeFindingCode,
  place: CompositePlace,
  details: CompositeFinding['details'] = {},
): CompositeFinding => ({ code, place, details });

/** Tells findings from a result. */
export const isUnusable = (value: object): value is Unusable => 'findings' in value;
