import type { SourceCell, SourceRow } from './source-block.ts';

/** A cell and the column in which it begins. */
interface Placed {
  readonly cell: SourceCell;
  readonly start: number;
}

// A border that only a few rows have, none of them the first, was drawn by hand: it parts no column.
const LEAST_SHARE = 0.2;

const EMPTY: SourceCell = { lines: [], isBold: false, columns: 1, continues: false };

const placeCells = (cells: readonly SourceCell[]): readonly Placed[] => {
  let start = 0;
  return cells.map((cell) => {
    const placed = { cell, start };
    start += cell.columns;
    return placed;
  });
};

const meets = (one: Placed, other: Placed | undefined): boolean =>
  other !== undefined &&
  one.start < other.start + other.cell.columns &&
  other.start < one.start + one.cell.columns;

const shapeOf = (row: readonly Placed[]): string => row.map(({ start }) => start).join(' ');

const FEWEST_CELLS = 3;

/**
 * Borders are moved by hand in single rows, and a table goes on with columns of another width: a row of as many cells as
 * the header has one for each of its columns, when each stands under its own or when both layouts have rows of their own.
 */
const straighten = (rows: readonly (readonly Placed[])[]): readonly (readonly Placed[])[] => {
  const [header = []] = rows;
  if (header.length < FEWEST_CELLS) return rows;
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(shapeOf(row), (counts.get(shapeOf(row)) ?? 0) + 1);
  const isLayout = (row: readonly Placed[]): boolean =>
    (counts.get(shapeOf(row)) ?? 0) >= Math.max(2, rows.length * LEAST_SHARE);
  const isMoved = (row: readonly Placed[]): boolean =>
    row.length === header.length &&
    (row.every((placed, index) => meets(placed, header[index])) || (isLayout(header) && isLayout(row)));
  return rows.map((row) =>
    isMoved(row)
      ? header.map(({ start, cell: { columns } }, index) => ({
          cell: { ...(row[index]?.cell ?? EMPTY), columns },
          start,
        }))
      : row,
  );
};

const joinCells = (one: SourceCell, other: SourceCell): SourceCell => ({
  lines: [...one.lines, ...other.lines],
  isBold: one.isBold && other.isBold,
  columns: one.columns,
  continues: one.continues && other.continues,
});

const listStarts = (rows: readonly (readonly Placed[])[]): readonly number[] => {
  const counts = new Map<number, number>();
  for (const row of rows) for (const { start } of row) counts.set(start, (counts.get(start) ?? 0) + 1);
  const inFirst = new Set(rows[0]?.map(({ start }) => start));
  return [...counts]
    .filter(([start, count]) => start === 0 || inFirst.has(start) || count >= rows.length * LEAST_SHARE)
    .map(([start]) => start)
    .sort((a, b) => a - b);
};

const settleRow = (row: readonly Placed[], starts: readonly number[]): readonly SourceCell[] => {
  const cells: (SourceCell | undefined)[] = starts.map(() => undefined);
  for (const { cell, start } of row) {
    const at = starts.findLastIndex((known) => known <= start);
    const open = cells[at];
    cells[at] = open ? joinCells(open, cell) : cell;
  }
  return starts.map((start, at) => {
    const cell = cells[at];
    if (!cell) return EMPTY;
    const end = (row.find(({ cell: own }) => own === cell)?.start ?? start) + cell.columns;
    return { ...cell, columns: starts.filter((known) => known >= start && known < end).length || 1 };
  });
};

/** The rows of a table with one cell in each column that the table really has; a wide cell stands in its first column. */
export const settleColumns = (rows: readonly SourceRow[]): readonly SourceRow[] => {
  const placed = straighten(rows.map(({ cells }) => placeCells(cells)));
  const starts = listStarts(placed);
  return rows.map(({ place }, index) => ({ place, cells: settleRow(placed[index] ?? [], starts) }));
};

const MOST_HEADER_ROWS = 4;

const isBlank = (cell: SourceCell | undefined): boolean =>
  cell === undefined || cell.lines.every((line) => line === '');

/** Whether the header goes on in this row: it fills what wide cells above it leave open. */
const headsOn = (above: SourceRow, row: SourceRow): boolean => {
  if (row.cells.some(({ continues }) => continues)) return true;
  const isWide = ({ columns }: SourceCell): boolean => columns > 1 && columns < row.cells.length;
  return above.cells.some((cell) => !isBlank(cell) && isWide(cell)) && isBlank(row.cells[0]);
};

/** How many settled rows at the top of a table are its header, by the cells that reach over several of them. */
export const countHeaderRows = (rows: readonly SourceRow[]): number => {
  let count = 1;
  for (; count < Math.min(rows.length, MOST_HEADER_ROWS); count += 1) {
    const [above, row] = [rows[count - 1], rows[count]];
    if (!above || !row || !headsOn(above, row)) break;
  }
  return count;
};
