import type { GridPlace, GridSize } from './move-in-grid.ts';

/** The text that a block puts into one cell of the grid. */
export interface PastedCell extends GridPlace {
  readonly text: string;
}

/** A cell of the pasted block for which the grid has no room, by its place in the block, from 1. */
export interface LeftOver {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export interface PlacedBlock {
  readonly cells: readonly PastedCell[];
  readonly leftOver: readonly LeftOver[];
}

/** Whether a text is more than one cell, so that it goes over several. */
export const isBlock = (text: string): boolean => /[\t\n\r]/u.test(text.replace(/[\r\n]+$/u, ''));

/** Lays a block over the grid from a cell on. What has no room is told, with what it says; empty cells are nothing. */
export const placeBlock = (
  block: readonly (readonly string[])[],
  from: GridPlace,
  size: GridSize,
): PlacedBlock => {
  const all = block.flatMap((line, row) =>
    line.map((text, column) => ({ row: from.row + row, column: from.column + column, text })),
  );
  const fits = ({ row, column }: GridPlace): boolean => row < size.rows && column < size.columns;
  return {
    cells: all.filter(fits),
    leftOver: all
      .filter((cell) => !fits(cell) && cell.text !== '')
      .map(({ row, column, text }) => ({
        ...{ line: row - from.row + 1, column: column - from.column + 1, text },
      })),
  };
};
