import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { LineWindow } from './use-line-window.ts';
import { findNextCell, type CellPosition } from './walk-cells.ts';

const positionOf = (target: EventTarget): CellPosition | undefined => {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-column]') : null;
  const line = cell?.closest<HTMLElement>('[data-index]');
  if (!cell || !line) return undefined;
  return { line: Number(line.dataset.index), column: Number(cell.dataset.column) };
};

const findCell = (body: HTMLElement, { line, column }: CellPosition): HTMLElement | null => {
  const cells = body.querySelector(`[data-index="${String(line)}"]`);
  const cell = cells?.querySelector<HTMLElement>(`[data-column="${String(column)}"]`);
  return cell ?? cells?.querySelector<HTMLElement>('[data-column]') ?? null;
};

/** The table as one stop of the Tab key, in which arrow keys walk from cell to cell. */
export interface CellWalk {
  /** `tabIndex` of the cell: 0 for the one that Tab reaches. */
  readonly tabIndexOf: (line: number, column: number) => 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
}

/** Walks the cells of a body whose lines carry `data-index` and whose cells carry `data-column`. */
export const useCellWalk = (
  body: RefObject<HTMLElement | null>,
  size: { readonly lines: number; readonly columns: number },
  lineWindow: LineWindow,
): CellWalk => {
  const [active, setActive] = useState<CellPosition>({ line: 0, column: 0 });
  const awaited = useRef<CellPosition>(undefined);

  // A line that was out of the window is rendered only after the scroll that the walk asked for.
  useLayoutEffect(() => {
    if (!awaited.current || !body.current) return;
    const cell = findCell(body.current, awaited.current);
    if (!cell) return;
    awaited.current = undefined;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest' });
  });

  const inWindow = active.line >= lineWindow.first && active.line < lineWindow.end;
  const stop = inWindow ? active : { line: lineWindow.first, column: 0 };

  return {
    tabIndexOf: (line, column) => (line === stop.line && column === stop.column ? 0 : -1),
    onFocus: ({ target }) => {
      const position = positionOf(target);
      if (position) setActive(position);
    },
    onKeyDown: (event) => {
      const from = positionOf(event.target);
      if (!from || event.altKey || event.shiftKey) return;
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
        body.current?.querySelector<HTMLElement>(`[data-index="${String(from.line)}"] a`)?.click();
        return;
      }
      const next = findNextCell(from, event.key, event.ctrlKey, size);
      if (!next) return;
      event.preventDefault();
      awaited.current = next;
      lineWindow.show(next.line);
      setActive(next);
    },
  };
};
