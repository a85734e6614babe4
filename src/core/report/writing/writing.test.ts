import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { linesBelow } from '#core/report/captions.ts';
import type { Issuer } from '#core/report/letterhead.ts';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { writeDifficultyAnswer, type DifficultyAnswerFacts } from './difficulty-answer.ts';
import { writeAgencyReport, writeProgressReport } from './progress-report.ts';
import { writeReminderLetter } from './reminder-letter.ts';
import { writeSelfAssessment } from './self-assessment.ts';
import type { TargetFact, TaskFact } from './task-facts.ts';

const textOf = ({ blocks, annexes }: OfficialDocument): string => JSON.stringify([blocks, annexes]);

const task = (members: Partial<TaskFact>): TaskFact => ({
  ...{ name: 'việc', plan: 'Kế hoạch A', leads: ['Sở Tư pháp'], coordinating: [], due: null, doneOn: null },
  ...{ lastDay: plainDate('2026-10-31'), state: 'overdue', percent: null },
  ...{ words: null, result: null, difficulties: null },
  ...members,
});

const FACTS = {
  ...{ province: 'Đồng Tháp', period: { kind: 'quarter', year: 2026, part: 4 } as const },
  ...{ asOf: plainDate('2026-11-29'), isWholeRegister: true, targets: [] },
  plans: [{ name: 'Kế hoạch A', subject: null }],
};

const reportOn = (tasks: readonly TaskFact[]) =>
  textOf(writeProgressReport({ kind: 'progress-report', ...FACTS, tasks }, null));

const ownReport = (tasks: readonly TaskFact[]) =>
  textOf(
    writeAgencyReport(
      {
        ...{ kind: 'agency-report', ...FACTS, tasks },
        agency: { name: 'Sở Tư pháp', kind: 'department', abbreviation: 'STP' },
      },
      null,
    ),
  );

describe('a report on tasks', () => {
  it('does not demand what was reported as done, and says that it waits for the confirmation', () => {
    const told = ownReport([
      task({}),
      task({ isToldDone: true, percent: '100', words: 'Đã số hóa.', result: '12 hồ sơ' }),
      task({ state: 'in-progress', lastDay: plainDate('2027-01-31'), isToldDone: true }),
    ]);
    expect(told).toContain('01 nhiệm vụ trong hạn (đã báo cáo hoàn thành, chờ xác nhận)');
    expect(told).toContain('01 nhiệm vụ quá hạn, chưa có báo cáo hoàn thành, chiếm 33,3%');
    expect(told).toContain('01 nhiệm vụ quá hạn, đã báo cáo hoàn thành, chờ xác nhận');
    expect(told).toContain('100%. Đã số hóa. 12 hồ sơ');
    expect(told).toContain('Quá hạn; đã báo cáo hoàn thành, chờ xác nhận');
    expect(told).not.toContain('Hoàn thành 01 nhiệm vụ đến hạn');
  });

  it('says that tasks of several agencies count at each of them, and counts those of nobody too', () => {
    const tasks = [
      task({ leads: ['Sở A', 'Sở B'] }),
      task({ leads: ['Sở B'], state: 'completed-on-time' }),
      task({ leads: [] }),
    ];
    const { blocks } = writeProgressReport({ kind: 'progress-report', ...FACTS, tasks }, null);
    const [table] = blocks.filter((block) => block.kind === 'table');
    expect(table?.caption).toBe('Bảng 1. Nhiệm vụ theo cơ quan chủ trì');
    expect(table && linesBelow(table)).toEqual([
      'Ghi chú: nhiệm vụ do nhiều cơ quan chủ trì được tính ở từng cơ quan; dòng tổng số tính mỗi nhiệm vụ một lần.',
    ]);
    expect(table?.rows.map((row) => (row.kind === 'title' ? row : row.cells.slice(1, 3)))).toEqual([
      ...[
        ['Sở A', '1'],
        ['Sở B', '2'],
        ['Chưa xác định cơ quan chủ trì', '1'],
        ['Tổng số nhiệm vụ', '3'],
      ],
    ]);
    const [chart] = blocks.filter((block) => block.kind === 'chart');
    expect(chart).toMatchObject({ categories: ['Sở B', 'Sở A'], source: 'Bảng 1' });
    // Each state keeps its colour, also where no task is in one of them.
    expect(chart?.series.map(({ name }) => name)).toEqual(['Hoàn thành', 'Quá hạn', 'Trong hạn']);
    expect(reportOn([task({ leads: ['Sở A'] }), task({ leads: ['Sở B'] })])).not.toContain('Ghi chú');
  });

  it('compares in a chart only agencies of which there is something to see', () => {
    const undated = { lastDay: null, state: 'not-yet-due' } as const;
    const told = reportOn([task({ leads: ['Sở A'] }), task({ leads: ['Sở B'], ...undated })]);
    expect(told).not.toContain('Biểu đồ');
  });

  it('on a document that is no plan is about the work that it names', () => {
    const plans = [{ name: 'Báo cáo số 07-BC/BCSD ngày 15/02/2024', subject: 'Kết quả chuyển đổi số' }];
    const { head, blocks } = writeProgressReport(
      { kind: 'progress-report', ...FACTS, isWholeRegister: false, plans, tasks: [task({})] },
      null,
    );
    expect(head.subject).toBe(
      'Kết quả thực hiện nhiệm vụ, chỉ tiêu nêu tại Báo cáo số 07-BC/BCSD ngày 15/02/2024 trong quý IV năm 2026',
    );
    expect(JSON.stringify(blocks[0])).toContain('ngày 15/02/2024 về kết quả chuyển đổi số, Ủy ban');
    const two = [...plans, { name: 'Kế hoạch A', subject: null }];
    const all = writeProgressReport(
      {
        ...{ kind: 'progress-report', ...FACTS, plans: two },
        tasks: [task({}), task({ plan: two[0]?.name ?? '' })],
      },
      null,
    );
    expect(textOf(all)).toContain('Nhiệm vụ theo văn bản');
  });

  it('compares a period that is not over with the same days of the year before', () => {
    const done = (day: string) => task({ state: 'completed-on-time', doneOn: plainDate(day) });
    const tasks = [done('2026-11-02'), done('2025-10-15'), done('2025-11-29'), done('2025-12-30')];
    expect(reportOn(tasks)).toContain(
      'Trong quý IV năm 2026, 01 nhiệm vụ được hoàn thành, giảm 01 nhiệm vụ so với cùng kỳ năm trước (02 nhiệm vụ).',
    );
  });

  it('says year and province once', () => {
    const name = 'Kế hoạch chuyển đổi số tỉnh Đồng Tháp năm 2026';
    const { head, blocks } = writeProgressReport(
      {
        ...{ kind: 'progress-report', ...FACTS, isWholeRegister: false, tasks: [task({})] },
        ...{ plans: [{ name, subject: null }], period: { kind: 'year', year: 2026 } },
      },
      null,
    );
    expect(head.subject).toBe(`Kết quả thực hiện ${name}`);
    expect(blocks.at(-1)).toMatchObject({ text: `Trên đây là báo cáo kết quả thực hiện ${name}./.` });
  });

  it('parts names that have commas of their own by semicolons', () => {
    const told = reportOn([
      ...['Các sở, ban, ngành tỉnh', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở A'].map((lead) =>
        task({ leads: [lead] }),
      ),
    ]);
    expect(told).toContain(
      'các sở, ban, ngành tỉnh (01 nhiệm vụ); Sở Văn hóa, Thể thao và Du lịch (01 nhiệm vụ) và Sở A (01 nhiệm vụ).',
    );
  });

  it('judges targets by their figures, says among how many, and has no sentence on those without', () => {
    const target = (members: Partial<TargetFact>): TargetFact => ({
      ...{ name: 'tỷ lệ hồ sơ trực tuyến.', plan: 'Kế hoạch A', leads: [], wanted: 'tối thiểu 80%' },
      ...{ comparator: '>=', value: '80', unit: '%', actual: null },
      ...members,
    });
    const told = (...targets: readonly TargetFact[]) =>
      textOf(writeProgressReport({ kind: 'progress-report', ...FACTS, targets, tasks: [task({})] }, null));
    expect(told(target({}))).not.toMatch(/chỉ tiêu có số liệu|chưa có số liệu/u);
    const actual = { value: '57.6', period: 'năm 2026' };
    expect(told(target({}), target({ actual }))).toContain(
      'Trong tổng số 02 chỉ tiêu, 01 chỉ tiêu có số liệu để so sánh với mức phấn đấu: 01 chỉ tiêu chưa đạt.',
    );
    // In the annex cells begin with a capital and end without a mark; words that say the target itself stand once.
    expect(told(target({ actual }))).toContain(
      '["1","Tỷ lệ hồ sơ trực tuyến","","Tối thiểu 80%","57,6% (năm 2026)","Chưa đạt"]',
    );
    const worded = { name: 'Xây dựng trung tâm', wanted: 'Xây dựng trung tâm', value: null };
    expect(told(target(worded))).toContain('"Theo nội dung chỉ tiêu"');
  });

  it('names a city that is run from the centre as what it is', () => {
    const ofCity = { ...FACTS, province: 'Đà Nẵng', provinceKind: 'city' } as const;
    const report = writeProgressReport({ kind: 'progress-report', ...ofCity, tasks: [task({})] }, null);
    expect(report.head.issuingBody).toEqual(['Ủy ban nhân dân', 'thành phố Đà Nẵng']);
    expect(report.recipients.slice(0, 3)).toEqual([
      'Thường trực Thành ủy; Thường trực HĐND thành phố',
      'Chủ tịch và các Phó Chủ tịch UBND thành phố',
      'Các sở, ban, ngành thành phố',
    ]);
    const letter = writeReminderLetter(
      { kind: 'reminder-letter', ...ofCity, tasks: [task({})], answerBy: plainDate('2026-12-10') },
      null,
    );
    expect(JSON.stringify([report, letter])).not.toMatch(/tỉnh/iu);
  });

  it('of a commune speaks of a locality, of an agency of an office', () => {
    const openingOf = (agency: Issuer) => {
      const report = writeAgencyReport({ kind: 'agency-report', ...FACTS, tasks: [task({})], agency }, null);
      return JSON.stringify(report.blocks[0]);
    };
    const abbreviation = null;
    expect(openingOf({ name: 'Phường Cao Lãnh', kind: 'ward', abbreviation })).toContain(
      'do địa phương chủ trì',
    );
    expect(openingOf({ name: 'Sở Tư pháp', kind: 'department', abbreviation })).toContain(
      'do cơ quan chủ trì',
    );
  });

  it('sends the report of the agency that puts reports together to the committee alone', () => {
    const agency = {
      name: 'Sở Khoa học và Công nghệ',
      kind: 'department',
      abbreviation: 'Sở KH&CN',
    } as const;
    const { addressees, blocks } = writeAgencyReport(
      { kind: 'agency-report', ...FACTS, tasks: [task({})], agency },
      null,
    );
    expect(addressees).toEqual(['Ủy ban nhân dân tỉnh Đồng Tháp']);
    expect(blocks.at(-1)).toMatchObject({
      text: 'Trên đây là báo cáo của Sở Khoa học và Công nghệ; kính gửi Ủy ban nhân dân tỉnh tổng hợp./.',
    });
  });

  it('speaks of an office itself in its own report, and of all in that of the province', () => {
    const raised = [{ organization: 'Sở Y tế', words: 'thiếu người;' }];
    const tasks = [task({ difficulties: 'thiếu kinh phí.', raised })];
    expect(ownReport(tasks)).toContain('"Thiếu kinh phí (nhiệm vụ: việc)."');
    expect(reportOn(tasks)).toContain('"Sở Tư pháp: Thiếu kinh phí (nhiệm vụ: việc)."');
    expect(reportOn(tasks)).toContain('"Sở Y tế: Thiếu người (nhiệm vụ: việc)."');
    expect(ownReport(tasks)).toContain('Sở Tư pháp tập trung hoàn thành 01 nhiệm vụ quá hạn');
    expect(ownReport(tasks)).not.toContain('các cơ quan, đơn vị phản ánh');
    expect(ownReport(tasks)).toContain('Tồn tại, hạn chế và nguyên nhân');
    expect(ownReport([task({})])).toContain('"Tồn tại, hạn chế"');
    expect(reportOn(tasks)).toContain('Các cơ quan, đơn vị tập trung hoàn thành 01 nhiệm vụ quá hạn');
  });
});

describe('an answer to a difficulty', () => {
  const answerOf = (members: Partial<DifficultyAnswerFacts>) =>
    writeDifficultyAnswer(
      {
        ...{ kind: 'difficulty-answer', province: 'Đồng Tháp', asOf: plainDate('2026-11-29') },
        ...{ organization: 'Sở Tư pháp', raisedOn: plainDate('2026-11-20') },
        about: { kind: 'task', name: 'Số hóa hồ sơ' },
        ...{ words: 'Thiếu người', suggestion: null, answer: 'Đồng ý', document: null },
        ...members,
      },
      null,
    );
  const linesOf = ({ blocks }: OfficialDocument) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).slice(1, -1);

  it('ends each line as it was meant to go on', () => {
    const letter = answerOf({
      words: 'Thiếu kinh phí, gồm:\n- máy chủ\n- đường truyền',
      suggestion: 'Đề nghị bổ sung dự toán;\nDùng chung hạ tầng',
      answer: 'Đồng ý. Các bước sau:\n1. Lập dự toán.\n2. Trình duyệt;',
    });
    expect(linesOf(letter)).toEqual([
      ...['Thiếu kinh phí, gồm:', '- máy chủ;', '- đường truyền.'],
      ...['Đề xuất, kiến nghị: Bổ sung dự toán;', 'Dùng chung hạ tầng.'],
      'Về việc này, Ủy ban nhân dân tỉnh có ý kiến như sau:',
      ...['Đồng ý. Các bước sau:', '1. Lập dự toán.', '2. Trình duyệt.'],
    ]);
  });

  it('says whose answer it is where another organization gave it, and lets that one know', () => {
    const letter = answerOf({ answeredBy: 'Sở Nội vụ' });
    expect(linesOf(letter)[1]).toBe(
      'Về việc này, Ủy ban nhân dân tỉnh thông báo ý kiến của Sở Nội vụ như sau:',
    );
    expect(letter.recipients).toEqual([
      ...['Như trên', 'Chủ tịch và các Phó Chủ tịch UBND tỉnh', 'Sở Khoa học và Công nghệ', 'Sở Nội vụ'],
      'Lưu: VT, KGVX',
    ]);
  });
});

it('a self-assessment names each of its annexes, and orders nobody in a report to a ministry', () => {
  const component = (code: string, low: string, lead: string) => ({
    ...{ code, name: `Chỉ số ${code}`, groupCode: '1', maximum: '10', points: { low, high: low } },
    ...{ current: null, cause: null, remedy: null, remark: null, leads: [lead], coordinating: [] },
    ...{ target: 'Duy trì', due: null },
  });
  const points = { low: '9', high: '9' };
  const paper = writeSelfAssessment(
    {
      ...{ kind: 'self-assessment', province: 'Đà Nẵng', provinceKind: 'city', year: 2025, nextYear: 2026 },
      ...{ decision: null, maximum: '20', points, goal: null, published: null, simulated: false },
      snapshot: { name: 'Số liệu', takenAt: '' },
      groups: [{ code: '1', name: 'Nhận thức số', maximum: '20', points }],
      components: [component('1.1', '4', 'Sở A'), component('1.2', '5', 'Sở B')],
    },
    null,
  );
  const told = JSON.stringify(paper.blocks);
  for (const [place] of paper.annexes.entries()) {
    expect(told).toMatch(new RegExp(`Phụ lục ${'I'.repeat(place + 1)}(?!I)`, 'u'));
  }
  expect(told).toContain('Ủy ban nhân dân thành phố chỉ đạo Sở A và Sở B chủ trì khắc phục');
  expect(told).not.toContain('Giao ');
  expect(JSON.stringify(paper)).not.toMatch(/(?<!cấp )tỉnh/iu);
});
