import { describe, expect, it } from 'vitest';
import { readLines } from '#test/reader.ts';

const HEADER = 'STT\tTên chỉ số\tNguyên nhân\tGiải pháp\tCơ quan chủ trì khắc phục\tGhi chú';
const gapsOf = (...rows: readonly string[]) =>
  readLines(
    '## KẾ HOẠCH',
    '',
    'Trồng sen năm 2026',
    '',
    '**Phụ lục I**',
    '',
    '**3. Hạ tầng sen**',
    '',
    HEADER,
    ...rows,
  ).gaps;

describe('a gap', () => {
  it('gives score, maximum, value reached, share and what is required', () => {
    expect(
      gapsOf(
        '1\t3.5. Ao có cảm biến: đạt 16.88/30 điểm; đạt 62.5% (5/8) ao có cảm biến (yêu cầu đạt tối thiểu 80%)\tThiếu điện\tKéo điện\tSở Công Thương; UBND xã, phường\t',
      ),
    ).toMatchObject([
      {
        indicatorCode: '3.5',
        name: 'Ao có cảm biến',
        score: 16.88,
        maxScore: 30,
        currentValue: 62.5,
        numerator: 5,
        denominator: 8,
        requiredValue: 80,
        requiredComparator: '>=',
        cause: 'Thiếu điện',
        remedy: 'Kéo điện',
        leadAgencies: ['Sở Công Thương', 'Ủy ban nhân dân các xã, phường'],
      },
    ]);
  });

  it('takes from the cause what its own cell does not say', () => {
    expect(
      gapsOf(
        '1\t4.1. Làng có tổ sen: đạt 0/10 điểm\tChỉ đạt 62.11% (yêu cầu phải đạt 100%)\tLập tổ\tUBND xã, phường\t',
      ),
    ).toMatchObject([{ score: 0, currentValue: 62.11, requiredValue: 100, requiredComparator: '=' }]);
  });

  it('two criteria in one row are two gaps with one cause', () => {
    const gaps = gapsOf(
      '1\t6.5. Đơn nộp qua mạng: đạt 14.91/20 điểm do đạt 59.65%; Tiêu chí 6.6. Đơn xử lý qua mạng: đạt 9.84/50 điểm do đạt 13.77%\tÍt người biết\tTuyên truyền\tSở Nội vụ\t',
    );
    expect(
      gaps.map(({ indicatorCode, score, currentValue, cause }) => [
        indicatorCode,
        score,
        currentValue,
        cause,
      ]),
    ).toEqual([
      ['6.5', 14.91, 59.65, 'Ít người biết'],
      ['6.6', 9.84, 13.77, 'Ít người biết'],
    ]);
  });

  it('goes on behind a page break', () => {
    const gaps = gapsOf(
      '1\t3.6. Vườn sen dùng chung: Đạt 25.71/30 điểm (năm 2024 tỉnh có\tChưa\tLàm\tSở Nội vụ\t',
      '',
      HEADER,
      '\t6/7 vườn)\tđủ vườn\tthêm vườn\t\t',
    );
    expect(gaps).toMatchObject([
      { score: 25.71, numerator: 6, denominator: 7, scorePeriod: 'năm 2024', cause: 'Chưa đủ vườn' },
    ]);
  });
});
