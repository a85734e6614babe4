import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { linesBelow } from '#core/report/captions.ts';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { writeDifficultyAnswer } from './difficulty-answer.ts';
import { writeAgencyReport, writeProgressReport } from './progress-report.ts';
import type { TaskFact } from './task-facts.ts';

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

it('an answer to a difficulty ends each line as it was meant to go on', () => {
  const letter = writeDifficultyAnswer(
    {
      ...{ kind: 'difficulty-answer', province: 'Đồng Tháp', asOf: plainDate('2026-11-29') },
      ...{ organization: 'Sở Tư pháp', raisedOn: plainDate('2026-11-20') },
      about: { kind: 'task', name: 'Số hóa hồ sơ' },
      words: 'Thiếu kinh phí, gồm:\n- máy chủ;\n- đường truyền',
      suggestion: 'Bổ sung dự toán;\nDùng chung hạ tầng',
      answer: 'Đồng ý. Các bước sau:\n1. Lập dự toán.\n2. Trình duyệt;',
      document: null,
    },
    null,
  );
  const lines = letter.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  expect(lines.slice(1, -1)).toEqual([
    ...['Thiếu kinh phí, gồm:', '- máy chủ;', '- đường truyền.'],
    ...['Đề xuất, kiến nghị: Bổ sung dự toán;', 'Dùng chung hạ tầng.'],
    'Về việc này, Ủy ban nhân dân tỉnh có ý kiến như sau:',
    ...['Đồng ý. Các bước sau:', '1. Lập dự toán.', '2. Trình duyệt.'],
  ]);
});
