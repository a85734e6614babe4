/** A cell of a grid by row and column, from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A key as it is pressed within a cell, with what the cell itself would do with it. */
export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
  /** The cell is a list of choices, in which up and down choose. */
  readonly chooses: boolean;
  /** The cursor of a text stands at its start, at its end; both when all of it is marked. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

const stepOf = ({ key, shift, chooses, atStart, atEnd }: GridKey): GridPlace | undefined => {
  switch (key) {
    case 'Enter':
      return { row: shift ? -1 : 1, column: 0 };
    case 'ArrowDown':
      return chooses ? undefined : { row: 1, column: 0 };
    case 'ArrowUp':
      return chooses ? undefined : { row: -1, column: 0 };
    case 'ArrowRight':
      return atEnd && !shift ? { row: 0, column: 1 } : undefined;
    case 'ArrowLeft':
      return atStart && !shift ? { row: 0, column: -1 } : undefined;
    default:
      return undefined;
  }
};

const isWithin = ({ row, column }: GridPlace, { rows, columns }: GridSize): boolean =>
  row >= 0 && row < rows && column >= 0 && column < columns;

/**
 * Where a key leads from a cell, as in a spreadsheet: Enter and the arrows up and down between rows, left and right where
 * the cursor can go no further within the text, Ctrl+Home and Ctrl+End to the first and the last row. Undefined when the
 * key is the cell's own, or leads out of the grid.
 */
export const moveInGrid = (from: GridPlace, pressed: GridKey, size: GridSize): GridPlace | undefined => {
  if (pressed.control) {
    if (pressed.key === 'Home') return { ...from, row: 0 };
    return pressed.key === 'End' ? { ...from, row: size.rows - 1 } : undefined;
  }
  const step = stepOf(pressed);
  if (!step) return undefined;
  const to = { row: from.row + step.row, column: from.column + step.column };
  return isWithin(to, size) ? to : undefined;
};
