import type { DecimalText } from './decimal.ts';

/**
 * A cell as an office file keeps it. A formula is only noticed and never computed: what it would give depends on the
 * program that opens the file.
 */
export type SheetCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: DecimalText }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'formula' }
  | { readonly kind: 'error' };

/** A sheet of a workbook: rows of cells, from A1 on. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Ranges whose cells were merged into one: `A3:A5`. Only the first cell of each keeps its content. */
  readonly merged?: readonly string[];
}

/** How a cell looks and what may be done with it. */
export const CELL_STYLES = [
  'plain',
  'title',
  'key',
  'info',
  'heading',
  'group',
  'fixed',
  'open-value',
  'open-text',
  'whole',
  'grouped',
  'decimal',
  'percent',
  'total',
  'total-whole',
  'total-grouped',
  'total-decimal',
  'total-percent',
] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

/** What a cell takes; the message says it to who types something else. */
export interface CellCheck {
  readonly range: string;
  /** A range that holds the choices, or a condition; both as formulas without the sign of equality. */
  readonly rule:
    | { readonly kind: 'list'; readonly source: string }
    | { readonly kind: 'condition'; readonly formula: string };
  readonly message: string;
}

export const BLANK_CELL: SheetCell = { kind: 'blank' };

/** The letters of a column, counted from 0: A, B, … Z, AA. */
export const columnLetters = (column: number): string => {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
};

/** The address of a cell as spreadsheets write it, from a row and a column counted from 0: `B3`. */
export const cellAddress = (row: number, column: number): string =>
  `${columnLetters(column)}${String(row + 1)}`;
