import {
  HEADING_LEVELS,
  type RowContinuation,
  type SectionStep,
  type Table,
  type TableRow,
} from '#core/plan-reading/text/blocks.ts';
import { levelOfNumber } from '#core/plan-reading/outline/numbering.ts';
import { joinPieces, type SourcePiece, type SourceText } from '#core/plan-reading/text/source-text.ts';
import { countRepeatedHeaderRows, readHeader, type TableHeader } from './table-header.ts';
import {
  findSectionWords,
  isEmptyRow,
  isOrderHeader,
  widthOf,
  type PrintedRow,
  type PrintedTable,
  type SectionWords,
} from './table-rows.ts';

interface DataRow {
  readonly printed: PrintedRow;
  /** The row is the first of a page. */
  readonly opensPage: boolean;
}

/** A row being put together. */
interface OpenRow {
  readonly pieces: readonly SourcePiece[][];
  readonly quote: string;
  readonly line: number;
  lastLine: number;
  readonly sections: readonly SectionStep[];
  readonly inherited: ReadonlyMap<number, SourceText>;
  readonly continuation: RowContinuation[];
}

/** Whether this page goes on with the table of the page before it. */
const goesOn = (header: TableHeader, page: PrintedTable): boolean => {
  const width = widthOf(page.rows.map((row) => row.cells));
  if (width !== header.columns.length) return false;
  const first = page.rows[0];
  if (!first) return false;
  if (countRepeatedHeaderRows(header, page.rows) > 0) return true;
  return header.orderColumn && !isOrderHeader(first.words[0] ?? '');
};

/** Groups printed tables that follow each other into tables: one for all pages that a table runs over. */
export const groupPages = (pages: readonly PrintedTable[]): readonly (readonly PrintedTable[])[] => {
  const groups: PrintedTable[][] = [];
  let header: TableHeader | undefined;
  for (const page of pages) {
    const open = groups.at(-1);
    if (open && header && open[0]?.layout === page.layout && goesOn(header, page)) {
      open.push(page);
      continue;
    }
    groups.push([page]);
    header = readHeader(page);
  }
  return groups;
};

/** "(1) | (2) | (3)": a row under the header that only numbers the columns. */
const numbersColumns = (row: PrintedRow): boolean => {
  const numbers = row.words
    .filter((words) => words !== '')
    .map((words) => /^\(?(\d{1,2})\)?$/u.exec(words)?.[1]);
  return numbers.length > 2 && numbers.every((number, index) => number === String(index + 1));
};

const listDataRows = (header: TableHeader, pages: readonly PrintedTable[]): readonly DataRow[] =>
  pages.flatMap((page, pageIndex) => {
    const skipped = pageIndex === 0 ? header.printed.length : countRepeatedHeaderRows(header, page.rows);
    return page.rows
      .slice(skipped)
      .filter((row, index) => !isEmptyRow(row) && !(index === 0 && numbersColumns(row)))
      .map((printed, index) => ({ printed, opensPage: pageIndex > 0 && index === 0 }));
  });

const startsLowerCase = (words: string): boolean => /^[\p{Ll}]/u.test(words);

/** Some tables leave the order cell of whole records empty: there an empty one does not tell a broken row. */
const hasRecordsWithoutOrder = (rows: readonly DataRow[]): boolean =>
  rows.some(({ printed, opensPage }) => {
    const [order = '', ...rest] = printed.words;
    const filled = rest.filter((words) => words !== '');
    return !opensPage && order === '' && filled.length >= 2 && !filled.every(startsLowerCase);
  });

const continuesRow = (row: DataRow, orderColumn: boolean, orderless: boolean): boolean => {
  // One number and one name beside several rows, and most of the rest: the record goes on.
  const { merged, cells } = row.printed;
  if (orderColumn && merged.includes(0) && merged.includes(1) && merged.length * 2 > cells.length)
    return true;
  const [order = '', ...rest] = row.printed.words;
  const filled = rest.filter((words) => words !== '');
  if (order !== '' || filled.length === 0) return false;
  if (row.opensPage && !orderless) return true;
  return filled.every(startsLowerCase);
};

const levelOfSection = (section: SectionWords): number =>
  HEADING_LEVELS.indexOf((section.number === null ? undefined : levelOfNumber(section.number)) ?? 'plain');

const openSection = (
  open: readonly SectionStep[],
  section: SectionWords,
  line: number,
): readonly SectionStep[] => {
  const level = levelOfSection(section);
  const above = open.filter((step) => levelOfSection({ number: step.number, title: step.title }) < level);
  return [...above, { ...section, line }];
};

const piecesOf = (row: PrintedRow, width: number): SourcePiece[][] =>
  Array.from({ length: width }, (_, index) => [{ line: row.line, raw: row.cells[index] ?? '' }]);

const filledColumns = (row: PrintedRow): readonly number[] =>
  row.words.flatMap((words, index) => (words === '' ? [] : [index]));

const appendTo = (open: OpenRow, row: PrintedRow): void => {
  row.cells.forEach((raw, index) => open.pieces[index]?.push({ line: row.line, raw, apart: true }));
  open.continuation.push({ line: row.line, quote: row.quote, columns: filledColumns(row) });
  open.lastLine = row.line;
};

const closeRow = (open: OpenRow): TableRow => ({
  cells: open.pieces.map(joinPieces),
  inherited: open.inherited,
  sections: open.sections,
  quote: open.quote,
  lines: { start: open.line, end: open.lastLine },
  continuation: open.continuation,
  sourceDefect: null,
});

const TOTAL = /^tổng(?: cộng| số| điểm)?$/iu;

const inheritFrom = (
  above: OpenRow | undefined,
  row: PrintedRow,
  columns: readonly number[],
): ReadonlyMap<number, SourceText> => {
  const words = row.words;
  const inherited = new Map<number, SourceText>();
  if (!above || words.some((cell) => TOTAL.test(cell))) return inherited;
  for (const column of columns) {
    if ((words[column] ?? '') !== '') continue;
    const cell = above.inherited.get(column) ?? joinPieces(above.pieces[column] ?? []);
    if (cell.text !== '') inherited.set(column, cell);
  }
  return inherited;
};

/** In a table whose records share cells on the left, those are all columns before the first filled one. */
const columnsLeftOf = (row: PrintedRow): readonly number[] => {
  const first = row.words.findIndex((words) => words !== '');
  return Array.from({ length: Math.max(0, first) }, (_, index) => index);
};

/** Puts the pages of one table together: whole rows, section rows as places, group cells inherited. */
export const assembleTable = (pages: readonly PrintedTable[]): Table => {
  const [first] = pages;
  const header = readHeader(first ?? { layout: 'tabs', rows: [] });
  const dataRows = listDataRows(header, pages);
  const orderless = !header.orderColumn || hasRecordsWithoutOrder(dataRows);
  const rows: OpenRow[] = [];
  let sections: readonly SectionStep[] = [];
  let above: OpenRow | undefined;
  for (const row of dataRows) {
    const open = rows.at(-1);
    if (open && continuesRow(row, header.orderColumn, orderless)) {
      appendTo(open, row.printed);
      continue;
    }
    const section = findSectionWords(row.printed, header.columns.length);
    if (section) {
      sections = openSection(sections, section, row.printed.line);
      above = undefined;
      continue;
    }
    const shared =
      orderless && header.orderColumn
        ? columnsLeftOf(row.printed)
        : [...header.sharedColumns, ...header.groupColumns];
    const covered = [...shared, ...row.printed.merged];
    const next: OpenRow = {
      pieces: piecesOf(row.printed, header.columns.length),
      quote: row.printed.quote,
      line: row.printed.line,
      lastLine: row.printed.line,
      sections,
      inherited: inheritFrom(above, row.printed, covered),
      continuation: [],
    };
    rows.push(next);
    above = next;
  }
  const start = first?.rows[0]?.line ?? 1;
  return {
    kind: 'table',
    layout: first?.layout ?? 'tabs',
    caption: null,
    columns: header.columns,
    rows: rows.map(closeRow),
    lines: { start, end: pages.at(-1)?.rows.at(-1)?.line ?? start },
  };
};
