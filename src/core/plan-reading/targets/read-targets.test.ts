import { describe, expect, it } from 'vitest';
import { readLines } from '#test/reader.ts';

const HEAD = ['## KẾ HOẠCH', '', 'Đưa công nghệ số vào vườn sen năm 2026', ''];

const targetsOf = (...lines: readonly string[]) =>
  readLines(...HEAD, ...lines).targets.map((target) => [
    target.name,
    target.comparator,
    target.value,
    target.unit,
    target.embedded,
  ]);

describe('objectives in a list', () => {
  it('each value of an item is a target of its own', () => {
    expect(
      targetsOf(
        '## I. MỤC TIÊU',
        '',
        '### 2. Mục tiêu cụ thể',
        '',
        '- 85% hộ trồng sen dùng sổ tay điện tử; tối thiểu 60% ao sen có bản đồ số.',
        '',
        '- Tỷ lệ hạt sen bán trên mạng đạt trên 50%, 100% hợp tác xã có tài khoản.',
      ),
    ).toEqual([
      ['Hộ trồng sen dùng sổ tay điện tử', '=', 85, '%', false],
      ['Ao sen có bản đồ số', '>=', 60, '%', false],
      ['Tỷ lệ hạt sen bán trên mạng', '>', 50, '%', false],
      ['Hợp tác xã có tài khoản', '=', 100, '%', false],
    ]);
  });

  it('a value may stand behind a colon, go on about the value before it, or count inside a share', () => {
    expect(
      targetsOf(
        '## I. CHỈ TIÊU',
        '',
        '- Tỷ lệ đơn mua sen qua mạng: 90%.',
        '',
        '- Trên 50% hộ có bản đồ ao vào cuối năm 2026; đến năm 2030 đạt 80%.',
        '',
        '- 100% xã có ít nhất 01 vườn sen.',
      ),
    ).toEqual([
      ['Tỷ lệ đơn mua sen qua mạng', '=', 90, '%', false],
      ['Hộ có bản đồ ao', '>', 50, '%', false],
      ['Hộ có bản đồ ao', '=', 80, '%', false],
      ['Xã có ít nhất 01 vườn sen', '=', 100, '%', false],
    ]);
  });

  it('a work that is to be complete within a year is a target inside its sentence', () => {
    expect(
      targetsOf(
        '## I. CHỈ TIÊU',
        '',
        '- Vẽ bản đồ ít nhất 40% ao sen, tạo tiền đề hoàn thành toàn bộ việc vẽ bản đồ ao trong năm 2027.',
      ),
    ).toEqual([
      ['Vẽ bản đồ ao sen', '>=', 40, '%', false],
      ['Hoàn thành toàn bộ việc vẽ bản đồ ao', '=', 100, '%', true],
    ]);
  });

  it('an item without a number is a target in words, a mere count is its value', () => {
    expect(
      targetsOf(
        '## II. CHỈ TIÊU CỤ THỂ',
        '',
        '- Hình thành chợ sen trực tuyến của tỉnh.',
        '',
        '- Xây dựng 01 khu trưng bày sen số.',
      ),
    ).toEqual([
      ['Hình thành chợ sen trực tuyến của tỉnh', 'qualitative', null, null, false],
      ['Xây dựng khu trưng bày sen số', '=', 1, 'khu', false],
    ]);
  });

  it('takes time and striving from the sentence above the list, then from the heading, then from the plan', () => {
    const { targets } = readLines(
      ...HEAD,
      '## I. MỤC TIÊU',
      '',
      '### 1. Mục tiêu cụ thể đến năm 2030',
      '',
      '- 90% ao sen có cảm biến.',
      '',
      'Phấn đấu đến hết năm 2027:',
      '',
      '- 70% hộ bán sen qua mạng.',
      '',
      '### 2. Mục tiêu khác',
      '',
      '- 50% lớp học có vườn sen.',
    );
    expect(targets.map(({ period, aspirational }) => [period?.end, aspirational])).toEqual([
      ['2030-12-31', false],
      ['2027-12-31', true],
      ['2026-12-31', false],
    ]);
  });
});

describe('the sentence above a list', () => {
  it('gives its own time to the list, and not that of the sentences before it', () => {
    const { targets } = readLines(
      ...HEAD,
      '## I. PHƯƠNG HƯỚNG',
      '',
      '### 1. Mục tiêu giai đoạn 2027 - 2028 (đến năm 2028)',
      '',
      'Giữ vững các kết quả trồng sen giai đoạn 2024 - 2026. Phấn đấu hoàn thành 02 chỉ tiêu còn lại, cụ thể:',
      '',
      '- 75% hộ trồng sen bán hàng qua mạng.',
    );
    expect(targets.map(({ value, period }) => [value, period?.start, period?.end])).toEqual([
      [75, '2027-01-01', '2028-12-31'],
    ]);
  });
});

describe('values elsewhere in the text', () => {
  it('inside a task are embedded, in what an agency must do they are its targets, in results they are none', () => {
    const { targets } = readLines(
      ...HEAD,
      '## I. KẾT QUẢ ĐẠT ĐƯỢC',
      '',
      '- 40% ao sen đã có bản đồ số.',
      '',
      '## II. NHIỆM VỤ',
      '',
      '- Kéo cáp quang đến 100% làng sen.',
      '',
      '## III. TỔ CHỨC THỰC HIỆN',
      '',
      '### 1. Sở Nông nghiệp và Môi trường',
      '',
      'a) Đảm bảo 80% hộ trồng sen được tập huấn.',
    );
    expect(targets.map(({ value, embedded, leadAgencies }) => [value, embedded, leadAgencies])).toEqual([
      [100, true, []],
      [80, false, ['Sở Nông nghiệp và Môi trường']],
    ]);
  });
});

describe('a table of targets', () => {
  it('with a baseline: "Duy trì" keeps its level, a bare number takes the unit of its neighbour', () => {
    const { targets } = readLines(
      ...HEAD,
      '**Phụ lục II**',
      '',
      '**3. Hạ tầng sen**',
      '',
      'STT\tTên chỉ số\tHiện trạng 2025\tPhấn đấu năm 2026\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành',
      '1\tTỷ lệ ao có cảm biến\t100%\tDuy trì\tSở KH&CN tham mưu, trình ký\tCác Sở, ngành tỉnh\tThường xuyên',
      '2\tTỷ lệ hộ có cáp quang\t88.66\tTối thiểu 90%\tSở KH&CN; UBND xã, phường\tSở Tài chính\tQuý II/2026',
      '3\tĐiều lệ hội trồng sen\tĐã ban hành\tDuy trì\tSở Nội vụ\t\tTháng 10/2026',
    );
    expect(targets).toMatchObject([
      {
        indicatorCode: '3.1',
        comparator: 'maintain',
        value: 100,
        unit: '%',
        aspirational: true,
        leadAgencies: ['Sở Khoa học và Công nghệ'],
        leadNote: 'tham mưu, trình ký',
        deadline: { kind: 'ongoing' },
        period: { kind: 'year', end: '2026-12-31' },
      },
      {
        comparator: '>=',
        value: 90,
        baseline: { value: 88.66, unit: '%', period: '2025' },
        deadline: { kind: 'quarter', end: '2026-06-30' },
      },
      { comparator: 'maintain', value: null, baseline: { raw: 'Đã ban hành', value: null } },
    ]);
  });

  it('with phases repeats the last value that there is; a dash is no zero', () => {
    const [first, second] = readLines(
      ...HEAD,
      '**Phụ lục I**',
      '',
      '| STT | Chỉ tiêu | Giai đoạn | | Cơ quan chủ trì |',
      '|---|---|---|---|---|',
      '| | | 2026 - 2027 | 2028 - 2030 | |',
      '| 1 | Tỷ lệ ao có bản đồ | - | 50% | Sở KH&CN |',
      '| 2 | Tỷ lệ hộ bán qua mạng | 90% | Duy trì 90% | Sở Công Thương |',
    ).targets;
    expect(first).toMatchObject({
      value: 50,
      period: { kind: 'range', start: '2026-01-01', end: '2030-12-31' },
      phases: [
        { label: '2026-2027', comparator: null, value: null },
        { label: '2028-2030', comparator: '=', value: 50 },
      ],
    });
    expect(second).toMatchObject({ comparator: 'maintain', value: 90 });
  });

  it('with yearly results holds them against the plan of the whole term', () => {
    const [target] = readLines(
      ...HEAD,
      '**Phụ lục I**',
      '',
      'STT\tTên chỉ tiêu\tKết quả thực hiện\t\t\tMục tiêu\t\tGhi chú (Khả năng đạt)',
      '\t\tKH 5 năm 2021 - 2025\tNăm 2022\tNăm 2023\tSo với KH 5 năm\tKH năm 2025\t',
      '1\tHộ có sổ tay điện tử\tTrên 60%\t41,5%\t63%\tVượt\tDuy trì trên 60%\tVượt',
    ).targets;
    expect(target).toMatchObject({
      comparator: '>',
      value: 60,
      actuals: [
        { label: '2022', value: 41.5 },
        { label: '2023', value: 63 },
      ],
      plannedValues: [{ label: '2025', comparator: 'maintain', value: 60 }],
      statusVsPlan: 'Vượt',
      outlook: 'Vượt',
    });
  });

  it.each([
    ['| TT | Nội dung | Chỉ tiêu | Đơn vị chủ trì |', '| 1 | Ao sen có bản đồ | 75% | Sở Y tế |'],
    ['| TT | Chỉ tiêu | Chỉ tiêu 2026 | Đơn vị chủ trì |', '| 1 | Ao sen có bản đồ | 75% | Sở Y tế |'],
    ['| TT | Mục tiêu | Năm 2026 | Đơn vị chủ trì |', '| 1 | Ao sen có bản đồ | 75% | Sở Y tế |'],
    [
      '| TT | Tên chỉ tiêu | Kế hoạch năm 2026 | Cơ quan theo dõi |',
      '| 1 | Ao sen có bản đồ | 75% | Sở Y tế |',
    ],
  ])('is known by the words of its header: %s', (header, row) => {
    expect(readLines(...HEAD, '**Phụ lục I**', '', header, '|---|---|---|---|', row).targets).toMatchObject([
      { name: 'Ao sen có bản đồ', value: 75, unit: '%', leadAgencies: ['Sở Y tế'] },
    ]);
  });

  it('takes the unit from its own column', () => {
    const [target] = readLines(
      ...HEAD,
      '**Phụ lục I**',
      '',
      '| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026 |',
      '|---|---|---|---|---|',
      '| 1 | Số lớp dạy trồng sen | lớp/năm | 12 | 1.250 |',
    ).targets;
    expect(target).toMatchObject({
      value: 1250,
      unit: 'lớp/năm',
      baseline: { value: 12, unit: 'lớp/năm', period: '2025' },
    });
  });
});
