import { BLANK_CELL, columnLetters, type CellStyle, type SheetCell } from '#core/kernel/sheet.ts';
import { linesBelow } from './captions.ts';
import { findFigure } from './figure-text.ts';
import { annexLabel } from './head-lines.ts';
import {
  plainTextOf,
  type DocumentTable,
  type OfficialDocument,
  type TableColumn,
  type TableRow,
} from './official-document.ts';
import { columnGroups, columnWidths } from './table-columns.ts';

/** A table of a document as a sheet of a workbook. */
export interface TableSheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly styles: readonly (readonly CellStyle[])[];
  readonly merged: readonly string[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** The title of the table and the header of its columns. */
  readonly headRows: number;
  readonly print: 'portrait' | 'landscape';
}

interface TitledTable {
  /** What its sheet is named after. */
  readonly name: string;
  readonly title: string;
  readonly table: DocumentTable;
  readonly print: TableSheet['print'];
}

/** Every table of a document: those of its text, then those of its annexes. */
const listTables = ({ blocks, annexes }: OfficialDocument): readonly TitledTable[] => {
  const inText = blocks.filter((block) => block.kind === 'table');
  return [
    ...inText.map((table, place): TitledTable => ({
      ...{ table, print: 'portrait', title: table.caption ?? `Bảng ${String(place + 1)}` },
      name: `Bảng ${String(place + 1)}`,
    })),
    ...annexes.flatMap(({ title, blocks: some, orientation }, place) => {
      const label = annexLabel(place, annexes.length);
      const tables = some.filter((block) => block.kind === 'table');
      return tables.map((table, index): TitledTable => ({
        ...{ table, print: orientation, title: `${label}. ${table.caption ?? title}` },
        name: tables.length === 1 ? label : `${label} (${String(index + 1)})`,
      }));
    }),
  ];
};

/** How many rows the tables of a document have together: most of what a long one is. */
export const countTableRows = (document: OfficialDocument): number =>
  listTables(document).reduce((total, { table }) => total + table.rows.length, 0);

/** Whether a document has tables at all. */
export const hasTables = (document: OfficialDocument): boolean => listTables(document).length > 0;

interface SheetRow {
  readonly cells: readonly SheetCell[];
  readonly styles: readonly CellStyle[];
  /** Columns from and to, counted from 0, whose cells are one; with how many rows they go down. */
  readonly merged?: readonly { readonly from: number; readonly to: number; readonly down?: number }[];
}

const textCell = (text: string): SheetCell => (text === '' ? BLANK_CELL : { kind: 'text', text });

const across = (text: string, count: number, style: CellStyle): SheetRow => ({
  cells: Array.from({ length: count }, (_, place) => (place === 0 ? textCell(text) : BLANK_CELL)),
  styles: Array.from({ length: count }, () => style),
  ...(count > 1 && { merged: [{ from: 0, to: count - 1 }] }),
});

const headRowsOf = (columns: readonly TableColumn[]): readonly SheetRow[] => {
  const styles = columns.map((): CellStyle => 'title');
  const lower: SheetRow = { cells: columns.map(({ title }) => textCell(title)), styles };
  const groups = columnGroups(columns);
  if (groups.every(({ title }) => title === null)) return [lower];
  let column = 0;
  const spans = groups.map(({ title, members }) => {
    const from = column;
    column += members.length;
    return { title, members, from, to: column - 1 };
  });
  const upper = spans.flatMap(({ title, members }) =>
    members.map((member, place) =>
      title === null ? textCell(member.title) : place === 0 ? textCell(title) : BLANK_CELL,
    ),
  );
  const merged = spans.flatMap(({ title, from, to }) => {
    if (title === null) return [{ from, to, down: 1 }];
    return from === to ? [] : [{ from, to }];
  });
  const grouped = spans.flatMap(({ title, members }) =>
    members.map((member) => (title === null ? BLANK_CELL : textCell(member.title))),
  );
  return [
    { cells: upper, styles, merged },
    { cells: grouped, styles },
  ];
};

// Names stand at the left of their cells: a name of digits stays a name.
const bodyCell = (
  text: string,
  { align }: TableColumn,
  isTotal: boolean,
): { readonly cell: SheetCell; readonly style: CellStyle } => {
  const figure = align === 'left' ? undefined : findFigure(text);
  if (!figure) return { cell: textCell(text), style: isTotal ? 'total' : 'fixed' };
  return {
    cell: { kind: 'number', number: figure.value },
    style: isTotal ? `total-${figure.form}` : figure.form,
  };
};

const bodyRow = (row: TableRow, columns: readonly TableColumn[]): SheetRow => {
  if (row.kind === 'title') return across(plainTextOf(row.title), columns.length, 'group');
  const cells = columns.map((column, place) =>
    bodyCell(plainTextOf(row.cells[place] ?? ''), column, row.kind === 'total'),
  );
  return { cells: cells.map(({ cell }) => cell), styles: cells.map(({ style }) => style) };
};

const CHARACTERS = { portrait: 100, landscape: 150 } as const;
const NARROWEST = 6;

const sheetOf = ({ name, title, table, print }: TitledTable): TableSheet => {
  const { columns } = table;
  const head = [across(title, columns.length, 'heading'), ...headRowsOf(columns)];
  const rows = [
    ...head,
    ...table.rows.map((row) => bodyRow(row, columns)),
    ...linesBelow(table).map((text) => across(text, columns.length, 'info')),
  ];
  const merged = rows.flatMap(({ merged: some = [] }, place) =>
    some.map(
      ({ from, to, down = 0 }) =>
        `${columnLetters(from)}${String(place + 1)}:${columnLetters(to)}${String(place + 1 + down)}`,
    ),
  );
  return {
    ...{ name, merged, print, headRows: head.length },
    rows: rows.map(({ cells }) => cells),
    styles: rows.map(({ styles }) => styles),
    widths: columnWidths(columns, CHARACTERS[print]).map((width) => Math.max(NARROWEST, Math.round(width))),
  };
};

/** The tables of a document as sheets, each under its title, with numbers as numbers. */
export const tableSheets = (document: OfficialDocument): readonly TableSheet[] =>
  listTables(document).map(sheetOf);
