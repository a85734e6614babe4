import { expect, test } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { type DirectiveTask, writeDirective } from './directive.ts';

const TASK: DirectiveTask = {
  name: 'hoàn thành kết nối dữ liệu với kho dữ liệu dùng chung.',
  ...{ finding: null, leads: ['Sở Tư pháp'], coordinating: [], due: 'trước ngày 20/12/2026' },
  expectedResult: null,
};
const directive = (tasks: readonly DirectiveTask[]) =>
  writeDirective({
    ...{ kind: 'inspection', docNumber: '45/KL-BCĐ', issueDate: plainDate('2026-11-20') },
    ...{ issuer: 'Ban Chỉ đạo chuyển đổi số tỉnh', subject: 'Kiểm tra chuyển đổi số năm 2026', tasks },
  });

test('each task stands on a line of its own, in the words of an official, with days read out of its due words', () => {
  const mend = {
    ...TASK,
    finding: 'Chưa bố trí cán bộ chuyên trách',
    coordinating: ['Sở Nội vụ'],
    due: 'Quý I',
  };
  const { text, reading } = directive([TASK, mend, { ...TASK, due: 'Khi có hướng dẫn' }]);
  const lines = text.split('\n');
  expect(reading.tasks.map(({ quote, line }) => lines[(line ?? 0) - 1] === quote)).toEqual([
    true,
    true,
    true,
  ]);
  expect(lines.at(-2)).toBe(
    '2. Phát hiện: Chưa bố trí cán bộ chuyên trách. Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ: hoàn thành kết nối dữ liệu với kho dữ liệu dùng chung. Thời hạn: Quý I.',
  );
  expect(reading.tasks).toMatchObject([
    {
      name: 'Hoàn thành kết nối dữ liệu với kho dữ liệu dùng chung',
      deadline: { end: '2026-12-20' },
      note: null,
    },
    { deadline: { kind: 'quarter', end: '2026-03-31' }, note: 'Phát hiện: Chưa bố trí cán bộ chuyên trách' },
    { deadline: { end: null, raw: 'Khi có hướng dẫn' } },
  ]);
  expect(reading.document).toMatchObject({ docNumber: '45/KL-BCĐ', year: 2026, isDraft: false });
});

test('the same entry is the same document to the last letter, so that a retry is known for one', () => {
  expect(directive([TASK])).toEqual(directive([TASK]));
});
