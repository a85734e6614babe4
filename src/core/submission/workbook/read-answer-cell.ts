import { decimal, type DecimalText } from '#core/kernel/decimal.ts';
import type { SheetCell } from '#core/kernel/sheet.ts';
import { searchKey, tidy } from '#core/kernel/text.ts';
import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import { WORKBOOK_WORDS, type WorkbookWords } from './workbook-words.ts';

/** What a cell says about a figure, before it is asked whether the figure fits. */
export type AnswerCell =
  | { readonly state: 'blank' | 'not-applicable' }
  /** `text` is there where a number was read from a text: whoever takes it over should see what was understood. */
  | { readonly state: 'value'; readonly value: string; readonly text?: string }
  | { readonly problem: 'formula' | 'error-value' | 'not-a-number' | 'not-a-choice' };

/** Reads a number as people of the country write it; undefined where it is none. */
export type ReadNumber = (text: string) => DecimalText | undefined;

const WORDS: readonly WorkbookWords[] = Object.values(WORKBOOK_WORDS);
const NOT_APPLICABLE_KEYS = new Set(
  [...WORDS.map(({ notApplicable }) => notApplicable), 'kad', 'k.a.d', 'n/a', 'khong ap dung'].map(searchKey),
);
const DASH = /^[-–—]$/u;

const isNotApplicable = (text: string): boolean =>
  DASH.test(text) || NOT_APPLICABLE_KEYS.has(searchKey(text));

const namesOf = (item: DataItem): readonly { readonly code: string; readonly names: readonly string[] }[] => {
  if (item.kind === 'level') {
    return item.levels.map(({ code, name }) => ({ code, names: [code, name.vi, name.en] }));
  }
  return [
    { code: 'yes', names: ['yes', '1', 'x', ...WORDS.map(({ yes }) => yes)] },
    { code: 'no', names: ['no', '0', ...WORDS.map(({ no }) => no)] },
  ];
};

const readChoice = (item: DataItem, text: string): AnswerCell => {
  const key = searchKey(text);
  const chosen = namesOf(item).find(({ names }) => names.some((name) => searchKey(name) === key));
  return chosen ? { state: 'value', value: chosen.code } : { problem: 'not-a-choice' };
};

const readText = (item: DataItem, text: string, readNumber: ReadNumber): AnswerCell => {
  if (text === '') return { state: 'blank' };
  if (isNotApplicable(text)) return { state: 'not-applicable' };
  if (item.kind !== 'number') return readChoice(item, text);
  const number = readNumber(text);
  return number === undefined ? { problem: 'not-a-number' } : { state: 'value', value: number, text };
};

/**
 * What a cell of a form says: nothing is blank, `-` and the words for it are "not applicable", zero is a number. A number
 * that was written as text is understood and told; a formula never is: what it gives depends on the program that opens it.
 */
export const readAnswerCell = (item: DataItem, cell: SheetCell, readNumber: ReadNumber): AnswerCell => {
  switch (cell.kind) {
    case 'blank':
      return { state: 'blank' };
    case 'formula':
      return { problem: 'formula' };
    case 'error':
      return { problem: 'error-value' };
    case 'flag':
      return item.kind === 'yes-no'
        ? { state: 'value', value: cell.flag ? 'yes' : 'no' }
        : { problem: item.kind === 'number' ? 'not-a-number' : 'not-a-choice' };
    case 'number':
      return item.kind === 'number' ? { state: 'value', value: cell.number } : readChoice(item, cell.number);
    case 'text':
      return readText(item, tidy(cell.text), readNumber);
  }
};

// Spreadsheets keep doubles: what they give back agrees in the first 15 digits alone.
const SPREADSHEET_DIGITS = 15;

const isSameNumber = (one: DecimalText, other: DecimalText): boolean =>
  decimal(one)
    .toSignificantDigits(SPREADSHEET_DIGITS)
    .equals(decimal(other).toSignificantDigits(SPREADSHEET_DIGITS));

/** Whether a cell says what a figure is already. */
export const saysTheSame = (item: DataItem, cell: AnswerCell, value: DataValue): boolean => {
  if ('problem' in cell || cell.state !== value.state) return false;
  if (cell.state !== 'value' || value.state !== 'value') return true;
  return item.kind === 'number' ? isSameNumber(cell.value, value.value) : cell.value === value.value;
};
