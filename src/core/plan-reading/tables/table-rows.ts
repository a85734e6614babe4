import { tidy } from '#core/kernel/text.ts';
import type { Table } from '#core/plan-reading/text/blocks.ts';
import { isUpperCase, levelOfNumber } from '#core/plan-reading/outline/numbering.ts';
import { joinPieces } from '#core/plan-reading/text/source-text.ts';

/** A line of a table as it is printed: cells with their markup. */
export interface PrintedRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The visible words of each cell. */
  readonly words: readonly string[];
  /** Indexes of the cells that are one with the cell above them. */
  readonly merged: readonly number[];
  /** The row as it is quoted. */
  readonly quote: string;
}

/** A piece of a table between two page breaks. */
export interface PrintedTable {
  readonly layout: Table['layout'];
  readonly rows: readonly PrintedRow[];
  /** How many rows the source itself sets apart as the header; absent when it does not say. */
  readonly headerRows?: number;
}

/** The visible words of a printed cell. */
const wordsOfCell = (cell: string): string => tidy(joinPieces([{ line: 0, raw: cell }]).text);

const MERGED_WITH_ABOVE = '^^';

/** Makes a printed row of its cells; a cell `^^` is one with the cell above it. */
export const printedRow = (line: number, printed: readonly string[], quote: string): PrintedRow => {
  const cells = printed.map((cell) => (cell === MERGED_WITH_ABOVE ? '' : cell));
  const merged = printed.flatMap((cell, index) => (cell === MERGED_WITH_ABOVE ? [index] : []));
  return { line, cells, words: cells.map(wordsOfCell), merged, quote };
};

export const isEmptyRow = (row: PrintedRow): boolean => row.words.every((words) => words === '');

/** The number of cells of the widest row. */
export const widthOf = (rows: readonly { readonly length: number }[]): number =>
  rows.reduce((widest, row) => Math.max(widest, row.length), 0);

const ORDER_HEADER = /^(?:stt|tt|số tt|số thứ tự)\.?$/iu;

/** "STT", "TT": the heading of the column that numbers the rows. */
export const isOrderHeader = (words: string): boolean => ORDER_HEADER.test(words);

/** A heading inside a table: its number and its words. */
export interface SectionWords {
  readonly number: string | null;
  readonly title: string;
}

const GLUED_SECTION = /^([IVX]+|[A-HĐ])[.)\-–]?\s+(\S.*)$/su;
const BOLD = /^\s*(?:<b>|\*\*)/iu;

const readLoneCell = (words: string, cell: string): SectionWords | undefined => {
  const glued = GLUED_SECTION.exec(words);
  if (glued?.[1] && glued[2]) return { number: glued[1], title: glued[2] };
  return BOLD.test(cell) || isUpperCase(words) ? { number: null, title: words } : undefined;
};

/** Reads a row that only holds a number and a title, or a title, in a table of this width: it heads the rows below it. */
export const findSectionWords = (row: PrintedRow, width: number): SectionWords | undefined => {
  const { words } = row;
  const filled = words.flatMap((text, index) => (text === '' ? [] : [index]));
  const [first, second] = filled;
  if (first === undefined || filled.length > 2 || width < 3) return undefined;
  const firstWords = words[first] ?? '';
  if (second === undefined) return readLoneCell(firstWords, row.cells[first] ?? '');
  const level = first === 0 ? levelOfNumber(firstWords.replace(/[.)]$/u, '')) : undefined;
  if (!level) return undefined;
  const title = words[second] ?? '';
  const emphasized = BOLD.test(row.cells[second] ?? '') || isUpperCase(title);
  if ((level === 'arabic' || level === 'arabic-2') && !emphasized) return undefined;
  return { number: firstWords.replace(/[.)]$/u, ''), title };
};
