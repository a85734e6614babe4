import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '#test/reader.ts';

const HEAD = ['KẾ HOẠCH', 'Trồng sen năm 2026', ''];

const AGENCIES = [
  'Sở Khoa học và Công nghệ',
  'Sở Tài chính',
  'Công an tỉnh',
  'Các sở, ban, ngành tỉnh',
  'Đề nghị Bảo hiểm xã hội tỉnh',
];
const DUTIES = [
  'Chủ trì, phối hợp với Sở Nội vụ lập danh mục ao sen; báo cáo UBND tỉnh trước ngày 15/12/2026',
  'Theo dõi, đôn đốc',
  'Bố trí kinh phí cho các ao sen theo khả năng cân đối của ngân sách và các nguồn vốn hợp pháp khác',
  'Báo cáo kết quả trước ngày 20 hằng tháng về Sở Tài chính',
  'Rà soát quy chế',
];
const VALUES = [
  '85% hộ trồng sen dùng sổ tay điện tử',
  'Tối thiểu 40% ao sen có mã số vùng trồng',
  'Trên 12 hợp tác xã bán sen trên sàn thương mại điện tử do tỉnh lập ra và vận hành',
];

const listOf = (words: readonly string[], stops: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.array(
    fc.tuple(fc.constantFrom(...words), fc.constantFrom(...stops)).map(([text, stop]) => `${text}${stop}`),
    { minLength: 1, maxLength: 4 },
  );

/** Plans with bulleted and lettered lists, their items closed by any of the stops. */
const plansWith = (...stops: readonly string[]): fc.Arbitrary<readonly string[]> => {
  const bulleted = listOf(DUTIES, stops).map((items) => items.map((item) => `- ${item}`));
  const lettered = listOf(DUTIES, stops).map((items) =>
    items.map((item, index) => `${'abcd'.charAt(index)}) ${item}`),
  );
  const agency = fc.tuple(fc.constantFrom(...AGENCIES), fc.oneof(bulleted, lettered));
  return fc
    .tuple(listOf(VALUES, stops), fc.array(agency, { minLength: 1, maxLength: 4 }))
    .map(([values, agencies]) => [
      'I. MỤC TIÊU CỤ THỂ',
      ...values.map((value) => `- ${value}`),
      'II. TỔ CHỨC THỰC HIỆN',
      ...agencies.flatMap(([name, items], index) => [`${String(index + 1)}. ${name}`, ...items]),
    ]);
};

const withBlankLines = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => [line, '']);

const factsOf = (lines: readonly string[]) => {
  const reading = readLines(...HEAD, ...lines);
  return {
    targets: reading.targets.map(({ section, name, value }) => ({ section, name, value })),
    tasks: reading.tasks.map(({ section, order, name, leadRaw, leadAgencies }) => ({
      section,
      order,
      name,
      leadRaw,
      leadAgencies,
    })),
    duties: reading.reportingDuties.map(({ section, order, what, reporterAgencies, raw }) => ({
      section,
      order,
      what,
      reporterAgencies,
      raw,
    })),
  };
};

describe('a list without blank lines', () => {
  test('holds every item, each with the agency of its heading', () => {
    const { tasks, reportingDuties } = readLines(
      ...HEAD,
      'IV. TỔ CHỨC THỰC HIỆN',
      '1. Sở Khoa học và Công nghệ',
      '- Chủ trì lập danh mục ao sen; báo cáo UBND tỉnh trước ngày 15/12/2026',
      '- Theo dõi, đôn đốc các hợp tác xã',
      '2. Sở Tài chính',
      '- Bố trí kinh phí.',
    );
    expect(tasks.map(({ leadRaw, leadAgencies, name }) => [leadRaw, leadAgencies, name])).toEqual([
      ['Sở Khoa học và Công nghệ', ['Sở Khoa học và Công nghệ'], 'Chủ trì lập danh mục ao sen'],
      ['Sở Khoa học và Công nghệ', ['Sở Khoa học và Công nghệ'], 'Theo dõi, đôn đốc các hợp tác xã'],
      ['Sở Tài chính', ['Sở Tài chính'], 'Bố trí kinh phí'],
    ]);
    expect(reportingDuties.map(({ reporterAgencies }) => reporterAgencies)).toEqual([
      ['Sở Khoa học và Công nghệ'],
    ]);
  });

  test('gives the same items as one with blank lines, however they end', () => {
    fc.assert(
      fc.property(plansWith('.', ';', ''), (lines) => {
        expect(factsOf(lines)).toEqual(factsOf(withBlankLines(lines)));
      }),
      { numRuns: 50 },
    );
  });

  test('gives a target or a task for each item that ends with a stop', () => {
    fc.assert(
      fc.property(plansWith('.', ';'), (lines) => {
        const { targets, tasks } = factsOf(lines);
        const items = lines.filter((line) => /^(?:-|[a-d]\))/u.test(line));
        expect(targets.length + tasks.length).toBe(items.length);
      }),
      { numRuns: 50 },
    );
  });

  test('keeps a hyphen within words that a line break brought to the front', () => {
    const { tasks } = readLines(
      ...HEAD,
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Sở Tài chính',
      '- Lập kế hoạch phát triển kinh tế',
      '- xã hội của các vùng sen.',
    );
    expect(tasks).toHaveLength(1);
  });
});
