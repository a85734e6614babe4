import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAspirational } from './comparators.ts';
import { parseMeasure } from './measures.ts';
import { findQuantities } from './quantities.ts';

const only = (text: string) => {
  const [quantity, ...others] = findQuantities(text);
  expect(others).toEqual([]);
  return quantity && [quantity.comparator, quantity.value, quantity.unit, quantity.basis];
};

describe('a value in running text', () => {
  it.each([
    ['85% hộ trồng sen', ['=', 85, '%', null]],
    ['tốc độ tăng đạt -5%', ['=', -5, '%', null]],
    ['không dưới −2,5% so với năm trước', ['>=', -2.5, '%', null]],
    ['tốc độ tăng (-5%)', ['=', -5, '%', null]],
    ['-5%', ['=', -5, '%', null]],
    // A hyphen that opens an item or joins two numbers is no sign.
    ['- 85% hộ trồng sen', ['=', 85, '%', null]],
    ['-85% hộ trồng sen', ['=', 85, '%', null]],
    ['gồm: -05 lớp học', ['=', 5, 'lớp', null]],
    ['5% -10% số hộ', ['range', [5, 10], '%', null]],
    ['ít nhất 80% hồ sơ', ['>=', 80, '%', null]],
    ['tối thiểu đạt 03% GRDP', ['>=', 3, '%', 'GRDP']],
    ['không dưới 12 lớp mỗi xã', ['>=', 12, 'lớp', null]],
    ['từ 60% trở lên', ['>=', 60, '%', null]],
    ['trên 50% dân số trưởng thành', ['>', 50, '%', null]],
    ['hơn 85% dữ liệu', ['>', 85, '%', null]],
    ['dưới 10% số hộ', ['<', 10, '%', null]],
    ['không quá 5% hồ sơ trễ hạn', ['<=', 5, '%', null]],
    ['không quá 03 ngày làm việc', ['<=', 3, 'ngày', null]],
    ['tăng trên 8%/năm', ['increase>', 8, '%/năm', null]],
    ['duy trì 100% dịch vụ', ['maintain', 100, '%', null]],
    ['duy trì trên 75%', ['maintain', 75, '%', null]],
    ['tăng tối thiểu 7%', ['increase>=', 7, '%', null]],
    ['tăng trên 7%', ['increase>', 7, '%', null]],
    ['tăng bình quân trên 15%/năm', ['increase>', 15, '%/năm', null]],
    ['tăng từ 02 bậc trở lên', ['increase>=', 2, 'bậc', null]],
    ['đạt ít nhất 170/200 điểm', ['>=', 170, 'điểm', null]],
    ['đạt mức 4,2/5 điểm trở lên', ['>=', 4.2, 'điểm', null]],
    ['xuống dưới 40 phút/lượt', ['<', 40, 'phút/lượt', null]],
    ['thu hút thêm ít nhất 02 doanh nghiệp', ['increase>=', 2, 'doanh nghiệp', null]],
    ['khoảng 30% nông dân', ['approx', 30, '%', null]],
    ['từ 5 đến 10% số hộ', ['range', [5, 10], '%', null]],
    ['tối thiểu 0.5%/dân số', ['>=', 0.5, '%', 'dân số']],
    ['gấp 18 lần GRDP tỉnh', ['=', 18, 'lần', 'GRDP']],
    ['tối thiểu 52 tin, bài/năm', ['>=', 52, 'tin, bài/năm', null]],
    ['thuộc nhóm 20 tỉnh, thành phố dẫn đầu', ['<=', 20, 'thứ hạng', null]],
    ['đạt cấp độ 4, 5', ['qualitative', [4, 5], 'cấp độ', null]],
    [String.raw`chỉ số $\geq 0,7$`, ['>=', 0.7, null, null]],
  ])('%s', (text, expected) => {
    expect(only(text)).toEqual(expected);
  });

  it.each([
    'Kế hoạch số 39/KH-UBND ngày 23/7/2025 đến năm 2025',
    'người từ 14 tuổi trở lên',
    'hệ thống cấp độ 3 trở lên',
    'số thuê bao/100 dân',
    'số thành viên trên 100 dân',
    'mạng 4G/5G, Chợ 4.0',
    'giai đoạn 2026 - 2030',
    'dịch COVID-19',
  ])('"%s" states none', (text) => {
    expect(findQuantities(text).filter(({ kind }) => kind !== 'bare')).toEqual([]);
  });

  it('lies where it says, whatever stands around it', () => {
    const words = fc.stringMatching(/^[a-zđơư ]{0,30}$/u);
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 100 }), words, (before, value, after) => {
        const text = `${before} tối thiểu ${String(value)}% ${after}`;
        const [found] = findQuantities(text);
        expect(found?.value).toBe(value);
        expect(text.slice(found?.start, found?.end)).toContain(`${String(value)}%`);
      }),
    );
  });
});

describe('a cell that holds a value', () => {
  it.each([
    ['Tối thiểu 60%', '>=', 60, '%'],
    ['Duy trì', 'maintain', null, null],
    ['Duy trì 100%', 'maintain', 100, '%'],
    ['96.30', '=', 96.3, null],
    ['62.5% (5/8)', '=', 62.5, '%'],
    ['Đã ban hành', 'qualitative', null, null],
    ['Có, số lượng tin bài trong năm > 52', '>', 52, 'tin bài/năm'],
    ['Phấn đấu tăng tối thiểu 1.5%', 'increase>=', 1.5, '%'],
  ])('%s', (cell, comparator, value, unit) => {
    expect(parseMeasure(cell)).toMatchObject({ comparator, value, unit });
  });

  it.each(['', '-', '–', '…'])('"%s" is blank and not zero', (cell) => {
    expect(parseMeasure(cell)).toMatchObject({ comparator: null, value: null });
  });

  it('names the level that it asks for', () => {
    expect(parseMeasure('đáp ứng mức A').qualitativeLevel).toBe('mức A');
  });
});

it('knows "phấn đấu" also as scanners misread it', () => {
  expect(['phấn đấu', 'phân đầu', 'Phần đấu'].every(isAspirational)).toBe(true);
  expect(isAspirational('phần đầu tư công')).toBe(false);
});
