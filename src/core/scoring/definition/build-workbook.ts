import { BLANK_CELL, type Sheet, type SheetCell } from '#core/kernel/sheet.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { SHEET_KEYS, type SheetKey } from './field-shape.ts';
import { FRAMEWORK_SHEET, GUIDE_SHEET, HEAD_ROWS, SHEET_COLUMNS, SHEET_NAMES } from './sheet-layout.ts';
import { type FieldWording, titleOf } from './wording/field-wording.ts';
import { writeSheets } from './write-sheets.ts';

/** A sheet with what an office program may show of it. */
export interface WorkbookSheet extends Sheet {
  readonly headRows: number;
  readonly widths: readonly number[];
  readonly choices: readonly { readonly column: number; readonly values: readonly string[] }[];
}

const text = (value: string): SheetCell => ({ kind: 'text', text: value });

const widthOf = (field: string): number => {
  if (/(?:^|\.)(?:vi|en|name|nameAsWritten)$/.test(field)) return 40;
  return field === 'path' || field === 'dataItems' ? 24 : 14;
};

const choicesOf = (sheet: SheetKey, columns: readonly string[]): WorkbookSheet['choices'] =>
  columns.flatMap((field, column) => {
    const shape = SHEET_COLUMNS[sheet].get(field);
    return shape?.type === 'choice' ? [{ column, values: shape.choices }] : [];
  });

const guideSheet = (wording: FieldWording): WorkbookSheet => ({
  name: GUIDE_SHEET,
  headRows: 0,
  widths: [24, 100],
  choices: [],
  rows: [
    ...wording.guide.map((sentence) => [BLANK_CELL, text(sentence)]),
    [text(FRAMEWORK_SHEET), text(wording.sheets.framework)],
    ...SHEET_KEYS.map((key) => [text(SHEET_NAMES[key]), text(wording.sheets[key])]),
    ...Object.entries(wording.kinds).map(([kind, name]) => [text(kind), text(name)]),
  ],
});

/** Lays a framework out as the sheets of a workbook, with titles in one language. */
export const buildWorkbook = (framework: Framework, wording: FieldWording): readonly WorkbookSheet[] => {
  const tables = writeSheets(framework);
  const own: WorkbookSheet = {
    name: FRAMEWORK_SHEET,
    headRows: HEAD_ROWS,
    widths: [28, 60, 48],
    choices: [],
    rows: [
      [text(titleOf('code', wording)), text(titleOf('value', wording)), text(titleOf('note', wording))],
      [text('field'), text('value')],
      ...tables.framework.map(({ field, value }) => [text(field), value, text(titleOf(field, wording))]),
    ],
  };
  const sheets = SHEET_KEYS.map((key): WorkbookSheet => {
    const { columns, rows } = tables.sheets[key];
    return {
      name: SHEET_NAMES[key],
      headRows: HEAD_ROWS,
      widths: columns.map(widthOf),
      choices: choicesOf(key, columns),
      rows: [columns.map((field) => text(titleOf(field, wording))), columns.map(text), ...rows],
    };
  });
  return [own, ...sheets, guideSheet(wording)];
};
