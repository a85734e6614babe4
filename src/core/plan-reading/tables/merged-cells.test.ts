import { expect, test } from 'vitest';
import { readLines } from '#test/reader.ts';
import { buildInventedDirectory } from '#test/invented-agencies.ts';
import type { Table } from '#core/plan-reading/text/blocks.ts';
import { listBlocks } from '#core/plan-reading/text/list-blocks.ts';

const directory = buildInventedDirectory();
const readTable = (...lines: readonly string[]): Table => {
  const table = listBlocks(lines.join('\n'), directory).find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
};
const textsOf = (table: Table): readonly (readonly string[])[] =>
  table.rows.map((row) => row.cells.map((cell) => cell.text));

test('a cell that is one with the cell above holds for its row, and a bar within a cell parts nothing', () => {
  const table = readTable(
    '| STT | Nhiệm vụ | Chủ trì | Hạn |',
    '|---|---|---|---|',
    '| 1 | Ươm sen A\\|B | Sở Nông | Quý I |',
    '| 2 | Gặt sen | ^^ | Quý II |',
  );
  expect(textsOf(table)).toEqual([
    ['1', 'Ươm sen A|B', 'Sở Nông', 'Quý I'],
    ['2', 'Gặt sen', '', 'Quý II'],
  ]);
  expect(table.rows[1]?.inherited.get(2)?.text).toBe('Sở Nông');
});

test('a record whose number, name and most cells stand beside several rows is one; one that shares less is another', () => {
  const table = readTable(
    '| STT | Nhiệm vụ | Chủ trì | Sản phẩm |',
    '|---|---|---|---|',
    '| 1 | Ươm sen | Sở Nông | Vườn ươm |',
    '| ^^ | ^^ | ^^ | Báo cáo |',
    '| 2 | Gặt sen | Sở Nông | Hạt |',
    '| ^^ | ^^ | Sở Y | Lá |',
  );
  expect(textsOf(table)).toEqual([
    ['1', 'Ươm sen', 'Sở Nông', 'Vườn ươm Báo cáo'],
    ['2', 'Gặt sen', 'Sở Nông', 'Hạt'],
    ['', '', 'Sở Y', 'Lá'],
  ]);
  expect(table.rows[2]?.inherited.get(1)?.text).toBe('Gặt sen');
});

test('the rule below the header tells how many rows it has', () => {
  const table = readTable(
    '| STT | Chỉ tiêu | Giá trị | | |',
    '| | | Năm 2026 | | Năm 2027 |',
    '| | | Quý I | Quý II | |',
    '|---|---|---|---|---|',
    '| 1 | Ao sen | 80% | 85% | 90% |',
  );
  expect(table.columns.map(({ header }) => header)).toEqual([
    'STT',
    'Chỉ tiêu',
    'Giá trị - Năm 2026 - Quý I',
    'Giá trị - Năm 2026 - Quý II',
    'Giá trị - Năm 2027',
  ]);
  expect(table.rows).toHaveLength(1);
});

test('the raised mark of a footnote names the decision of a project, whatever the order', () => {
  const { projects } = readLines(
    '| STT | Tên dự án | Chủ đầu tư | Thời gian |',
    '|---|---|---|---|',
    '| 1 | Vườn ươm sen số | Sở Khoa học và Công nghệ | 2026 |',
    '| 2 | Kho hạt số<sup>2</sup> | Sở Khoa học và Công nghệ | 2026 |',
    '',
    '<sup>1</sup> Quyết định số 5/QĐ-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh.',
    '',
    '<sup>2</sup> Quyết định số 6/QĐ-UBND ngày 02/02/2026 của Ủy ban nhân dân tỉnh.',
  );
  expect(projects).toMatchObject([
    { name: 'Vườn ươm sen số', footnoteNumber: null },
    { name: 'Kho hạt số', footnoteNumber: 2, legalBasis: [{ docNumber: '6/QĐ-UBND' }] },
  ]);
});
