/** What a reviewer can correct in an item; which of them an item has depends on its kind. */
export const REVIEW_FIELDS = [
  'name',
  'indicatorCode',
  'comparator',
  'value',
  'unit',
  'due',
  'lead',
  'coordinating',
  'expectedResult',
  'fundingSource',
  'score',
  'maximumScore',
  'currentValue',
  'numerator',
  'denominator',
  'cause',
  'remedy',
  'frequency',
  'docNumber',
  'issueDate',
  'total',
] as const;
export type ReviewField = (typeof REVIEW_FIELDS)[number];

/** A correction as it is typed: the words of one field; blank words say that the source does not tell. */
export interface FieldChange {
  readonly field: ReviewField;
  readonly text: string;
}

/** What a reviewer says about the document itself. */
export interface DocumentStep {
  readonly kind: 'same-document' | 'distinct-document';
  readonly registered: string;
}

export const isDocumentStep = (step: ReviewStep): step is DocumentStep =>
  step.kind === 'same-document' || step.kind === 'distinct-document';

/**
 * One deed of a reviewer. Items are named by their ids in the reading; what a split makes anew has ids of its own.
 * `undo` takes back the last deed that still stands.
 */
export type ReviewStep =
  | { readonly kind: 'accept'; readonly items: readonly string[]; readonly replaces: boolean }
  | { readonly kind: 'correct'; readonly item: string; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'merge'; readonly item: string }
  | { readonly kind: 'split'; readonly item: string; readonly at: number }
  | { readonly kind: 'reject'; readonly item: string; readonly reason: string | null }
  /** The item says again what a registered item of another document says; `distinct`: it does not, whatever they share. */
  | { readonly kind: 'same' | 'distinct'; readonly item: string; readonly registered: string }
  /** The file is that registered document; `distinct-document`: it is another one, however alike. */
  | DocumentStep
  | { readonly kind: 'undo' };

/** Where a reviewed item stands; a merged one has gone into another and is listed no more. */
export const REVIEW_STATES = ['pending', 'accepted', 'rejected'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
