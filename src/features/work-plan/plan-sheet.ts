import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { dayInFigures } from '#core/report/official-wording.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { BLANK_CELL, type SheetCell } from '#core/kernel/sheet.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import type { WorkPlan, WorkStep } from './contract.ts';

// The first columns are those that the page takes when rows are pasted, so that a saved plan can come back.
const COLUMNS = [
  { title: 'STT', width: 6 },
  { title: 'Việc cụ thể', width: 56 },
  { title: 'Bắt đầu', width: 13 },
  { title: 'Hạn', width: 13 },
  { title: 'Người thực hiện', width: 30 },
  { title: 'Kết quả dự kiến', width: 40 },
  { title: 'Giao cho cơ quan', width: 32 },
  { title: 'Trạng thái', width: 22 },
  { title: 'Ngày xong', width: 13 },
  { title: 'Nội dung khi xong', width: 40 },
] as const;

const text = (words: string | null): SheetCell =>
  words === null || words === '' ? BLANK_CELL : { kind: 'text', text: words };
const dayCell = (day: string | null): SheetCell =>
  day === null ? BLANK_CELL : text(dayInFigures(plainDate(day)));

const rowOf = (step: WorkStep, place: number, states: Readonly<Record<TaskState, string>>): SheetCell[] => [
  { kind: 'number', number: String(place + 1) },
  ...[text(step.name), dayCell(step.firstDay), dayCell(step.lastDay), text(step.assignee?.name ?? null)],
  ...[text(step.result), text(step.handedTo?.name ?? null), text(states[step.state])],
  ...[dayCell(step.doneOn), text(step.doneWords)],
];

/** A work plan as a workbook. Texts stay texts, so that none becomes a formula. */
export const writePlanSheet = (
  { organization, task, today, steps }: WorkPlan,
  states: Readonly<Record<TaskState, string>>,
): FileAnswer => {
  const head = [
    [text(`Kế hoạch thực hiện của ${organization.name}`)],
    [text(`Nhiệm vụ: ${task.name}`)],
    [text(`Ngày lập: ${dayInFigures(plainDate(today))}`)],
  ];
  const sheet = {
    ...{ name: 'Kế hoạch thực hiện', headRows: 1, choices: [], print: 'landscape' as const },
    widths: COLUMNS.map(({ width }) => width),
    rows: [
      COLUMNS.map(({ title }) => text(title)),
      ...steps.map((step, place) => rowOf(step, place, states)),
    ],
  };
  const about = { ...{ name: 'Nhiệm vụ', headRows: 0, choices: [], widths: [120] }, rows: head };
  return {
    name: `ke-hoach-thuc-hien-${organization.code.toLowerCase()}-${today}.xlsx`,
    mediaType: MEDIA_TYPES.xlsx,
    content: writeXlsx([sheet, about]),
  };
};
