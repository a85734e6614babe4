import { describe, expect, test } from 'vitest';
import { buildInventedDirectory } from '#test/invented-agencies.ts';
import { buildOutline } from './build-outline.ts';
import { listBlocks } from '#core/plan-reading/text/list-blocks.ts';

/** For each block the numbers of the headings that it stands under. */
const numbersAbove = (...lines: readonly string[]): readonly string[] =>
  buildOutline(listBlocks(lines.join('\n\n'), buildInventedDirectory())).entries.map(({ place }) =>
    place.steps.map(({ number, title }) => number ?? title).join(' > '),
  );

describe('a number with more points', () => {
  test('stands deeper, and one with as many closes it', () => {
    expect(
      numbersAbove(
        'I. NHIỆM VỤ',
        '1. Hạ tầng sen',
        '1.1. Ao sen',
        '1.1.1. Bờ ao',
        '- Đắp bờ.',
        '1.1.2. Đáy ao',
        '1.2. Kênh dẫn',
        '- Nạo vét.',
        '2. Con người',
        'II. KINH PHÍ',
      ),
    ).toEqual([
      '',
      'I',
      'I > 1',
      'I > 1 > 1.1',
      'I > 1 > 1.1 > 1.1.1',
      'I > 1 > 1.1',
      'I > 1',
      'I > 1 > 1.2',
      'I',
      '',
    ]);
  });
});

describe('what follows the signature or begins another document', () => {
  test.each([
    ['Nơi nhận: các ao sen.'],
    ['TM. ỦY BAN NHÂN DÂN'],
    ['KT. CHỦ TỊCH'],
    ['## Nơi nhận: ao sen'],
    ['## KẾ HOẠCH TRỒNG SEN'],
  ])('stands under none of the headings before "%s"', (closing) => {
    const above = numbersAbove(
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Sở Tài chính',
      '- Cấp vốn.',
      closing,
      'Một dòng.',
    );
    expect(above.slice(0, 3)).toEqual(['', 'II', 'II > 1']);
    expect(above.slice(3).filter((numbers) => numbers.includes('II'))).toEqual([]);
  });
});

test('a plan begins anew with I below an article of the decision that carries it', () => {
  expect(numbersAbove('Điều 1. Ban hành Kế hoạch', 'I. MỤC TIÊU', '- Trồng sen.')).toEqual(['', '', 'I']);
});
