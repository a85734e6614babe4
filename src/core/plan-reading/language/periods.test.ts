import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriods, findPlanPeriod, isBeforeDay, parsePeriod } from './periods.ts';

describe('parsePeriod', () => {
  it.each([
    ['Thường xuyên', 'ongoing', null, null],
    ['Năm 2026', 'year', '2026-01-01', '2026-12-31'],
    ['Quý II/2026', 'quarter', '2026-04-01', '2026-06-30'],
    ['Quý IV năm 2025', 'quarter', '2025-10-01', '2025-12-31'],
    ['Q2/2026', 'quarter', '2026-04-01', '2026-06-30'],
    ['Q1 - Q2/2026', 'range', '2026-01-01', '2026-06-30'],
    ['Quý III', 'quarter', '2026-07-01', '2026-09-30'],
    ['Tháng 02/2028', 'month', '2028-02-01', '2028-02-29'],
    ['Ngày 10/10/2026', 'day', '2026-10-10', '2026-10-10'],
    ['12/202 6', 'month', '2026-12-01', '2026-12-31'],
    ['Cuối năm 2025', 'year-end', null, '2025-12-31'],
    ['Năm 2026 - 2030', 'range', '2026-01-01', '2030-12-31'],
    ['giai đoạn 2027 - 2028', 'range', '2027-01-01', '2028-12-31'],
    ['6 tháng cuối năm 2026', 'range', '2026-07-01', '2026-12-31'],
    ['Dự kiến năm 2024 - 2025', 'range', '2024-01-01', '2025-12-31'],
    ['từ tháng 3 đến tháng 6/2026', 'range', '2026-03-01', '2026-06-30'],
    ['đến năm 2030', 'by-date', null, '2030-12-31'],
    ['đến hết năm 2027', 'by-date', null, '2027-12-31'],
    ['trước ngày 30/6/2026', 'by-date', null, '2026-06-30'],
    ['từ năm 2027', 'from-date', '2027-01-01', null],
    ['hằng quý', 'recurring', null, null],
    ['Quý IV hằng năm', 'recurring', null, null],
    ['trước ngày 31/3 hằng năm', 'recurring', null, null],
    ['Cuối mỗi Quý', 'recurring', null, null],
    ['sau 60 ngày kể từ khi được giao', 'event', null, null],
    ['Khi có hướng dẫn của Bộ', 'event', null, null],
    ['Triển khai theo dự án', 'other', null, null],
    ['trước tháng 7/2026', 'by-date', null, '2026-06-30'],
    ['Dự kiến hoàn thành trước 01/2027', 'by-date', null, '2026-12-31'],
    ['Trước quý III/2026', 'by-date', null, '2026-06-30'],
    ['trước năm 2027', 'by-date', null, '2026-12-31'],
    ['Trước tháng 7', 'by-date', null, '2026-06-30'],
    ['trước hết năm 2026', 'by-date', null, '2026-12-31'],
    ['chậm nhất trước ngày 30/6/2026', 'by-date', null, '2026-06-30'],
    ['đến tháng 6', 'by-date', null, '2026-06-30'],
    ['Cuối năm', 'year-end', null, '2026-12-31'],
    ['cuối quý III/2026', 'by-date', null, '2026-09-30'],
    ['trước ngày 20 tháng cuối quý', 'recurring', null, null],
    ['Trước ngày 20 các tháng 3, 6, 9, 12', 'recurring', null, null],
    ['01 lần/quý', 'recurring', null, null],
  ])('%s', (raw, kind, start, end) => {
    expect(parsePeriod(raw, { year: 2026 })).toMatchObject({ raw, kind, start, end });
  });

  it.each([
    ['trước ngày 30/6/2026', true],
    ['Dự kiến hoàn thành trước ngày 30/6/2026', true],
    ['(chậm nhất trước 30/6)', true],
    ['trước ngày 15 tháng 12 năm 2026', true],
    ['trước tháng 7/2026', false],
    ['trước 7/2026', false],
    ['trước năm 2027', false],
    ['đến hết ngày 30/6/2026', false],
  ])('%s: before a day is strict', (raw, isBefore) => {
    expect(isBeforeDay(raw)).toBe(isBefore);
  });

  it('gives a day that does not exist no date', () => {
    expect(parsePeriod('30/02/2026').kind).toBe('other');
  });

  it('never ends before it starts', () => {
    const year = fc.integer({ min: 2000, max: 2099 });
    const month = fc.integer({ min: 1, max: 12 });
    const written = fc.oneof(
      fc.tuple(month, year).map(([m, y]) => `Tháng ${String(m)}/${String(y)}`),
      fc.tuple(fc.constantFrom('I', 'II', 'III', 'IV'), year).map(([q, y]) => `Quý ${q}/${String(y)}`),
      year.map((y) => `Năm ${String(y)} - ${String(y + 4)}`),
    );
    fc.assert(
      fc.property(written, (raw) => {
        const { start, end } = parsePeriod(raw);
        expect(start !== null && end !== null && start < end).toBe(true);
      }),
    );
  });
});

it('finds the times in running text, but not the dates of documents', () => {
  const text = 'Đến hết năm 2026 đạt 90%, theo Quyết định số 5/QĐ-TTg ngày 01/02/2025, trong tháng 01/2026';
  expect(findPeriods(text).map(({ period }) => period.raw)).toEqual([
    'Đến hết năm 2026',
    'trong tháng 01/2026',
  ]);
});

it('takes the time of a plan from its title, a span before anything else', () => {
  expect(findPlanPeriod('Trồng sen giai đoạn 2026 - 2030 (đến năm 2030)')).toMatchObject({ kind: 'range' });
  expect(findPlanPeriod('Trồng sen năm 2026')).toMatchObject({ kind: 'year', end: '2026-12-31' });
  expect(findPlanPeriod('Trồng sen')).toBeNull();
});
