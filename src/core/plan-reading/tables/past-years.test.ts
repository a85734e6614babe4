import { describe, expect, test } from 'vitest';
import { readLines } from '#test/reader.ts';

const read = (...lines: readonly string[]) =>
  readLines('KẾ HOẠCH', 'Trồng sen giai đoạn 2026 - 2030', '', 'I. CHỈ TIÊU', '', ...lines).targets.map(
    ({ value, baseline, actuals, phases }) => ({
      value,
      baseline: baseline === null ? null : [baseline.period, baseline.value],
      actuals: actuals.map((actual) => [actual.label, actual.value]),
      phases: phases.map((phase) => [phase.label, phase.value]),
    }),
  );

describe('columns headed by bare years', () => {
  test('before the plan begins tell what was', () => {
    expect(
      read(
        'Chỉ tiêu\t2023\t2024\t2026\t2030\tSTT',
        'Tỷ lệ ao sen có bản đồ số (%)\t8\t12\t30\t70\t1',
        'Tỷ lệ hộ trồng sen bán hàng trên mạng (%)\t15\t20\t50\t85\t2',
      ),
    ).toEqual([
      {
        value: 70,
        baseline: ['2024', 12],
        actuals: [['2023', 8]],
        phases: [
          ['2026', 30],
          ['2030', 70],
        ],
      },
      {
        value: 85,
        baseline: ['2024', 20],
        actuals: [['2023', 15]],
        phases: [
          ['2026', 50],
          ['2030', 85],
        ],
      },
    ]);
  });

  test('stay values to reach under words that plan', () => {
    expect(
      read('STT\tChỉ tiêu\tKế hoạch 2025\tKế hoạch 2026', '1\tTỷ lệ ao sen có bản đồ số (%)\t12\t30'),
    ).toMatchObject([
      {
        value: 30,
        baseline: null,
        phases: [
          ['2025', 12],
          ['2026', 30],
        ],
      },
    ]);
  });

  test('stay values to reach where none lies within the plan', () => {
    expect(read('STT\tChỉ tiêu\t2024\t2025', '1\tTỷ lệ ao sen có bản đồ số (%)\t12\t30')).toMatchObject([
      { value: 30, baseline: null },
    ]);
  });
});
