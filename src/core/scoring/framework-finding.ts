/** Everything that may not hold together in a framework. */
export const FRAMEWORK_FINDING_CODES = [
  'component-code-repeated',
  'item-code-repeated',
  'code-malformed',
  'maximum-differs-from-children',
  'total-differs-from-components',
  'maximum-not-positive',
  'group-empty',
  'item-missing',
  'item-kind-unfit',
  'item-not-used',
  'item-range-empty',
  'level-without-share',
  'level-unknown',
  'levels-out-of-order',
  'share-above-one',
  'shares-below-one',
  'threshold-not-positive',
  'threshold-unreachable',
  'tier-unreachable',
  'rule-without-parts',
  'measure-without-items',
  'evidence-missing',
  'lead-agency-missing',
  'agency-not-registered',
  'text-missing',
  'example-not-given',
  'validity-reversed',
  'rule-unknown',
] as const;
export type FrameworkFindingCode = (typeof FRAMEWORK_FINDING_CODES)[number];

/** Something about a framework that makes it unusable (error), doubtful (warning) or incomplete (notice). */
export interface FrameworkFinding {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: FrameworkFindingCode;
  /** Code of the component or the data item. */
  readonly about: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Makes a finding. */
export const finding = (
  severity: FrameworkFinding['severity'],
  code: FrameworkFindingCode,
  about: string,
  details: FrameworkFinding['details'] = {},
): FrameworkFinding => ({ severity, code, about, details });
