import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import type { Sheet, SheetCell } from '#core/kernel/sheet.ts';
import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import { buildFormWorkbook } from './build-form-workbook.ts';
import { readFormWorkbook, type ReadWorkbook } from './read-form-workbook.ts';
import type { WorkbookAnswer, WorkbookForm } from './workbook-form.ts';
import { WORKBOOK_WORDS } from './workbook-words.ts';

const name = (vi: string) => ({ vi, en: `${vi} (en)` });
const COUNT: DataItem = {
  ...{ code: '6.5.n', kind: 'number', name: name('Số hồ sơ'), unit: name('hồ sơ') },
  ...{ whole: true, minimum: '0', maximum: null },
};
const RATE: DataItem = { ...COUNT, code: '6.4.rate', whole: false, maximum: '100' };
const PLAN: DataItem = { code: '1.1.plan', kind: 'yes-no', name: name('Có kế hoạch') };
const LEVEL: DataItem = {
  ...{ code: '2.1.level', kind: 'level', name: name('Mức độ') },
  levels: [
    { code: 'a', name: name('Mức 1, đầy đủ') },
    { code: 'b', name: name('Mức 2') },
  ],
};
const ITEMS = [COUNT, RATE, PLAN, LEVEL];

const NOTHING: WorkbookAnswer = { value: { state: 'blank' }, note: null, explanation: null, version: 0 };
const value = (text: string): DataValue => ({ state: 'value', value: text, comparator: '=' });

const form = (
  answers: Readonly<Record<string, Partial<WorkbookAnswer>>> = {},
  change = {},
): WorkbookForm => ({
  ...{ submissionId: 's', roundId: 'r', roundTitle: 'Quý I', period: '2026-Q1', lastDay: '19/02/2026' },
  ...{ organization: { code: 'STP', name: 'Sở Tư pháp' }, framework: 'dti@1', fingerprint: 'f' },
  sections: [
    {
      heading: '1. Nhận thức số',
      level: 1,
      items: ITEMS.map((item) => ({
        ...{ subject: 'STP', item, scope: 'own', previous: null },
        answer: { ...NOTHING, ...answers[item.code] },
      })),
    },
  ],
  ...change,
});

const sheetsOf = (of: WorkbookForm): Sheet[] =>
  buildFormWorkbook(of, WORKBOOK_WORDS.vi).map((sheet) => sheet);

const text = (written: string): SheetCell => ({ kind: 'text', text: written });
const FIRST_ROW = 7;
const VALUE = 5;

/** The form with other cells in its sheet of figures, by row and column. */
const withCells = (of: WorkbookForm, cells: readonly (readonly [number, number, SheetCell])[]): Sheet[] => {
  const [figures, ...rest] = sheetsOf(of) as [Sheet, ...Sheet[]];
  const rows = figures.rows.map((row) => [...row]);
  for (const [row, column, cell] of cells) (rows[row] ??= [])[column] = cell;
  return [{ ...figures, rows }, ...rest];
};

const answered = (...cells: readonly SheetCell[]): Sheet[] =>
  withCells(
    form(),
    cells.map((cell, place) => [FIRST_ROW + place, VALUE, cell] as const),
  );

// As people of the country write numbers, as far as these tests need it.
const readNumber = (written: string) => {
  const plain = written.replaceAll('.', '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
};

const read = (sheets: readonly Sheet[], of: WorkbookForm = form()): ReadWorkbook => {
  const found = readFormWorkbook(sheets, of, readNumber);
  if (isRefusal(found)) throw new Error(found.code);
  return found;
};
const codeOf = (sheets: readonly Sheet[], of: WorkbookForm = form()) => {
  const found = readFormWorkbook(sheets, of, readNumber);
  return isRefusal(found) ? found.code : 'read';
};
const problemsOf = (sheets: readonly Sheet[], of?: WorkbookForm) =>
  read(sheets, of).problems.map(({ cell, code }) => `${cell} ${code}`);

describe('a form as a workbook', () => {
  it('changes nothing when it comes back as it went out, whatever stood in it', () => {
    const number = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }));
    const answer = fc.record({
      value: fc.oneof(
        fc.constant<DataValue>({ state: 'blank' }),
        fc.constant<DataValue>({ state: 'not-applicable' }),
        number.map(([whole, part]) => value(`${String(whole)}.${String(part).padStart(2, '0')}`)),
      ),
      note: fc.option(fc.string({ minLength: 1 }).map((one) => `a${one}`.trim())),
      version: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(answer, (kept) => {
        const of = form({
          '6.4.rate': kept,
          '1.1.plan': { value: value('no') },
          '2.1.level': { value: value('b') },
        });
        expect(read(sheetsOf(of), of)).toMatchObject({ changes: [], problems: [], unchanged: 4 });
      }),
    );
  });

  it('tells blank, zero and not applicable apart', () => {
    const { changes } = read(
      answered({ kind: 'number', number: '0' }, text('Không áp dụng'), { kind: 'blank' }),
    );
    expect(changes.map(({ item, state, value: given }) => [item, state, given])).toEqual([
      ['6.5.n', 'value', '0'],
      ['6.4.rate', 'not-applicable', null],
    ]);
    const cleared = form({ '6.5.n': { value: value('5'), version: 2 } });
    expect(read(withCells(cleared, [[FIRST_ROW, VALUE, { kind: 'blank' }]]), cleared).changes).toMatchObject([
      { item: '6.5.n', state: 'blank' },
    ]);
  });

  it('understands numbers that stand as text as people of the country write them, and tells what it understood', () => {
    expect(read(answered(text('1.308'), text(' 57,6 '))).changes).toMatchObject([
      { value: '1308', text: '1.308' },
      { value: '57.6', text: '57,6' },
    ]);
  });

  it('understands choices by their words in any language, by mark and by flag', () => {
    const chosen = (cell: SheetCell, level: SheetCell) =>
      read(answered({ kind: 'blank' }, { kind: 'blank' }, cell, level)).changes.map(
        ({ value: given }) => given,
      );
    expect(chosen(text('có'), text('mức 1, đầy đủ'))).toEqual(['yes', 'a']);
    expect(chosen({ kind: 'flag', flag: false }, text('Mức 2 (en)'))).toEqual(['no', 'b']);
  });

  it('names each cell that can not be taken, and what is wrong with it', () => {
    const sheets = answered({ kind: 'formula' }, text('khoảng 50'), text('có lẽ'), { kind: 'error' });
    expect(problemsOf(sheets)).toEqual([
      'F8 formula',
      'F9 not-a-number',
      'F10 not-a-choice',
      'F11 error-value',
    ]);
    const note = withCells(form(), [
      [FIRST_ROW, 6, { kind: 'formula' }],
      [FIRST_ROW, 7, text('x'.repeat(2001))],
    ]);
    expect(problemsOf(note)).toEqual(['G8 formula', 'H8 text-too-long']);
  });

  it('may be sorted, but no row and no column may be new, gone or there twice', () => {
    const [figures, marks] = sheetsOf(form()) as [Sheet, Sheet];
    const rows = [...figures.rows];
    const sorted = [...rows.slice(0, FIRST_ROW), ...rows.slice(FIRST_ROW).toReversed()];
    expect(problemsOf([{ ...figures, rows: sorted }, marks])).toEqual([]);
    expect(problemsOf([{ ...figures, rows: rows.slice(0, -1) }, marks])).toEqual(['B11 missing-row']);
    expect(problemsOf([{ ...figures, rows: [...rows, rows[FIRST_ROW] ?? []] }, marks])).toEqual([
      'B12 repeated-row',
    ]);
    expect(problemsOf(withCells(form(), [[FIRST_ROW, 0, text('STP/9.9')]]))).toEqual([
      'B8 unknown-row',
      'B12 missing-row',
    ]);
    expect(problemsOf(withCells(form(), [[20, VALUE, text('12')]]))).toEqual(['B21 unknown-row']);
    const inserted = rows.map((cells) => [text('x'), ...cells]);
    expect(problemsOf([{ ...figures, rows: inserted }, marks])).toContain('A6 changed-structure');
  });

  it('is refused whole when it is another one', () => {
    const of = form();
    const other = { code: 'SYT', name: 'Sở Y tế' };
    expect(codeOf([{ name: 'Số liệu', rows: [] }])).toBe('workbook.not-a-form');
    expect(codeOf(sheetsOf(form({}, { organization: other })), of)).toBe('workbook.another-organization');
    expect(codeOf(sheetsOf(form({}, { roundId: 'q' })), of)).toBe('workbook.another-round');
    expect(codeOf(sheetsOf(form({}, { fingerprint: 'g' })), of)).toBe('workbook.outdated');
  });

  it('keeps what others changed in the system since, and names what both changed differently', () => {
    const before = form({ '6.5.n': { value: value('5'), version: 1 } });
    const now = form({ '6.5.n': { value: value('7'), version: 2 } });
    expect(read(sheetsOf(before), now)).toMatchObject({ changes: [], problems: [] });
    const same = withCells(before, [[FIRST_ROW, VALUE, { kind: 'number', number: '7' }]]);
    expect(read(same, now)).toMatchObject({ changes: [], problems: [] });
    const other = withCells(before, [[FIRST_ROW, VALUE, { kind: 'number', number: '8' }]]);
    expect(read(other, now).problems).toMatchObject([
      { cell: 'F8', code: 'changed-meanwhile', details: { present: '7' } },
    ]);
  });
});
