import type { FrameworkFindingCode } from '#core/scoring/framework-finding.ts';

/** What can be wrong with a file that is to become a framework. */
export const DEFINITION_PROBLEM_CODES = [
  'json-malformed',
  'sheet-missing',
  'sheet-unknown',
  'column-unknown',
  'column-repeated',
  'field-repeated',
  'cell-not-used',
  'cells-merged',
  'formula-in-cell',
  'error-in-cell',
  'text-in-number-cell',
  'number-not-whole',
  'share-malformed',
  'day-malformed',
  'flag-malformed',
  'choice-unknown',
  'owner-unknown',
  'path-unknown',
  'path-repeated',
  'parent-unknown',
  'parent-in-circle',
  'field-unknown',
  'field-missing',
  'field-malformed',
  'text-unstorable',
] as const;
export type DefinitionProblemCode = (typeof DEFINITION_PROBLEM_CODES)[number];

/** Where in a file: a cell of a sheet, or a path within JSON. */
export type DefinitionPlace = { readonly sheet: string; readonly cell: string } | { readonly path: string };

/** One thing that keeps a file from becoming a framework. */
export interface DefinitionProblem {
  readonly code: DefinitionProblemCode | FrameworkFindingCode;
  readonly place: DefinitionPlace;
  readonly details: Readonly<Record<string, string>>;
}
