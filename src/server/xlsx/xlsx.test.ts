import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { BLANK_CELL, type Sheet, type SheetCell } from '#core/kernel/sheet.ts';
import { withoutControls } from '#core/kernel/text.ts';
import { readXlsx } from './read-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

const workbook = (rows: readonly (readonly SheetCell[])[], name = 'Trang') =>
  writeXlsx([{ name, rows, widths: [12], headRows: 0, choices: [] }]);

const read = (content: Uint8Array): readonly Sheet[] => {
  const sheets = readXlsx(content);
  if (isRefusal(sheets)) throw new Error(sheets.code);
  return sheets;
};

/** A workbook with other parts than its own. */
const tamper = (content: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    {
      ...unzipSync(content),
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    },
    { level: 1 },
  );

const SHEET = 'xl/worksheets/sheet1.xml';
const sheetWith = (cells: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;

const text = (value: string): SheetCell => ({ kind: 'text', text: value });
const number = (value: string): SheetCell => ({ kind: 'number', number: value });

// Whatever is no text that a person sees does not come back, and blanks at the end of a row don't count.
const wordsOf = (row: readonly SheetCell[]): readonly SheetCell[] => {
  const seen = row.map((cell): SheetCell => {
    const shown = cell.kind === 'text' ? withoutControls(cell.text) : '';
    return cell.kind !== 'text' ? cell : shown === '' ? BLANK_CELL : text(shown);
  });
  return seen.slice(0, seen.findLastIndex(({ kind }) => kind !== 'blank') + 1);
};

describe('a workbook', () => {
  it('holds no character that the database or a document can not, whatever its escapes say', () => {
    const cells = ['_x0000_', 'Sở_x0000_ Tư_x202E_ pháp', '_xD83E_sen', 'dòng_x000B_dòng', '_xD83E__xDEB7_'];
    const xml = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
    const file = tamper(workbook([]), { [SHEET]: sheetWith(`<row r="1">${xml}</row>`) });
    const shown = ['Sở Tư pháp', 'sen', 'dòng\ndòng', '🪷'];
    expect(read(file)[0]?.rows).toEqual([[BLANK_CELL, ...shown.map(text)]]);
  });

  it('gives back any text, number and flag that it was given', () => {
    const cell = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }).map(text),
      fc.string({ minLength: 1, unit: 'binary-ascii' }).map(text),
      fc.constantFrom('_x000D_', '_x005F_x0041_', ' a ', 'a\r\nb', '\t', '=1+1', '&lt;<>"').map(text),
      fc.integer({ min: -1e9, max: 1e9 }).map((value) => number(String(value))),
      fc.boolean().map((flag): SheetCell => ({ kind: 'flag', flag })),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (rows) => {
        expect(read(workbook(rows))[0]?.rows.map(wordsOf)).toEqual(rows.map(wordsOf));
      }),
    );
  });

  it('keeps blanks between cells and the names of its sheets', () => {
    const rows = [[BLANK_CELL, text('b')], [], [number('12.5')]];
    const [sheet] = read(workbook(rows, 'Chỉ số & "quy tắc"'));
    expect(sheet).toEqual({ name: 'Chỉ số & "quy tắc"', rows });
  });

  it('names the ranges that are merged', () => {
    const merged = tamper(workbook([]), {
      [SHEET]: sheetWith('').replace(
        '</worksheet>',
        '<mergeCells><mergeCell ref="A3:A5"/></mergeCells></worksheet>',
      ),
    });
    expect(read(merged)[0]?.merged).toEqual(['A3:A5']);
  });

  it('is the same bytes each time', () => {
    expect(workbook([[text('a')]])).toEqual(workbook([[text('a')]]));
  });

  it('offers a list where cells are chosen', () => {
    const content = writeXlsx([
      {
        name: 'a',
        rows: [[text('k')]],
        widths: [],
        headRows: 1,
        choices: [{ column: 1, values: ['x', 'y&z'] }],
      },
    ]);
    expect(strFromU8(unzipSync(content)[SHEET]!)).toContain(
      'sqref="B2:B5000"><formula1>"x,y&amp;z"</formula1>',
    );
  });
});

describe('a workbook of another program', () => {
  it('is read with shared texts, prefixed elements, doubles, formulas and errors', () => {
    const content = tamper(workbook([]), {
      'xl/sharedStrings.xml':
        '<sst><si><t>một</t></si><si><r><t>hai </t></r><r><t>ba</t></r><rPh><t>x</t></rPh></si></sst>',
      [SHEET]: sheetWith(
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>0.10000000000000001</v></c><c r="D2"><f>A1</f><v>3</v></c>' +
          '<c r="E2" t="e"><v>#DIV/0!</v></c><c r="F2"><v>1e-3</v></c><c r="G2" t="b"><v>1</v></c></row><row><c t="s"><v>0</v></c></row>',
      ).replaceAll(/<(\/?)(row|c|v|f)\b/g, '<$1x:$2'),
    });
    expect(read(content)[0]?.rows).toEqual([
      [],
      [
        text('hai ba'),
        BLANK_CELL,
        number('0.1'),
        { kind: 'formula' },
        { kind: 'error' },
        number('0.001'),
        { kind: 'flag', flag: true },
      ],
      [text('một')],
    ]);
  });

  it('costs nothing by merged ranges and validations over the whole sheet', () => {
    const content = tamper(workbook([]), {
      [SHEET]: sheetWith('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
        '</worksheet>',
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>',
      ),
    });
    expect(read(content)[0]?.rows).toEqual([[number('1')]]);
  });
});

describe('a file that does harm', () => {
  const codeOf = (content: Uint8Array) => {
    const found = readXlsx(content);
    return isRefusal(found) ? found.code : 'read';
  };

  it('is refused when it is no workbook', () => {
    expect(codeOf(strToU8('mã;tên'))).toBe('file.broken');
    expect(codeOf(new Uint8Array())).toBe('file.broken');
    expect(codeOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('file.broken');
    expect(codeOf(workbook([[text('a')]]).slice(0, 400))).toBe('file.broken');
    expect(codeOf(tamper(workbook([]), { [SHEET]: '<worksheet><sheetData>' }))).toBe('file.broken');
  });

  it('is refused when it is small outside and huge inside', () => {
    expect(codeOf(tamper(workbook([]), { [SHEET]: ' '.repeat(26_000_000) }))).toBe('file.too-complex');
  });

  it('is never unpacked beyond the size that it states', () => {
    const content = tamper(workbook([]), { [SHEET]: sheetWith(' '.repeat(5_000_000)) });
    // The stated size stands in the central directory: 24 bytes into the entry of the sheet.
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const lie = Array.from({ length: content.length - 46 }, (_, place) => place).filter(
      (place) => view.getUint32(place, true) === 0x02014b50 && view.getUint32(place + 24, true) > 5_000_000,
    );
    for (const place of lie) view.setUint32(place + 24, 100, true);
    expect(lie).toHaveLength(1);
    expect(codeOf(content)).toBe('file.broken');
  });

  it('is refused when a cell stands farther out than any form reaches', () => {
    const far = (cell: string) => codeOf(tamper(workbook([]), { [SHEET]: sheetWith(cell) }));
    expect(far('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')).toBe('file.too-complex');
    expect(far('<row r="1"><c r="XFD1"><v>1</v></c></row>')).toBe('file.too-complex');
    expect(far('<row r="-5"><c r="A1"><v>1</v></c></row>')).toBe('file.too-complex');
  });

  it('does not expand entities', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetWith('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>')}`;
    expect(codeOf(tamper(workbook([]), { [SHEET]: bomb }))).toBe('file.broken');
  });
});
