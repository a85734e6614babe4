import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetCell } from '#core/kernel/sheet.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { buildWorkbook, type WorkbookSheet } from './build-workbook.ts';
import { type FieldShape, type Fields, isScalarShape, type ScalarShape } from './field-shape.ts';
import { COMPONENT, DATA_ITEM, FRAMEWORK_FIELDS } from './framework-shapes.ts';
import { readSheets } from './read-sheets.ts';
import { RULE_SHAPES } from './rule-shapes.ts';
import { englishFields } from './wording/en.ts';
import { vietnameseFields } from './wording/vi.ts';

const directory = new URL('../../../../data/frameworks/', import.meta.url);
const delivered = readdirSync(directory).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(new URL(name, directory), 'utf8')) as Framework;

const code = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,8}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const number = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom('', '.5', '.50', '.123456789012345678'))
  .map(([whole, rest]) => `${String(whole)}${rest}`);

const SCALARS = {
  text,
  code,
  item: code,
  decimal: number,
  share: fc.constantFrom('0', '0.5', '0.50', '1', '1/3'),
  whole: fc.nat(3000),
  day: fc.constantFrom('2026-01-31', '2025-04-03'),
  flag: fc.boolean(),
} as const satisfies Record<ScalarShape['type'], fc.Arbitrary<unknown>>;

const LEFT_OUT = Symbol('left out');

/** Anything of a shape; rules nest three deep. */
const anyOf = (shape: FieldShape, depth: number): fc.Arbitrary<unknown> => {
  const given = anyGiven(shape, depth);
  if (!('blank' in shape)) return given;
  return fc.oneof(given, fc.constant(shape.blank === 'null' ? null : LEFT_OUT));
};

const anyGiven = (shape: FieldShape, depth: number): fc.Arbitrary<unknown> => {
  if (isScalarShape(shape)) return SCALARS[shape.type];
  switch (shape.type) {
    case 'choice':
      return fc.constantFrom(...shape.choices);
    case 'codes':
      return fc.array(code, { maxLength: 3 });
    case 'record':
      return anyThing(shape.fields, depth);
    case 'list': {
      const member = shape.hasGaps
        ? fc.oneof(fc.constant(null), anyThing(shape.fields, depth))
        : anyThing(shape.fields, depth);
      // A list that may be left out and is empty is left out: the same to every reader.
      return fc.array(member, { minLength: shape.blank === 'absent' ? 1 : 0, maxLength: 2 });
    }
    case 'variant':
      return anyVariant(shape.by, shape.variants, depth);
    case 'rule':
      return depth > 2
        ? anyVariant('kind', { boolean: RULE_SHAPES.boolean }, depth)
        : anyVariant('kind', RULE_SHAPES, depth + 1);
    case 'children':
      return fc.constant([]);
  }
};

const anyThing = (fields: Fields, depth: number): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, anyOf(shape, depth)])))
    .map((thing) => Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== LEFT_OUT)));

const anyVariant = (by: string, variants: Readonly<Record<string, Fields>>, depth: number) =>
  fc.oneof(
    ...Object.entries(variants).map(([name, fields]) =>
      anyThing(fields, depth).map((thing) => ({ [by]: name, ...thing })),
    ),
  );

/** A tree of components with codes of their own. */
const tree = fc
  .array(anyOf(COMPONENT, 0) as fc.Arbitrary<Record<string, unknown>>, { maxLength: 4 })
  .map((components) => {
    const numbered = components.map((component, place) => ({ ...component, code: `c${String(place)}` }));
    const [first, ...others] = numbered as (Record<string, unknown> & { code: string })[];
    return first?.kind === 'group' ? [{ ...first, children: others }] : numbered;
  });

const anyFramework = fc
  .tuple(
    anyThing(FRAMEWORK_FIELDS, 0),
    tree,
    fc.array(anyOf(DATA_ITEM, 0) as fc.Arbitrary<Record<string, unknown>>, { maxLength: 3 }),
  )
  .map(([own, components, items]) => ({
    ...own,
    dataItems: items.map((item, place) => ({ ...item, code: `i${String(place)}` })),
    components,
  }));

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
        const again = readSheets(buildWorkbook(framework as unknown as Framework, vietnameseFields));
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
