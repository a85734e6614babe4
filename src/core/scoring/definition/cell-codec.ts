import { decimal, isDecimalText } from '#core/kernel/decimal.ts';
import { isPlainDate, plainDate } from '#core/kernel/plain-date.ts';
import { BLANK_CELL, type SheetCell } from '#core/kernel/sheet.ts';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { SHARE_TEXT } from '#core/scoring/share.ts';
import type { CellShape } from './field-shape.ts';
import type { DefinitionProblemCode } from './problem.ts';

const BETWEEN_CODES = '; ';

// A blank cell says "none", so a text that is there and empty is written as two quotation marks, and one that is only
// quotation marks gets two more.
const ONLY_QUOTES = /^"*$/;

const textCell = (text: string): SheetCell => ({
  kind: 'text',
  text: ONLY_QUOTES.test(text) ? `""${text}` : text,
});

/** Whether a spreadsheet's number gives this very text back. Fifteen digits survive any office program. */
const isSafeNumber = (text: string): boolean =>
  text.replace(/[-.]/g, '').length <= 15 && decimal(text).toFixed() === text;

const numberCell = (text: string): SheetCell =>
  isSafeNumber(text) ? { kind: 'number', number: text } : { kind: 'text', text };

/** The cell that holds a value; what is none or left out is blank. */
export const encodeCell = (value: unknown, { type }: CellShape): SheetCell => {
  if (value === null || value === undefined) return BLANK_CELL;
  if (typeof value === 'boolean') return { kind: 'flag', flag: value };
  if (typeof value === 'number') return { kind: 'number', number: String(value) };
  if (Array.isArray(value)) return value.length === 0 ? BLANK_CELL : textCell(value.join(BETWEEN_CODES));
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return (type === 'decimal' || type === 'share') && isDecimalText(text) ? numberCell(text) : textCell(text);
};

/** What a cell gives: a value (undefined when blank), or why it gives none. */
export type Decoded =
  | { readonly value: unknown }
  | { readonly problem: DefinitionProblemCode; readonly details: Readonly<Record<string, string>> };

const problem = (code: DefinitionProblemCode, details: Readonly<Record<string, string>> = {}): Decoded => ({
  problem: code,
  details,
});

// Spreadsheets count days from here on (and take 1900 for a leap year, so that it holds from March 1900 on).
const FIRST_DAY = plainDate('1899-12-30');
const MOST_DAYS = 73_050;

const decodeDay = (cell: SheetCell, text: string): Decoded => {
  if (cell.kind === 'number') {
    const days = Number(cell.number);
    const isDay = Number.isSafeInteger(days) && days > 60 && days <= MOST_DAYS;
    return isDay ? { value: addDays(FIRST_DAY, days) } : problem('day-malformed', { text });
  }
  return isPlainDate(text) ? { value: text } : problem('day-malformed', { text });
};

const decodeNumber = (text: string, isWhole: boolean): Decoded => {
  if (!isDecimalText(text)) return problem('text-in-number-cell', { text });
  if (!isWhole) return { value: text };
  const whole = Number(text);
  return Number.isSafeInteger(whole) ? { value: whole } : problem('number-not-whole', { text });
};

const decodeFlag = (cell: SheetCell, text: string): Decoded => {
  if (cell.kind === 'flag') return { value: cell.flag };
  const known = new Map([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ]);
  const flag = known.get(text.toLowerCase());
  return flag === undefined ? problem('flag-malformed', { text }) : { value: flag };
};

const textOf = (cell: SheetCell): string => {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'number') return cell.number;
  return cell.kind === 'flag' ? String(cell.flag) : '';
};

const decodeText = (text: string): string => (/^""+$/.test(text) ? text.slice(2) : text);

/** Reads a cell as its field wants it. */
export const decodeCell = (cell: SheetCell, shape: CellShape): Decoded => {
  if (cell.kind === 'formula') return problem('formula-in-cell');
  if (cell.kind === 'error') return problem('error-in-cell');
  if (shape.type === 'codes') {
    const text = textOf(cell).trim();
    return { value: text === '' ? [] : text.split(/\s*;\s*/) };
  }
  if (cell.kind === 'blank') return { value: shape.blank === 'null' ? null : undefined };
  const text = textOf(cell);
  switch (shape.type) {
    case 'decimal':
    case 'whole':
      return decodeNumber(text.trim(), shape.type === 'whole');
    case 'share':
      return SHARE_TEXT.test(text.trim()) ? { value: text.trim() } : problem('share-malformed', { text });
    case 'day':
      return decodeDay(cell, text.trim());
    case 'flag':
      return decodeFlag(cell, text.trim());
    case 'choice':
      return shape.choices.includes(text.trim())
        ? { value: text.trim() }
        : problem('choice-unknown', { text, choices: shape.choices.join(', ') });
    case 'code':
    case 'item':
    case 'organization':
    case 'text':
      return { value: decodeText(text) };
  }
};
