import { describe, expect, it } from 'vitest';
import { findDay, findUnreadDays } from './days.ts';

describe('days that no calendar has, or no plan can mean', () => {
  it.each([
    ['hoàn thành trước ngày 30/6/0000', '30/6/0000'],
    ['trước ngày 31 tháng 02 năm 2026', '31 tháng 02 năm 2026'],
    ['tháng 12/0000', '12/0000'],
    ['trong năm 0202', 'năm 0202'],
    ['ngày 15.13.2026', '15.13.2026'],
  ])('"%s" is told', (text, raw) => {
    expect(findUnreadDays(text).map((found) => found.raw)).toEqual([raw]);
  });

  it.each([
    'ngày 30/6/2026',
    'tháng 12/2026',
    '5/1500 hộ',
    'Quyết định số 12/3/QĐ',
    '1.234/2.345 hồ sơ',
    '145/226',
  ])('"%s" is none', (text) => {
    expect(findUnreadDays(text)).toEqual([]);
  });

  it('are not read', () => {
    expect([0, 12, 1899, 2200].map((year) => findDay(year, 6, 30))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(findDay(2026, 6, 30)).toBe('2026-06-30');
  });
});
