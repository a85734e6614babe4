import { expect, it } from 'vitest';
import { readLines } from '#test/reader.ts';

it('reads a table of money with its unit from the line above, and its total by its name', () => {
  const { resources } = readLines(
    '**Phụ lục 04**',
    '',
    '*Đơn vị tính: tỷ đồng*',
    '',
    'Năm\tVốn đầu tư\tVốn xã hội hoá\t\tTổng',
    '\t\tDoanh nghiệp\tNgười dân\t',
    '2021\t26,2\t167,6\t409,6\t603,4',
    '<b>Tổng cộng</b>\t26,2\t167,6\t1.409,6\t1.603,4',
  );
  expect(resources).toMatchObject([
    {
      periodLabel: '2021',
      unit: 'tỷ đồng',
      amounts: [{ value: 26.2 }, { value: 167.6 }, { value: 409.6 }],
      total: 603.4,
    },
    { periodLabel: 'Tổng cộng', total: 1603.4, isTotal: true },
  ]);
});

it('reads the figures reached, with their change and their share', () => {
  const { results } = readLines(
    '## BÁO CÁO',
    '',
    'Kết quả trồng sen năm 2025',
    '',
    '## I. KẾT QUẢ THỰC HIỆN',
    '',
    '- 83,66% hộ có ao sen (tăng 25% so với đầu nhiệm kỳ); trên 75% ao có bản đồ số.',
  );
  expect(results).toMatchObject([
    { name: 'Hộ có ao sen', value: 83.66, unit: '%', deltaRaw: 'tăng 25% so với đầu nhiệm kỳ' },
    { name: 'Ao có bản đồ số', comparator: '>', value: 75 },
  ]);
});
