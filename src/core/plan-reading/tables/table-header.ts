import { nameKey } from '#core/kernel/text.ts';
import type { Column } from '#core/plan-reading/text/blocks.ts';
import { isOrderHeader, widthOf, type PrintedRow, type PrintedTable } from './table-rows.ts';

/** The header of a table, one or two printed rows; more when the source sets them apart. */
export interface TableHeader {
  readonly columns: readonly Column[];
  /** Words of each header row, to recognize the header where a new page repeats it. */
  readonly printed: readonly (readonly string[])[];
  readonly orderColumn: boolean;
  /** Columns left of the numbers of the rows: a cell there is printed once for all rows that it covers. */
  readonly sharedColumns: readonly number[];
  /** Columns that a wide header cell covers together with the column to their right: they group the rows. */
  readonly groupColumns: readonly number[];
}

/** A second header row only fills columns that the first leaves open, or the first column of such a stretch. */
const isSecondHeaderRow = (first: readonly string[], row: PrintedRow | undefined): boolean => {
  if (!row) return false;
  const second = row.words;
  if ((second[0] ?? '') !== '' || second.every((words) => words === '')) return false;
  const isOpen = (index: number): boolean => (first[index] ?? '') === '';
  if (!second.some((words, index) => words !== '' && isOpen(index))) return false;
  return second.every((words, index) => words === '' || isOpen(index) || isOpen(index + 1));
};

/** How many rows at the top of a table are its header. */
const countHeaderRows = (table: PrintedTable): number => {
  const [first, second] = table.rows;
  if (!first) return 0;
  if (table.headerRows !== undefined) return table.headerRows;
  return isSecondHeaderRow(first.words, second) ? 2 : 1;
};

const isNumberCell = (words: string): boolean => /^\d{1,3}$/u.test(words);

/**
 * A header cell that covers two columns is printed once, so that all labels after it stand one column too far left.
 * It shows in a last column that has cells and no label, and in a numbered second column.
 */
const standsOneTooFarLeft = (
  header: readonly (readonly string[])[],
  rows: readonly PrintedRow[],
): boolean => {
  const width = widthOf(header);
  if (header.some((row) => (row[width - 1] ?? '') !== '')) return false;
  const words = rows.map((row) => row.words).filter((row) => row.filter((cell) => cell !== '').length > 3);
  if (words.length === 0) return false;
  return (
    words.every((row) => isNumberCell(row[1] ?? '')) && words.some((row) => (row[width - 1] ?? '') !== '')
  );
};

const shifted = (row: readonly string[]): readonly string[] => [row[0] ?? '', '', ...row.slice(1, -1)];

const buildColumn = (group: string, label: string): Column => ({
  group: label === '' || group === label ? null : group === '' ? null : group,
  label: label === '' ? group : label,
  header: [group, label]
    .filter((words, index, all) => words !== '' && all.indexOf(words) === index)
    .join(' - '),
});

/** The header rows below the first as one: a cell of the upper holds for all that stand below it. */
const joinLowerRows = (rows: readonly (readonly string[])[], width: number): readonly string[] => {
  const [upper = [], ...lower] = rows;
  if (lower.length === 0) return upper;
  const below = joinLowerRows(lower, width);
  let open = '';
  return Array.from({ length: width }, (_, index) => {
    const [own, under] = [upper[index] ?? '', below[index] ?? ''];
    if (own !== '' || under === '') open = own;
    return [open, under].filter((words) => words !== '').join(' - ');
  });
};

const buildColumns = (header: readonly (readonly string[])[], width: number): readonly Column[] => {
  const [first = [], ...lower] = header;
  const second = joinLowerRows(lower, width);
  let group = '';
  return Array.from({ length: width }, (_, index) => {
    const own = first[index] ?? '';
    if (own !== '') group = own;
    return buildColumn(group, second[index] ?? '');
  });
};

const findGroupColumns = (header: readonly (readonly string[])[], width: number): readonly number[] => {
  const isBlank = (index: number): boolean => header.every((row) => (row[index] ?? '') === '');
  return Array.from({ length: width - 1 }, (_, index) => index).filter(
    (index) => index > 0 && !isBlank(index) && isBlank(index + 1) && index + 2 < width,
  );
};

const findSharedColumns = (header: readonly (readonly string[])[]): readonly number[] => {
  const order = header[0]?.findIndex(isOrderHeader) ?? -1;
  const isLast = order === (header[0]?.length ?? 0) - 1;
  return order <= 0 || isLast ? [] : Array.from({ length: order }, (_, index) => index);
};

/** Reads the header of a table from its first page. */
export const readHeader = (table: PrintedTable): TableHeader => {
  const count = countHeaderRows(table);
  const printed = table.rows.slice(0, count).map((row) => row.words);
  const data = table.rows.slice(count);
  const width = widthOf(table.rows.map((row) => row.cells));
  const orderColumn = isOrderHeader(printed[0]?.[0] ?? '');
  const wideOrder = orderColumn && standsOneTooFarLeft(printed, data);
  const labels = wideOrder ? printed.map(shifted) : printed;
  return {
    columns: buildColumns(labels, width),
    printed,
    orderColumn,
    sharedColumns: findSharedColumns(labels),
    groupColumns: wideOrder ? [] : findGroupColumns(labels, width),
  };
};

const shareOfEqualCells = (a: readonly string[], b: readonly string[]): number => {
  const filled = a.filter((words) => words !== '').length;
  const equal = a.filter((words, index) => words !== '' && nameKey(words) === nameKey(b[index] ?? '')).length;
  return filled === 0 ? 0 : equal / filled;
};

/** How many rows at the top of a new page repeat the header. A letter read wrong here and there does not matter. */
export const countRepeatedHeaderRows = (header: TableHeader, rows: readonly PrintedRow[]): number => {
  const repeats = header.printed.every((printed, index) => {
    const row = rows[index];
    return row !== undefined && shareOfEqualCells(printed, row.words) >= 0.6;
  });
  return repeats ? header.printed.length : 0;
};
