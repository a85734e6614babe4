import { expect, test } from 'vitest';
import type { TargetItem } from '#contract/plan-item.ts';
import type { TargetYearValue } from '#features/collection/follow-up-contract.ts';
import { listTargetYears } from './target-years.ts';

// Only what the years of a target rest on.
const target = (change: object) =>
  ({
    ...{ comparator: '≥', value: '80', values: null, unit: '%', phases: [], plannedValues: [] },
    ...{ period: { kind: 'by-day', raw: 'đến 2026', start: null, end: '2026-12-31' }, ...change },
  }) as unknown as TargetItem;

const reached = (year: number, version: number, value: string): TargetYearValue => ({
  ...{ year, version, value: value, unit: '%', valueKind: 'final' },
  round: { id: '019bdc6e-5c57-7661-a72a-6e6a44900001', title: 'Báo cáo năm', period: String(year) },
  ...{ recordedAt: '2026-11-22T02:00:00Z', recordedBy: null },
});

test('plan and result stand side by side by year; a correction leaves what was recorded before it', () => {
  const planned = { label: 'Năm 2025', raw: '70%', comparator: '≥', value: '70', values: null, unit: '%' };
  const years = listTargetYears(target({ plannedValues: [{ ...planned, start: null, end: null }] }), [
    reached(2025, 1, '60'),
    reached(2025, 2, '64'),
    reached(2024, 1, '52'),
  ]);
  expect(
    years.map(({ year, plannedNumber, reached: value, earlier }) => [
      ...[year, plannedNumber, value?.value ?? null],
      earlier.length,
    ]),
  ).toEqual([
    [2024, null, '52', 0],
    [2025, '70', '64', 1],
    [2026, '80', null, 0],
  ]);
});

test('what is planned in another unit is said and not drawn; a label of several years is of none', () => {
  const several = { label: '2025-2030', raw: '', comparator: null, value: '90', values: null, unit: '%' };
  const years = listTargetYears(target({ unit: 'xã', phases: [{ ...several, start: null, end: null }] }), [
    reached(2026, 1, '60'),
  ]);
  expect(years).toMatchObject([{ year: 2026, planned: { value: '80' }, plannedNumber: null }]);
});
