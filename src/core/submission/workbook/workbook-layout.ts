import {
  BLANK_CELL,
  type CellCheck,
  type CellStyle,
  type Sheet,
  type SheetCell,
} from '#core/kernel/sheet.ts';

/** Changes when workbooks that were written before can't be read any more. */
export const WORKBOOK_FORMAT = 'senso-form-1';

/** The sheet that no person sees: what the workbook is, and what stood in it when it was written. */
export const MARKS_SHEET = 'senso';

/** Columns of the sheet of figures, in their order. The first is hidden and names the figure. */
export const FORM_COLUMNS = [
  'key',
  'code',
  'name',
  'unit',
  'previous',
  'value',
  'note',
  'explanation',
] as const;
export type FormColumn = (typeof FORM_COLUMNS)[number];

/** Columns that people fill in. */
export const OPEN_COLUMNS = ['value', 'note', 'explanation'] as const satisfies readonly FormColumn[];

/** The place of a column, counted from 0. */
export const columnOf = (column: FormColumn): number => FORM_COLUMNS.indexOf(column);

/** The row of the titles, counted from 0; above it stand what the form is and how it is filled in. */
export const TITLE_ROW = 5;

/** A sheet that is laid out cell by cell. */
export interface LaidOutSheet extends Sheet {
  readonly widths: readonly number[];
  readonly headRows: number;
  readonly choices: readonly [];
  readonly isHidden?: boolean;
  /** Only cells in an open style can be changed. */
  readonly isProtected?: boolean;
  readonly hiddenColumns?: readonly number[];
  readonly styles?: readonly (readonly CellStyle[])[];
  readonly checks?: readonly CellCheck[];
}

/** A text as a cell; an empty one is a blank cell. */
export const textCell = (text: string): SheetCell => (text === '' ? BLANK_CELL : { kind: 'text', text });
