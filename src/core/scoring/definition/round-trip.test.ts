import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFramework } from '#test/any-framework.ts';
import type { SheetCell } from '#core/kernel/sheet.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { buildWorkbook, type WorkbookSheet } from './build-workbook.ts';
import type { FieldShape, Fields } from './field-shape.ts';
import { COMPONENT, DATA_ITEM, FRAMEWORK_FIELDS } from './framework-shapes.ts';
import { readSheets } from './read-sheets.ts';
import { RULE_SHAPES } from './rule-shapes.ts';
import { englishFields } from './wording/en.ts';
import { vietnameseFields } from './wording/vi.ts';

const directory = new URL('../../../../data/frameworks/', import.meta.url);
const delivered = readdirSync(directory).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(new URL(name, directory), 'utf8')) as Framework;

describe('a framework as a workbook', () => {
  it.each(delivered)('comes back without loss: %s', (name) => {
    const framework = read(name);
    for (const wording of [vietnameseFields, englishFields]) {
      const again = readSheets(buildWorkbook(framework, wording));
      expect(again.problems).toEqual([]);
      expect(again.definition).toEqual(framework);
    }
  });

  it('comes back without loss, whatever shapes it has', () => {
    fc.assert(
      fc.property(anyFramework, (framework) => {
        const again = readSheets(buildWorkbook(framework, vietnameseFields));
        expect(again.problems).toEqual([]);
        expect(again.definition).toEqual(framework);
      }),
      { numRuns: 150 },
    );
  });

  it('has words for every member, shape and sheet', () => {
    const columns = buildWorkbook(read('dti-province-2025.json'), vietnameseFields).flatMap(
      ({ rows, headRows }) => (headRows === 2 ? (rows[1] ?? []) : []),
    );
    const members = new Set(columns.flatMap((cell) => (cell.kind === 'text' ? cell.text.split('.') : [])));
    members.delete('field');
    for (const wording of [vietnameseFields, englishFields]) {
      expect([...members].filter((member) => !(member in wording.members))).toEqual([]);
    }
  });
});

it('has words for every choice', () => {
  const listChoices = (key: string, shape: FieldShape): readonly string[] => {
    if (shape.type === 'choice') return shape.choices.map((choice) => `${key}.${choice}`);
    if (shape.type === 'record' || shape.type === 'list') return ofFields(shape.fields);
    if (shape.type !== 'variant') return [];
    return [
      ...Object.keys(shape.variants).map((variant) => `${shape.by}.${variant}`),
      ...Object.values(shape.variants).flatMap(ofFields),
    ];
  };
  const ofFields = (fields: Fields): readonly string[] =>
    Object.entries(fields).flatMap(([key, shape]) => listChoices(key, shape));
  const choices = [
    ...ofFields(FRAMEWORK_FIELDS),
    ...listChoices('', COMPONENT),
    ...listChoices('', DATA_ITEM),
    ...Object.values(RULE_SHAPES).flatMap(ofFields),
  ].filter((choice) => /[a-z]$/.test(choice));
  for (const wording of [vietnameseFields, englishFields]) {
    expect(choices.filter((choice) => !(choice in wording.choices))).toEqual([]);
  }
});

describe('a workbook that was edited', () => {
  const original = buildWorkbook(read('dti-province-2025.json'), vietnameseFields);

  const put = (sheet: string, row: number, field: string, cell: SheetCell): readonly WorkbookSheet[] =>
    original.map((one) => {
      if (one.name !== sheet) return one;
      const column = (one.rows[1] ?? []).findIndex((head) => head.kind === 'text' && head.text === field);
      const rows = one.rows.map((cells, place) => {
        const wide = [...cells];
        if (place === row) wide[column] = cell;
        return wide;
      });
      return { ...one, rows };
    });

  const told = (sheets: readonly WorkbookSheet[]) =>
    readSheets(sheets).problems.map(({ code: found, place }) =>
      'sheet' in place ? `${found} ${place.sheet}!${place.cell}` : found,
    );
  const words = (value: string): SheetCell => ({ kind: 'text', text: value });

  it('tells a text in a number column with its cell', () => {
    expect(told(put('Chỉ số', 2, 'maximumPoints', words('một trăm')))).toEqual([
      'text-in-number-cell Chỉ số!F3',
    ]);
  });

  it('tells formulas, errors and choices that do not exist', () => {
    expect(told(put('Chỉ số', 3, 'maximumPoints', { kind: 'formula' }))).toEqual([
      'formula-in-cell Chỉ số!F4',
    ]);
    expect(told(put('Chỉ số', 3, 'maximumPoints', { kind: 'error' }))).toEqual(['error-in-cell Chỉ số!F4']);
    expect(told(put('Quy tắc', 2, 'kind', words('magic')))[0]).toBe('choice-unknown Quy tắc!C3');
  });

  it('tells a column, a sheet and a place that it does not know', () => {
    expect(told(put('Chỉ số', 1, 'code', words('mã')))).toContain('column-unknown Chỉ số!C2');
    expect(told([...original, { ...original[0]!, name: 'Nháp' }])).toEqual(['sheet-unknown Nháp!A1']);
    expect(told(put('Quy tắc', 2, 'path', words('rules')))).toContain('path-unknown Quy tắc!B3');
    expect(told(put('Quy tắc', 2, 'belongsTo', words('99.9')))).toContain('owner-unknown Quy tắc!A3');
    expect(told(put('Chỉ số', 3, 'parent', words('99')))).toContain('parent-unknown Chỉ số!A4');
  });

  it('tells merged cells below the titles, whose content is gone but for the first', () => {
    const merged = original.map((one) =>
      one.name === 'Quy tắc' ? { ...one, merged: ['A1:C1', 'A3:A5', 'B2:C2'] } : one,
    );
    expect(told(merged)).toEqual(['cells-merged Quy tắc!A3:A5', 'cells-merged Quy tắc!B2:C2']);
  });

  it('tells a component that stands below itself', () => {
    expect(told(put('Chỉ số', 2, 'parent', words('1')))).toEqual(['parent-in-circle Chỉ số!A3']);
  });

  it('reads a day that an office program has turned into a number', () => {
    const sheets = original.map((one) =>
      one.name === 'Bộ chỉ số'
        ? {
            ...one,
            rows: one.rows.map((cells): readonly SheetCell[] =>
              cells[0]?.kind === 'text' && cells[0].text === 'decision.date'
                ? [cells[0], { kind: 'number', number: '45750' }]
                : cells,
            ),
          }
        : one,
    );
    expect(readSheets(sheets).definition).toMatchObject({ decision: { date: '2025-04-03' } });
  });
});
