import type { SourceCell, SourceRow } from '#server/read/source/source-block.ts';

/** A cell as a page states it. */
export interface StatedCell {
  readonly lines: readonly string[];
  readonly isBold: boolean;
  readonly columns: number;
  readonly rows: number;
}

const MOST_COLUMNS = 300;

/** A cell that reaches down from a row above. */
interface Reaching {
  readonly columns: number;
  left: number;
}

/** Lays cells out in columns: what reaches over several rows stands in each of them, as one with the cell above. */
export const layOutTable = (
  rows: readonly { readonly place: number; readonly cells: readonly StatedCell[] }[],
): readonly SourceRow[] => {
  const reaching = new Map<number, Reaching>();
  return rows.map(({ place, cells }) => {
    const laidOut: SourceCell[] = [];
    let column = 0;
    const passReaching = (): void => {
      for (let above = reaching.get(column); above; above = reaching.get(column)) {
        laidOut.push({ lines: [], isBold: false, columns: above.columns, continues: true });
        above.left -= 1;
        if (above.left === 0) reaching.delete(column);
        column += above.columns;
      }
    };
    for (const { lines, isBold, columns, rows: height } of cells) {
      passReaching();
      if (column >= MOST_COLUMNS) break;
      laidOut.push({ lines, isBold, columns, continues: false });
      if (height > 1) reaching.set(column, { columns, left: height - 1 });
      column += columns;
    }
    passReaching();
    return { place, cells: laidOut };
  });
};
