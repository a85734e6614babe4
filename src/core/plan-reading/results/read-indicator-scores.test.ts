import { expect, it } from 'vitest';
import { readLines } from '#test/reader.ts';

it('reads the points and ranks of several subjects, and the total by its name', () => {
  const { indicatorScores } = readLines(
    '## KẾ HOẠCH',
    '',
    'Trồng sen năm 2026',
    '',
    '## I. ĐÁNH GIÁ',
    '',
    'STT\tCác chỉ số chính\tĐiểm chuẩn\tĐiểm đạt được\t\tXếp hạng từng chỉ số\t\tXếp hạng chung',
    '\t\t\tXã Sen\tXã Súng\tXã Sen\tXã Súng\t',
    '1\tNhận thức\t50\t45\t49,5\t51/63\t1/63\t27/34 (chung)',
    '\t<b>TỔNG</b>\t<b>1.000</b>\t<b>596.03</b>\t<b>624.8</b>\t\t\t',
  );
  expect(indicatorScores).toMatchObject([
    {
      name: 'Nhận thức',
      maxScore: 50,
      scores: [
        { label: 'Xã Sen', value: 45 },
        { label: 'Xã Súng', value: 49.5 },
      ],
      ranks: [
        { label: 'Xã Sen', rank: 51, outOf: 63 },
        { label: 'Xã Súng', rank: 1, outOf: 63 },
      ],
      overallRank: '27/34',
      isTotal: false,
    },
    { name: 'TỔNG', maxScore: 1000, scores: [{ value: 596.03 }, { value: 624.8 }], isTotal: true },
  ]);
});

it('a time column is no score', () => {
  const { indicatorScores } = readLines(
    '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời điểm đánh giá |',
    '|---|---|---|---|',
    '| 1 | Đếm hoa sen | Sở Nội vụ | Cuối năm 2026 |',
  );
  expect(indicatorScores).toEqual([]);
});
