import { describe, expect, it } from 'vitest';
import { type DataItem, reported } from '#core/scoring/data-value.ts';
import { cellText, understandCell } from './understand-cell.ts';

const words = { yes: 'có', no: 'không', blank: 'chưa có số liệu', notApplicable: 'không áp dụng' };
const name = { vi: 'x', en: 'x' };
const number: DataItem = {
  ...{ code: 'n', name, kind: 'number', unit: { vi: '%', en: '%' } },
  ...{ whole: false, minimum: '0', maximum: '100' },
};
const yesNo: DataItem = { code: 'y', name, kind: 'yes-no' };
const level: DataItem = {
  ...{ code: 'l', name, kind: 'level' },
  levels: [{ code: 'A', name: { vi: 'Mức A', en: 'Level A' } }],
};

describe('what is typed or pasted into a cell', () => {
  it.each([
    [number, '57,6', { state: 'value', value: '57.6', comparator: '=' }],
    [number, '1.308', { state: 'value', value: '1308', comparator: '=' }],
    [number, '0', { state: 'value', value: '0', comparator: '=' }],
    [number, '< 52', { state: 'value', value: '52', comparator: '<' }],
    [number, '≥ 52', { state: 'value', value: '52', comparator: '>=' }],
    [number, '', { state: 'blank', value: null, comparator: '=' }],
    [number, 'Chưa có số liệu', { state: 'blank', value: null, comparator: '=' }],
    [number, '–', { state: 'not-applicable', value: null, comparator: '=' }],
    [number, 'KAD', { state: 'not-applicable', value: null, comparator: '=' }],
    [number, '57,6 %', { state: 'value', value: '57.6', comparator: '=' }],
    [number, '57,6%', { state: 'value', value: '57.6', comparator: '=' }],
    [number, 'không áp dụng', { state: 'not-applicable', value: null, comparator: '=' }],
    [yesNo, 'Có', { state: 'value', value: 'yes', comparator: '=' }],
    [yesNo, 'khong', { state: 'value', value: 'no', comparator: '=' }],
    [level, 'mức a', { state: 'value', value: 'A', comparator: '=' }],
  ] as const)('%#: "%s" is understood', (item, typed, expected) => {
    expect(understandCell(item, typed, 'vi', words)).toEqual(expected);
  });

  it('keeps what it does not understand, so that it is refused by name', () => {
    expect(understandCell(number, 'năm bảy', 'vi', words)).toMatchObject({ value: 'năm bảy' });
    expect(understandCell(level, 'mức Z', 'vi', words)).toMatchObject({ value: 'mức Z' });
  });

  it('reads back the text that it shows', () => {
    for (const value of [reported('57.6'), reported('52', '<'), reported('9', '>=')]) {
      const text = cellText(value, 'vi');
      expect(understandCell(number, text, 'vi', words)).toEqual(value);
    }
  });
});
