import { type ClipboardEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { CheckedForm, FormRow } from './check-form.ts';
import { enterTyped, enterWords } from './enter-answer.ts';
import { useOpenForm } from './form-context.ts';
import { type GridKey, type GridPlace, moveInGrid } from './move-in-grid.ts';
import { readBlock } from '#core/kernel/clipboard-block.ts';
import { isBlock, type LeftOver, type PastedCell, placeBlock } from './paste-block.ts';

/** The columns that take entries: the figure and its note. */
const COLUMNS = 2;

/** What became of a pasted block. */
export interface Pasted {
  readonly cells: number;
  readonly leftOver: readonly LeftOver[];
  /** Cells that took the text but not as a value. */
  readonly refused: readonly { readonly row: FormRow; readonly text: string }[];
}

const placeOf = (target: EventTarget): GridPlace | undefined => {
  if (!(target instanceof HTMLElement) || target.dataset.row === undefined) return undefined;
  return { row: Number(target.dataset.row), column: Number(target.dataset.column) };
};

/** Puts the cursor into a cell; a text is marked, so that typing replaces it. */
const focusCell = (grid: HTMLElement | null, { row, column }: GridPlace): void => {
  const cell = grid?.querySelector<HTMLElement>(
    `[data-row="${String(row)}"][data-column="${String(column)}"]`,
  );
  cell?.focus();
  if (cell instanceof HTMLInputElement) cell.select();
};

const pressedKey = (event: KeyboardEvent<HTMLElement>): GridKey => {
  const { key, shiftKey: shift, ctrlKey, metaKey, target } = event;
  const text = target instanceof HTMLInputElement ? target : undefined;
  const [start, end] = [text?.selectionStart ?? 0, text?.selectionEnd ?? 0];
  const length = text?.value.length ?? 0;
  const isMarked = start === 0 && end === length;
  return {
    ...{ key, shift, control: ctrlKey || metaKey, chooses: target instanceof HTMLSelectElement },
    atStart: isMarked || (start === 0 && end === 0),
    atEnd: isMarked || (start === length && end === length),
  };
};

// An empty cell of the block leaves what is there: pasting takes nothing away.
const groupByRow = (cells: readonly PastedCell[]): ReadonlyMap<number, readonly PastedCell[]> => {
  const filled = cells.filter(({ text }) => text !== '');
  return new Map(filled.map(({ row }) => [row, filled.filter((cell) => cell.row === row)]));
};

/** Keys and pasting of the grid of a form, as a spreadsheet has them. */
export const useGrid = ({
  rows,
}: CheckedForm): {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly pasted: Pasted | null;
  readonly forgetPasted: () => void;
  readonly events: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onPaste: (event: ClipboardEvent<HTMLElement>) => void;
  };
} => {
  const { saver, cellLanguage } = useOpenForm();
  const grid = useRef<HTMLDivElement>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const size = { rows: rows.length, columns: COLUMNS };

  const paste = (text: string, from: GridPlace): void => {
    const { cells, leftOver } = placeBlock(readBlock(text), from, size);
    const byRow = groupByRow(cells);
    const entered = [...byRow].flatMap(([index, own]) => {
      const row = rows[index];
      if (!row) return [];
      const figure = own.find(({ column }) => column === 0);
      const note = own.find(({ column }) => column === 1);
      const answer = figure ? enterTyped(row, figure.text, cellLanguage) : enterWords(row, {}, cellLanguage);
      return [{ row, figure, answer: note ? { ...answer, note: note.text } : answer }];
    });
    saver.enter(entered.map(({ answer }) => answer));
    const refused = entered.flatMap(({ row, figure, answer }) =>
      figure && answer.problem ? [{ row, text: figure.text }] : [],
    );
    const filled = [...byRow.values()].flat().length;
    setPasted({ cells: filled - refused.length, leftOver, refused });
  };

  return {
    ...{ grid, pasted },
    forgetPasted: () => {
      setPasted(null);
    },
    events: {
      onKeyDown: (event) => {
        const from = placeOf(event.target);
        if (!from || event.altKey || event.nativeEvent.isComposing) return;
        if (event.key === 'F2' && event.target instanceof HTMLInputElement) {
          const { length } = event.target.value;
          event.target.setSelectionRange(length, length);
          return;
        }
        const to = moveInGrid(from, pressedKey(event), size);
        if (!to) return;
        event.preventDefault();
        focusCell(grid.current, to);
      },
      onPaste: (event) => {
        const from = placeOf(event.target);
        const text = event.clipboardData.getData('text/plain');
        if (!from || !isBlock(text)) return;
        event.preventDefault();
        paste(text, from);
      },
    },
  };
};
