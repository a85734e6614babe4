import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import { buildInventedDirectory } from '#test/invented-agencies.ts';
import { decideIsPlan } from '#core/plan-reading/document/decide-is-plan.ts';
import { readPlan } from './read-plan.ts';
import type { PlanReading, Provenance } from './reading.ts';

const directory = buildInventedDirectory();
const read = (...lines: readonly string[]): PlanReading =>
  readPlan(lines.join('\n'), { agencies: directory, fileName: 'ke-hoach.txt' });

describe('tasks', () => {
  test('of a table: agencies, time and result by the words of the header', () => {
    const { tasks } = read(
      '**Phụ lục 1**',
      '',
      '| STT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Kết quả đầu ra | Thời gian |',
      '|---|---|---|---|---|---|',
      '| **1** | **Nhóm thể chế** | | | | |',
      '| 1.1 | Ban hành **quy chế** cổng dữ liệu | Sở KH&CN | Sở Tư pháp;<br>Sở Nội vụ | Quy chế | Trước ngày 30/6/2026 |',
    );
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({
      id: 'K-001',
      kind: 'table-row',
      appendix: 'Phụ lục 1',
      section: '1. Nhóm thể chế',
      order: '1.1',
      name: 'Ban hành quy chế cổng dữ liệu',
      leadAgencies: ['Sở Khoa học và Công nghệ'],
      coordinatingAgencies: ['Sở Tư pháp', 'Sở Nội vụ'],
      expectedResult: 'Quy chế',
      deadline: { kind: 'by-date', end: '2026-06-30' },
      line: 6,
    });
  });

  test('of running text: labels in it and below it', () => {
    const { tasks } = read(
      'II. NHIỆM VỤ',
      '',
      'a) Ban hành quy chế quản lý dữ liệu dùng chung của tỉnh.',
      '',
      '- Cơ quan chủ trì: Sở Khoa học và Công nghệ.',
      '- Cơ quan phối hợp: Sở Tư pháp.',
      '- Thời gian thực hiện: Quý II/2026.',
      '',
      'b) Lập danh mục dữ liệu mở (chủ trì: Sở Nội vụ; phối hợp: UBND cấp xã; hoàn thành: tháng 9/2026).',
    );
    expect(
      tasks.map(({ kind, name, leadAgencies, deadline }) => ({
        kind,
        name,
        leadAgencies,
        end: deadline?.end,
      })),
    ).toEqual([
      {
        kind: 'prose-block',
        name: 'Ban hành quy chế quản lý dữ liệu dùng chung của tỉnh',
        leadAgencies: ['Sở Khoa học và Công nghệ'],
        end: '2026-06-30',
      },
      {
        kind: 'prose-block',
        name: 'Lập danh mục dữ liệu mở',
        leadAgencies: ['Sở Nội vụ'],
        end: '2026-09-30',
      },
    ]);
  });

  test('of a section on carrying out the plan: duties under the heading of an agency', () => {
    const { tasks } = read(
      'III. TỔ CHỨC THỰC HIỆN',
      '',
      '1. Công an tỉnh',
      '',
      'a) Chủ trì, phối hợp với Sở Khoa học và Công nghệ tổ chức diễn tập; hoàn thành trước ngày 15/11/2026.',
      '',
      'b) Phối hợp với Sở Tài chính lập dự toán.',
      '',
      '2. Đề nghị Bảo hiểm xã hội tỉnh',
      '',
      'Chia sẻ dữ liệu thẻ với các bệnh viện.',
      '',
      '**3. Các sở, ban, ngành tỉnh:** Chủ động bố trí nhân lực.',
      '',
      'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo về Công an tỉnh./.',
    );
    expect(
      tasks.map(({ section, role, leadAgencies, deadline }) => ({
        section,
        role,
        leadAgencies,
        end: deadline?.end ?? null,
      })),
    ).toEqual([
      { section: 'III.1.a', role: 'chủ trì', leadAgencies: ['Công an tỉnh'], end: '2026-11-15' },
      { section: 'III.1.b', role: 'phối hợp', leadAgencies: ['Công an tỉnh'], end: null },
      {
        section: 'III.2. Đề nghị Bảo hiểm xã hội tỉnh',
        role: 'chủ trì',
        leadAgencies: ['Bảo hiểm xã hội tỉnh'],
        end: null,
      },
      { section: 'III.3', role: 'chủ trì', leadAgencies: ['Các sở, ban, ngành tỉnh'], end: null },
    ]);
  });
});

describe('projects', () => {
  test('keep their source of money, unit, footnote and money', () => {
    const { projects } = read(
      'STT\tTên dự án\tChủ đầu tư\tThời gian\tTổng mức đầu tư (triệu đồng)\tGhi chú',
      'A\tNGUỒN VỐN ĐẦU TƯ\t\t\t\t',
      '1\tTrạm bơm thông minh giai đoạn 2025-20274\tTrung tâm CĐS, Sở KH&CN\t2025 - 2027\t45.500\tChuyển tiếp',
      '',
      '<sup>4</sup> Quyết định số 77/QĐ-UBND ngày 02/3/2025 của UBND tỉnh về chủ trương đầu tư.',
    );
    expect(projects).toHaveLength(1);
    expect(projects[0]).toMatchObject({
      section: 'A. NGUỒN VỐN ĐẦU TƯ',
      fundingSource: 'Nguồn vốn đầu tư',
      name: 'Trạm bơm thông minh giai đoạn 2025-2027',
      investors: ['Sở Khoa học và Công nghệ'],
      investorUnit: 'Trung tâm CĐS',
      period: { kind: 'range', start: '2025-01-01', end: '2027-12-31' },
      budget: { value: 45500, unit: 'triệu đồng' },
      remark: 'Chuyển tiếp',
      footnoteNumber: 4,
      legalBasis: [{ docNumber: '77/QĐ-UBND', issueDate: '2025-03-02' }],
    });
  });
});

describe('what finds no register is told', () => {
  test('a table row, a numbered item and a text with a measured number', () => {
    const { warnings } = read(
      'a) Chăm lo đời sống nhân dân.',
      '',
      '- Đón 30 triệu lượt khách.',
      '',
      '| Tháng | Mưa |',
      '|---|---|',
      '| Giêng | ít |',
    );
    const unplaced = warnings.filter(({ code }) => code.endsWith('.unplaced'));
    expect(unplaced.map(({ code, line }) => `${code} ${String(line)}`)).toEqual([
      'item.unplaced 1',
      'item.unplaced 3',
      'row.unplaced 7',
    ]);
  });
});

const HEAD = [
  'UBND TỈNH TRÀ VANG',
  'Số: 9/KH-UBND',
  'Trà Vang, ngày 02/02/2026',
  '',
  'KẾ HOẠCH',
  'Trồng sen giai đoạn 2026 - 2030',
  '',
];
const tellWarnings = ({ warnings }: PlanReading): readonly string[] =>
  warnings.map(({ code, line, quote }) => `${code} ${String(line)} ${quote ?? ''}`.trim());

test('an item that lacks its stop and so looks like a heading is told', () => {
  const reading = read(
    ...HEAD,
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Sở Tài chính',
    'a) Chủ trì cấp vốn',
    'b) Theo dõi ao sen.',
  );
  expect(tellWarnings(reading)).toEqual(['item.unplaced 10 a) Chủ trì cấp vốn']);
  expect(reading.tasks.map(({ name }) => name)).toEqual(['Theo dõi ao sen']);
});

describe('what a table says and no register keeps is told', () => {
  test('a filled column of no role, and a column that tasks have no place for', () => {
    const reading = read(
      ...HEAD,
      'Nhóm\tNội dung\tChủ trì\tHạn\tMàu\tGhi chú',
      'A\tBan hành quy chế ao sen\tSở KH&CN\tQ2/2026\t\t',
      'B\tRà soát ao sen\tCông an tỉnh\thằng năm\t\tChuyển tiếp',
    );
    expect(tellWarnings(reading)).toEqual(['column.unplaced 8 Nhóm', 'column.unplaced 8 Ghi chú']);
    expect(reading.tasks.map(({ deadline, deadlineColumn }) => [deadline?.end, deadlineColumn])).toEqual([
      ['2026-06-30', null],
      [null, null],
    ]);
  });

  test('a task whose cell for the lead is empty', () => {
    const reading = read(
      ...HEAD,
      'STT\tNhiệm vụ\tChủ trì\tThời gian',
      '1\tĐắp bờ ao sen\tSở Y tế\t2026',
      '2\tThả cá\t\t2026',
    );
    expect(tellWarnings(reading)).toEqual(['row.no-lead 10 Thả cá']);
    expect(reading.tasks.map(({ leadAgencies }) => leadAgencies)).toEqual([['Sở Y tế'], []]);
  });

  test('a document without number, date and issuer, with the words that stand there', () => {
    expect(tellWarnings(read('Số:      /KH-UBND', '', 'KẾ HOẠCH', 'Trồng sen'))).toEqual([
      'document.no-number null Số: /KH-UBND',
      'document.no-date null',
      'document.no-issuer null',
    ]);
  });

  test('in codes and words of the source alone', () => {
    const { warnings } = read('KẾ HOẠCH', 'Trồng sen', '', '- Đón 30 triệu lượt khách.');
    expect(warnings.every(({ code, message }) => message === code)).toBe(true);
  });
});

describe('a cell printed once for several rows', () => {
  test('left of the numbers of the rows holds for all of them', () => {
    const { tasks, warnings } = read(
      ...HEAD,
      'Đơn vị thực hiện\tTT\tNhiệm vụ\tThời gian',
      'Sở Y tế\t1\tBệnh án điện tử tại 15 bệnh viện\tTháng 6/2026',
      '\t2\tKết nối đơn thuốc\tQuý I - Quý II/2026',
      'Sở Nội vụ\t3\tSố hóa hồ sơ\t31/12/2026',
    );
    expect(tasks.map(({ order, leadAgencies }) => [order, leadAgencies])).toEqual([
      ['1', ['Sở Y tế']],
      ['2', ['Sở Y tế']],
      ['3', ['Sở Nội vụ']],
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('a text that is no plan', () => {
  test('is refused, a plan is not', () => {
    expect(decideIsPlan(read('Hôm nay trời đẹp.', '', 'Ta đi chợ nổi mua 3 quả dừa.'))).toMatchObject({
      code: 'file.not-a-plan',
    });
    const plan = read(
      'KẾ HOẠCH',
      'Số hóa',
      '',
      'STT\tNhiệm vụ\tChủ trì\tThời gian',
      '1\tSố hóa hộ tịch\tSở Tư pháp\t2026',
    );
    expect(isRefusal(decideIsPlan(plan))).toBe(false);
  });
});

const FRAGMENTS = [
  'KẾ HOẠCH',
  'I. MỤC TIÊU',
  '1. Mục tiêu cụ thể',
  '- Tối thiểu 80% hồ sơ được số hóa; trên 50% người dân có chữ ký số.',
  'a) Chủ trì, phối hợp với Sở Tài chính thực hiện.',
  'VI. TỔ CHỨC THỰC HIỆN',
  '2. Sở Nội vụ',
  'Phụ lục II',
  '(Kèm theo Kế hoạch số 5/KH-UBND ngày 03/4/2026 của UBND tỉnh)',
  'STT\tNhiệm vụ\tCơ quan chủ trì\tThời gian',
  '1\tXây kho dữ liệu\tSở KH&CN\tQuý I/2026',
  '\tchung của tỉnh\t\t',
  '| STT | Chỉ tiêu | Năm 2026 |',
  '|---|---|---|',
  '| 1 | Tỷ lệ **hồ sơ** | 80% |',
  '| | trực tuyến | |',
  'Stt Tên nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời điểm đánh giá',
  '1 Kéo cáp quang Sở KH&CN Sở Nội vụ Cuối năm',
  '2026',
  '2',
  ' Stt Tên nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời điểm đánh giá',
  '\f3',
  '<sup>(2)</sup>. Quyết định số 9/QĐ-UBND ngày 1/2/2026 của UBND tỉnh về dữ liệu.',
  'Báo cáo trước ngày 20/12 hằng năm gửi Sở Khoa học và Công nghệ.',
  'Nơi nhận:',
  'TM. ỦY BAN NHÂN DÂN',
  '',
];

const itemsOf = (reading: PlanReading): readonly Provenance[] => [
  ...reading.targets,
  ...reading.tasks,
  ...reading.projects,
  ...reading.indicatorScores,
  ...reading.gaps,
  ...reading.results,
  ...reading.resources,
  ...reading.citedDocuments,
  ...reading.reportingDuties,
];

const plans = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((lines) => lines.join('\n'));

describe('a text without end and form', () => {
  const MANY = 50_000;
  // Far more than it takes, and far less than what grows with the square of the length would.
  const SOON = { timeout: 20_000 };
  const repeat = (words: (index: number) => string, between: string): string =>
    Array.from({ length: MANY }, (_, index) => words(index)).join(between);

  test.each([
    ['shares', repeat((index) => `${String(index % 97)}%`, ' ')],
    ['numbers', repeat(String, ' ')],
    ['dates', `Báo cáo ${repeat((index) => `trước ngày ${String((index % 28) + 1)}/12/2026`, ', ')}`],
    ['brackets', repeat(() => '(80% a)', ' ')],
  ])('of %s is soon read, and told to be in no register', SOON, (_, words) => {
    const { targets, reportingDuties, warnings } = read(...HEAD, 'I. MỤC TIÊU CỤ THỂ', `- Sen ${words}`);
    expect(targets.length + reportingDuties.length).toBeLessThanOrEqual(1);
    expect(warnings.length + targets.length).toBeGreaterThanOrEqual(1);
  });

  test('of one number without end is soon read, and told to be unread', SOON, () => {
    const { warnings } = read(...HEAD, 'I. MỤC TIÊU CỤ THỂ', `- Sen ${'9'.repeat(390_000)}`);
    expect(warnings.map(({ code }) => code)).toContain('number.unread');
  });

  test('in one row of a table is soon read', SOON, () => {
    const cells = repeat(String, ' ');
    const { tasks } = read(
      ...HEAD,
      '| STT | Nhiệm vụ | Chủ trì | Thời gian |',
      '|---|---|---|---|',
      `| 1 | Sen ${cells} | Sở Y tế | 2026 |`,
    );
    expect(tasks).toMatchObject([{ order: '1', leadAgencies: ['Sở Y tế'] }]);
  });

  test('of documents cited one by one is soon read, each once', SOON, () => {
    const { citedDocuments } = read(
      ...HEAD,
      `Theo ${repeat((index) => `Quyết định số ${String(index % 20_000)}/QĐ-UBND`, ', ')}.`,
    );
    expect(citedDocuments).toHaveLength(20_000);
  });
});

describe('any text', () => {
  const readText = (text: string): PlanReading => readPlan(text, { agencies: directory, fileName: 'a.txt' });

  test('gives a reading and never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) =>
        Array.isArray(readText(text).tasks),
      ),
    );
    fc.assert(fc.property(plans, (text) => Array.isArray(readText(text).tasks)));
  });

  test('is quoted as it stands: each quote begins on its line', () => {
    fc.assert(
      fc.property(plans, (text) => {
        const lines = text.split('\n');
        for (const { line, quote } of itemsOf(readText(text))) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          const from = tidy(lines.slice((line ?? 1) - 1).join('\n'));
          const firstLine = tidy(lines[(line ?? 1) - 1] ?? '').length;
          expect(from.indexOf(quote)).toBeGreaterThanOrEqual(0);
          expect(from.indexOf(quote)).toBeLessThanOrEqual(firstLine);
        }
      }),
    );
  });

  test('read twice gives the same, with ids that are unique', () => {
    fc.assert(
      fc.property(plans, (text) => {
        const reading = readText(text);
        expect(readText(text)).toEqual(reading);
        const ids = itemsOf(reading).map((item) => ('id' in item ? item.id : ''));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
