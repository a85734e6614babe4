/** Where the keyboard stands: line and column, both from 0. */
export interface CellPosition {
  readonly line: number;
  readonly column: number;
}

const PAGE_OF_LINES = 15;

/** Where a key leads from a cell, or undefined when the key doesn't walk. The position stays inside the table. */
export const findNextCell = (
  { line, column }: CellPosition,
  key: string,
  withControl: boolean,
  size: { readonly lines: number; readonly columns: number },
): CellPosition | undefined => {
  const last = { line: size.lines - 1, column: size.columns - 1 };
  const moves: Readonly<Record<string, CellPosition>> = {
    ArrowDown: { line: line + 1, column },
    ArrowUp: { line: line - 1, column },
    ArrowRight: { line, column: column + 1 },
    ArrowLeft: { line, column: column - 1 },
    PageDown: { line: line + PAGE_OF_LINES, column },
    PageUp: { line: line - PAGE_OF_LINES, column },
    Home: withControl ? { line: 0, column: 0 } : { line, column: 0 },
    End: withControl ? last : { line, column: last.column },
  };
  const next = moves[key];
  if (!next) return undefined;
  return { line: within(next.line, last.line), column: within(next.column, last.column) };
};

const within = (value: number, last: number): number => Math.max(0, Math.min(value, last));
