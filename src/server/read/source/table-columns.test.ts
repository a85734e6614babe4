import { describe, expect, it } from 'vitest';
import type { SourceRow } from './source-block.ts';
import { settleColumns } from './table-columns.ts';

const row = (place: number, ...cells: readonly (readonly [string, number])[]): SourceRow => ({
  place,
  cells: cells.map(([words, columns]) => ({
    ...{ lines: words === '' ? [] : [words], isBold: false, continues: false },
    columns,
  })),
});

const wordsOf = (rows: readonly SourceRow[]): readonly (readonly string[])[] =>
  rows.map(({ cells }) => cells.map(({ lines }) => lines.join(' ')));

const HEAD = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'] as const;

/** A row of the words of the header's columns, each over as many columns of the grid as said. */
const spread = (place: number, words: readonly string[], ...spans: readonly number[]): SourceRow =>
  row(place, ...words.map((word, index) => [word, spans[index] ?? 1] as const));

describe('the columns of a table whose borders were moved in some rows', () => {
  it('are those of its header, cell by cell', () => {
    const rows = [
      spread(1, HEAD, 1, 2, 2, 1),
      spread(2, ['1', 'Mở dữ liệu', 'Sở A', 'Quý I'], 1, 2, 2, 1),
      spread(3, ['2', 'Số hóa', 'Sở B', 'Quý II'], 1, 3, 1, 1),
      spread(4, ['3', 'Đào tạo', 'Sở C', 'Quý III'], 1, 1, 2, 2),
    ];
    expect(wordsOf(settleColumns(rows))).toEqual([
      HEAD,
      ['1', 'Mở dữ liệu', 'Sở A', 'Quý I'],
      ['2', 'Số hóa', 'Sở B', 'Quý II'],
      ['3', 'Đào tạo', 'Sở C', 'Quý III'],
    ]);
  });

  it('are those of its header where the table goes on with columns of another width', () => {
    const rows = [
      spread(1, HEAD, 1, 1, 1, 3),
      spread(2, ['1', 'Mở dữ liệu', 'Sở A', 'Quý I'], 1, 1, 1, 3),
      spread(3, ['2', 'Số hóa', 'Sở B', 'Quý II'], 1, 3, 1, 1),
      spread(4, ['3', 'Đào tạo', 'Sở C', 'Quý III'], 1, 3, 1, 1),
    ];
    expect(wordsOf(settleColumns(rows)).slice(2)).toEqual([
      ['2', 'Số hóa', 'Sở B', 'Quý II'],
      ['3', 'Đào tạo', 'Sở C', 'Quý III'],
    ]);
  });
});

describe('a row of as many cells as the header that stand under other columns', () => {
  it('stays where it stands', () => {
    const rows = [
      row(1, ['TT', 1], ['Nguồn vốn', 1], ['Năm', 2], ['Ghi chú', 1]),
      row(2, ['1', 1], ['Ngân sách', 1], ['2025', 1], ['2026', 1], ['', 1]),
      row(3, ['Tổng', 2], ['5', 1], ['6', 1], ['', 1]),
    ];
    expect(wordsOf(settleColumns(rows))[2]).toEqual(['Tổng', '', '5', '6', '']);
  });
});
