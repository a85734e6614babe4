import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
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

  it('speaks of an office itself in its own report, and of all in that of the province', () => {
    const tasks = [task({ difficulties: 'thiếu kinh phí' })];
    expect(ownReport(tasks)).toContain('Sở Tư pháp tập trung hoàn thành 01 nhiệm vụ quá hạn');
    expect(ownReport(tasks)).not.toContain('các cơ quan, đơn vị phản ánh');
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
