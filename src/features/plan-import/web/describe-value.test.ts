import { describe, expect, it } from 'vitest';
import { buildFormat } from '#web/i18n/format.ts';
import { describeSummary, describeValue } from './describe-value.ts';

const format = buildFormat('vi');

describe('a value of a file', () => {
  it.each([
    ['value', '109.83', '109,83'],
    ['value', '1308', '1.308'],
    ['value', '0.7 – 0.75', '0,7 – 0,75'],
    ['scores', '2024 596.03; 2025 624.8', '2024 596,03; 2025 624,8'],
    ['issueDate', '2025-12-31', '31/12/2025'],
    ['docNumber', '1.2/KH-UBND', '1.2/KH-UBND'],
    ['name', 'Chỉ số 6.4', 'Chỉ số 6.4'],
  ])('%s %s', (field, text, shown) => {
    expect(describeValue(field, text, format)).toBe(shown);
  });
});

describe('a statement at a glance', () => {
  it.each([
    ['target', 'từ 0.7 trở lên', 'từ 0,7 trở lên'],
    ['target', '\\geq 0,7', '≥ 0,7'],
    ['target', '\\leqslant 5 \\%', '≤ 5 %'],
    ['target', 'trên 1.308 tin', 'trên 1.308 tin'],
    ['gap', '12.5 / 30', '12,5 / 30'],
    ['indicator-score', '596.03 · 624.8', '596,03 · 624,8'],
    ['reporting-duty', 'trước ngày 15.6', 'trước ngày 15.6'],
  ] as const)('%s: %s', (kind, summary, shown) => {
    expect(describeSummary({ kind, summary }, format)).toBe(shown);
  });
});
