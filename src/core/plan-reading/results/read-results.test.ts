import { describe, expect, it } from 'vitest';
import { readLines } from '#test/reader.ts';

const resultsOf = (...lines: readonly string[]) =>
  readLines('## KẾ HOẠCH', '', 'Trồng sen năm 2026', '', '## I. KẾT QUẢ THỰC HIỆN NĂM 2025', '', ...lines)
    .results;

describe('the results of a plan', () => {
  it('take no count of indicators, no month and no place in a ranking', () => {
    expect(
      resultsOf(
        '- Chỉ số trồng sen công bố vào tháng 10/2025, gồm 8 chỉ số chính và 47 chỉ số thành phần; tỉnh xếp hạng 27/34.',
      ),
    ).toEqual([]);
  });

  it('give a share with its part of the whole, and a mere count without', () => {
    const [share, count] = resultsOf(
      '- Tỷ lệ ao có cảm biến đạt 62,5% (5/8 ao).',
      '- Toàn tỉnh có 12 hệ thống tưới sen (5/8 ao).',
    );
    expect(share).toMatchObject({ percent: 62.5, numerator: 5, denominator: 8 });
    expect(count).toMatchObject({ value: 12, unit: 'hệ thống', numerator: null, denominator: null });
  });
});
