import { expect, it } from 'vitest';
import { standsOnOnePage } from './captions.ts';
import { issuerLines } from './head-lines.ts';
import { headOfPaper, letterheadOf } from './letterhead.ts';
import type { DocumentTable } from './official-document.ts';

it('breaks a long name of an issuer where it has a joint, or else in its middle', () => {
  const linesOf = (name: string) =>
    issuerLines(
      headOfPaper(letterheadOf({ name, kind: 'department', abbreviation: null }, { name: 'Đồng Tháp' }), {
        ...{ kind: 'report', typeSymbol: 'BC', subject: 'Kết quả', year: 2026 },
      }),
    );
  expect(linesOf('Sở Tư pháp')).toEqual(['SỞ TƯ PHÁP']);
  expect(linesOf('Sở Khoa học và Công nghệ')).toEqual(['SỞ KHOA HỌC', 'VÀ CÔNG NGHỆ']);
  expect(linesOf('Sở Văn hóa, Thể thao và Du lịch')).toEqual(['SỞ VĂN HÓA, THỂ THAO', 'VÀ DU LỊCH']);
  expect(linesOf('Văn phòng Ủy ban nhân dân tỉnh')).toEqual(['VĂN PHÒNG', 'ỦY BAN NHÂN DÂN TỈNH']);
  expect(linesOf('Báo và phát thanh, truyền hình Đồng Tháp')).toEqual([
    ...['BÁO VÀ PHÁT THANH,', 'TRUYỀN HÌNH ĐỒNG THÁP'],
  ]);
  expect(linesOf('Trung tâm Phục vụ hành chính công tỉnh')).toEqual([
    ...['TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG TỈNH'],
  ]);
  // What takes more than two lines is broken by whoever shows it.
  const long = 'Trung tâm Phục vụ hành chính công thành phố';
  expect(linesOf(long)).toEqual([long.toUpperCase()]);
});

it('keeps a table whole by how much of a page it takes, not by its rows alone', () => {
  const table = (count: number, letters: number): DocumentTable => ({
    ...{ kind: 'table', caption: null, source: null },
    columns: [
      { title: 'STT', share: 1, align: 'center' },
      { title: 'Kế hoạch', share: 2, align: 'left' },
    ],
    rows: Array.from({ length: count }, () => ({ kind: 'cells', cells: ['1', 'a'.repeat(letters)] })),
  });
  expect(standsOnOnePage(table(6, 30))).toBe(true);
  expect(standsOnOnePage(table(9, 30))).toBe(false);
  expect(standsOnOnePage(table(6, 150))).toBe(false);
});
