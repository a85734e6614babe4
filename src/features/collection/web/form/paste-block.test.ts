import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock } from '#core/kernel/clipboard-block.ts';
import { isBlock, placeBlock } from './paste-block.ts';

describe('a block from a spreadsheet', () => {
  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1.308,9\n57,6 %', [['1.308,9'], ['57,6 %']]],
    [
      '1\t\n\t2',
      [
        ['1', ''],
        ['', '2'],
      ],
    ],
    ['1\n\n3\n', [['1'], [''], ['3']]],
    ['5\t"hai dòng\nvà ""ngoặc"""\n6', [['5', 'hai dòng\nvà "ngoặc"'], ['6']]],
    ['5" màn hình\t6', [['5" màn hình', '6']]],
    ['7', [['7']]],
    ['', []],
  ])('%j is read', (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it('gives back whatever a spreadsheet wrote', () => {
    const cell = fc.string({ maxLength: 6 }).map((text) => text.trim().replaceAll('\r', ''));
    const written = (text: string) => (/["\n\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (block) => {
        const text = block.map((row) => row.map(written).join('\t')).join('\r\n');
        expect(readBlock(`${text}\r\n`)).toEqual(block);
      }),
    );
  });

  it('is told from a single cell, with which a line end may come', () => {
    expect(isBlock('1.308,9\r\n')).toBe(false);
    expect(isBlock('1\t2')).toBe(true);
    expect(isBlock('1\n2')).toBe(true);
  });

  it('is laid over the grid from a cell on, and what has no room is named', () => {
    const block = [
      ['1', 'a', 'thừa'],
      ['2', 'b', ''],
      ['3', ''],
    ];
    expect(placeBlock(block, { row: 1, column: 0 }, { rows: 3, columns: 2 })).toEqual({
      cells: [
        { row: 1, column: 0, text: '1' },
        { row: 1, column: 1, text: 'a' },
        { row: 2, column: 0, text: '2' },
        { row: 2, column: 1, text: 'b' },
      ],
      leftOver: [
        { line: 1, column: 3, text: 'thừa' },
        { line: 3, column: 1, text: '3' },
      ],
    });
  });
});
