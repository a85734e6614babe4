import type { ClipboardEvent, KeyboardEvent } from 'react';
import { findDataItem } from '#core/scoring/framework.ts';
import type { Locale } from '#web/i18n/messages.ts';
import { type CellWords, understandCell } from '#web/widgets/index-score/understand-cell.ts';
import type { Bench } from './bench.ts';

const cellsOf = (place: HTMLElement): readonly HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>('[data-cell]'),
];

/** Moves the focus from a cell by a number of cells; a text is marked so that typing replaces it. */
const focusFrom = (place: HTMLElement, from: HTMLElement, by: number): boolean => {
  const cells = cellsOf(place);
  const next = cells[cells.indexOf(from) + by];
  if (!next) return false;
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
  return true;
};

const stepOf = ({ key, shiftKey, target }: KeyboardEvent<HTMLElement>): number => {
  if (key === 'Enter') return shiftKey ? -1 : 1;
  // In a list of choices the arrows choose.
  if (target instanceof HTMLSelectElement) return 0;
  return { ArrowDown: 1, ArrowUp: -1 }[key] ?? 0;
};

/** What was pasted and could not be. */
export interface Pasted {
  readonly cells: number;
  readonly failed: number;
}

/** Keys of the grid: up, down and Enter between cells, Ctrl+Z and Ctrl+Y over all edits, a pasted column downwards. */
export const useGridKeys = (
  bench: Bench,
  locale: Locale,
  words: CellWords,
  onPasted: (pasted: Pasted) => void,
) => ({
  onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target, currentTarget } = event;
    if ((ctrlKey || metaKey) && !altKey) {
      const letter = key.toLowerCase();
      if (letter !== 'z' && letter !== 'y') return;
      event.preventDefault();
      if (letter === 'y' || shiftKey) bench.redo();
      else bench.undo();
      return;
    }
    if (altKey || !(target instanceof HTMLElement) || target.dataset.cell === undefined) return;
    const step = stepOf(event);
    if (step !== 0 && focusFrom(currentTarget, target, step)) event.preventDefault();
  },
  onPaste: (event: ClipboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/u, '');
    if (!(target instanceof HTMLElement) || target.dataset.cell === undefined || !/[\n\t]/u.test(text))
      return;
    event.preventDefault();
    const cells = cellsOf(currentTarget);
    const first = cells.indexOf(target);
    const entries = text.split(/\r?\n/u).flatMap((line, index) => {
      const item = findDataItem(bench.framework, cells[first + index]?.dataset.cell ?? '');
      const [typed = ''] = line.split('\t');
      return item ? [{ item: item.code, entered: understandCell(item, typed, locale, words) }] : [];
    });
    const refused = bench.setItems(entries);
    onPasted({ cells: entries.length - refused.length, failed: refused.length });
  },
});
