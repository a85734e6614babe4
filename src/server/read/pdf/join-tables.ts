import type { SourceCell, SourceRow } from '#server/read/source/source-block.ts';
import type { RuledTable } from './find-tables.ts';
import { rowsOfTable } from './table-rows.ts';
import { joinWords } from './text-lines.ts';

/** The part of a table that stands on one page. */
export interface TablePart {
  readonly page: number;
  readonly table: RuledTable;
}

/** Edges as far apart as this are one on two pages, in points. */
const SAME_EDGE = 6;
const LEAST_SHARED = 0.6;

const hasEdge = (edges: readonly number[], edge: number): boolean =>
  edges.some((other) => Math.abs(other - edge) <= SAME_EDGE);

/** Whether a table goes on in this one: as wide, in the same place, most columns in common. */
export const goesOn = (above: RuledTable, below: RuledTable): boolean => {
  if (Math.abs(above.left - below.left) > SAME_EDGE || Math.abs(above.right - below.right) > SAME_EDGE)
    return false;
  const [fewer, more] = [above.edges, below.edges].toSorted((a, b) => a.length - b.length);
  const shared = fewer?.filter((edge) => hasEdge(more ?? [], edge)).length ?? 0;
  return shared >= (fewer?.length ?? 0) * LEAST_SHARED;
};

/** The edges of all parts together. */
const allEdges = (parts: readonly TablePart[]): readonly number[] => {
  const edges: number[] = [];
  for (const edge of parts.flatMap(({ table }) => table.edges)) {
    if (!hasEdge(edges, edge)) edges.push(edge);
  }
  return edges.sort((a, b) => a - b);
};

/** A part whose columns are counted by the edges of the whole table. */
const withEdges = (table: RuledTable, edges: readonly number[]): RuledTable => {
  const indexOf = (edge: number | undefined): number =>
    edges.findIndex((other) => edge !== undefined && Math.abs(other - edge) <= SAME_EDGE);
  return {
    ...table,
    edges,
    cells: table.cells.map((cell) => {
      const start = indexOf(table.edges[cell.column]);
      const end = indexOf(table.edges[cell.column + cell.columns]);
      return { ...cell, column: start, columns: Math.max(1, end - start) };
    }),
  };
};

const isBlank = (cell: SourceCell | undefined): boolean => (cell?.lines ?? []).length === 0;

const wordsOf = (cell: SourceCell | undefined): string => (cell?.lines ?? []).join(' ').toLowerCase();

/** Whether a row repeats one of the header; the end of a cell may have slipped below it. */
const repeats = (header: SourceRow | undefined, row: SourceRow | undefined): boolean => {
  const filled = row?.cells.map((cell, column) => ({ words: wordsOf(cell), column })) ?? [];
  const printed = filled.filter(({ words }) => words !== '');
  return (
    printed.length > 0 &&
    printed.every(({ words, column }) => wordsOf(header?.cells[column]).startsWith(words))
  );
};

const MOST_HEADER_ROWS = 4;

/** How many rows at the top of a page repeat the top of the table. */
const countRepeated = (whole: readonly SourceRow[], rows: readonly SourceRow[]): number => {
  let count = 0;
  while (count < MOST_HEADER_ROWS && repeats(whole[count], rows[count])) count += 1;
  return count;
};

/** The cells of a row by the columns in which they begin. */
const byColumn = ({ cells }: SourceRow): ReadonlyMap<number, SourceCell> => {
  let column = 0;
  return new Map(
    cells.map((cell) => {
      const placed = [column, cell] as const;
      column += cell.columns;
      return placed;
    }),
  );
};

/** The words of a header that slipped below it and begin what a cell holds; the last of them may be cut off. */
const slippedInto = (words: string, slipped: string): string => {
  const [printed, missing] = [words.split(' '), slipped.split(' ')];
  const other = missing.findIndex((word, index) => word !== printed[index]);
  return missing.slice(0, other < 0 ? missing.length : other).join(' ');
};

/** Takes the end of a repeated header cell away from the cell that it slipped into. */
const withoutSlipped = (
  row: SourceRow | undefined,
  header: readonly SourceRow[],
  repeated: readonly SourceRow[],
): SourceRow | undefined => {
  if (!row) return undefined;
  const [wholes, parts] = [header.map(byColumn), repeated.map(byColumn)];
  const cells = [...byColumn(row)].map(([column, cell]) => {
    const [first = '', ...others] = cell.lines;
    if (first === '') return cell;
    const end = parts.flatMap((part, index) => {
      const [whole, printed] = [wordsOf(wholes[index]?.get(column)), wordsOf(part.get(column))];
      const isCut = printed !== '' && whole.length > printed.length && whole.startsWith(printed);
      return isCut ? slippedInto(first.toLowerCase(), whole.slice(printed.length).trim()) : [];
    })[0];
    if (end === undefined || end === '') return cell;
    return { ...cell, lines: [first.slice(end.length).trim(), ...others].filter((line) => line !== '') };
  });
  return { ...row, cells };
};

/** A row without its number goes on with the row that the page break cut, in a table whose rows are numbered. */
const isRest = (whole: readonly SourceRow[], row: SourceRow): boolean => {
  const last = whole.at(-1);
  if (!last || !isBlank(row.cells[0]) || row.cells[0]?.continues === true) return false;
  if (row.cells.length !== last.cells.length) return false;
  const isNumbered = ({ cells }: SourceRow): boolean => !isBlank(cells[0]) || cells[0]?.continues === true;
  return whole.filter(isNumbered).length >= whole.length * 0.6 && isNumbered(last);
};

const joinCell = (cell: SourceCell, rest: SourceCell | undefined): SourceCell => {
  const [before, after] = [cell.lines.at(-1), rest?.lines[0]];
  if (after === undefined) return cell;
  if (before === undefined) return { ...cell, lines: rest?.lines ?? [] };
  const opensLine = /^[-–+•]\s/u.test(after);
  const joined = opensLine ? [before, after] : [joinWords(before, after)];
  return { ...cell, lines: [...cell.lines.slice(0, -1), ...joined, ...(rest?.lines.slice(1) ?? [])] };
};

/** A page that goes on with a cell over several rows leaves it blank: it is one with the cell above, on the page before. */
const withContinued = (row: SourceRow, below: SourceRow | undefined): SourceRow => {
  const belowCells = below && byColumn(below);
  const cells = [...byColumn(row)].map(([column, cell]) =>
    isBlank(cell) && belowCells?.get(column)?.continues === true ? { ...cell, continues: true } : cell,
  );
  return { ...row, cells };
};

/** The rows of a table over all its pages: repeated headers left out, rows that a page break cut whole again. */
export const joinParts = (parts: readonly TablePart[]): readonly SourceRow[] => {
  const edges = allEdges(parts);
  let whole: SourceRow[] = [];
  for (const { table, page } of parts) {
    const rows = rowsOfTable(withEdges(table, edges), page);
    const repeated = whole.length === 0 ? 0 : countRepeated(whole, rows);
    const [printed, ...others] = rows.slice(repeated);
    const unslipped = withoutSlipped(printed, whole.slice(0, repeated), rows.slice(0, repeated));
    const first = unslipped && whole.length > 0 ? withContinued(unslipped, others[0]) : unslipped;
    const last = whole.at(-1);
    if (first && last && isRest(whole, first)) {
      const cells = last.cells.map((cell, column) => joinCell(cell, first.cells[column]));
      whole = [...whole.slice(0, -1), { ...last, cells }, ...others];
    } else whole.push(...(first ? [first] : []), ...others);
  }
  return whole;
};
