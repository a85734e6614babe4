import { SaxesParser } from 'saxes';
import { decimal, isDecimalText } from '#core/kernel/decimal.ts';
import { BLANK_CELL, type Sheet, type SheetCell } from '#core/kernel/sheet.ts';
import { withoutControls } from '#core/kernel/text.ts';
import { readCellText } from './xlsx-text.ts';

const ROWS_LIMIT = 50_000;
const COLUMNS_LIMIT = 500;
const CELLS_LIMIT = 500_000;
const MERGED_LIMIT = 1_000;

/** A sheet is larger than anything that is read here. */
export class TooManyCells extends Error {
  override readonly name = 'TooManyCells';
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Calls `onOpen`, `onText` and `onClose` for each element, by its name without prefix. Throws on malformed XML. */
export const walkXml = (
  xml: string,
  on: {
    readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
    readonly text?: (text: string) => void;
    readonly close?: (name: string) => void;
  },
): void => {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => on.open?.(localName(name), attributes));
  parser.on('text', (text) => on.text?.(text));
  parser.on('cdata', (text) => on.text?.(text));
  parser.on('closetag', ({ name }) => on.close?.(localName(name)));
  parser.write(xml).close();
};

/** The texts that cells share, in order; readings for pronunciation are left out. */
export const readSharedTexts = (xml: string): readonly string[] => {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = !isReading;
    },
    text: (part) => {
      if (isText) text += part;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') texts.push(readCellText(text));
    },
  });
  return texts;
};

// Programs write the double that they compute with: 0.1 may stand as 0.10000000000000001.
const numberCell = (written: string): SheetCell => {
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) return { kind: 'error' };
  const text = decimal(String(number)).toFixed();
  return isDecimalText(text) ? { kind: 'number', number: text } : { kind: 'error' };
};

interface RawCell {
  readonly type: string;
  readonly hasFormula: boolean;
  readonly value: string;
  readonly inline: string;
}

const cellOf = ({ type, hasFormula, value, inline }: RawCell, shared: readonly string[]): SheetCell => {
  if (hasFormula) return { kind: 'formula' };
  const text = (given: string): SheetCell => {
    // A cell can hold what no keyboard writes, also a zero character, by its escapes.
    const shown = withoutControls(given);
    return shown === '' ? BLANK_CELL : { kind: 'text', text: shown };
  };
  if (type === 'inlineStr') return text(readCellText(inline));
  if (value === '') return BLANK_CELL;
  if (type === 's') return text(shared[Number(value)] ?? '');
  if (type === 'str' || type === 'd') return text(readCellText(value));
  if (type === 'b') return { kind: 'flag', flag: value === '1' };
  return type === 'e' ? { kind: 'error' } : numberCell(value);
};

const columnOf = (reference: string): number =>
  Array.from(reference.replace(/[^A-Z]/g, '')).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1;

/**
 * Rows of cells from A1 on, and the ranges that are merged; what the file leaves out is blank. Throws on malformed XML and
 * on too many cells.
 */
export const readSheetContent = (xml: string, shared: readonly string[]): Pick<Sheet, 'rows' | 'merged'> => {
  const rows: SheetCell[][] = [];
  const merged: string[] = [];
  let row: SheetCell[] = [];
  let cells = 0;
  let column = -1;
  let raw: RawCell | undefined;
  let field: 'value' | 'inline' | undefined;

  const openRow = (reference: string | undefined): void => {
    const place = reference === undefined ? rows.length : Number(reference) - 1;
    if (!Number.isSafeInteger(place) || place < 0 || place >= ROWS_LIMIT) throw new TooManyCells();
    while (rows.length <= place) rows.push([]);
    row = rows[place] ?? [];
    column = -1;
  };
  const keep = (cell: SheetCell): void => {
    cells += 1;
    if (column >= COLUMNS_LIMIT || cells > CELLS_LIMIT) throw new TooManyCells();
    while (row.length < column) row.push(BLANK_CELL);
    row[column] = cell;
  };
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes.r);
      if (name === 'mergeCell' && attributes.ref !== undefined && merged.length < MERGED_LIMIT)
        merged.push(attributes.ref);
      if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        raw = { type: attributes.t ?? 'n', hasFormula: false, value: '', inline: '' };
      }
      if (name === 'f' && raw) raw = { ...raw, hasFormula: true };
      if (name === 'v') field = 'value';
      if (name === 't' && raw) field = 'inline';
    },
    text: (text) => {
      if (raw && field) raw = { ...raw, [field]: raw[field] + text };
    },
    close: (name) => {
      if (name === 'v' || name === 't') field = undefined;
      if (name !== 'c' || !raw) return;
      const cell = cellOf(raw, shared);
      if (cell.kind !== 'blank' && column >= 0) keep(cell);
      raw = undefined;
    },
  });
  return { rows, ...(merged.length > 0 && { merged }) };
};
