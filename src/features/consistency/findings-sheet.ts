import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { dayInFigures } from '#core/report/official-wording.ts';
import type { FindingFact, FindingSideFact } from '#core/report/writing/finding-facts.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { BLANK_CELL, type SheetCell } from '#core/kernel/sheet.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';

/** A contradiction in words, with how it stands. */
export interface FindingRow extends FindingFact {
  readonly severityName: string;
  readonly state: string;
  readonly note: string;
}

const COLUMNS = [
  { title: 'STT', width: 6 },
  { title: 'Mức độ', width: 16 },
  { title: 'Loại', width: 28 },
  { title: 'Nội dung', width: 44 },
  { title: 'Văn bản', width: 32 },
  { title: 'Dòng', width: 8 },
  { title: 'Văn bản ghi', width: 36 },
  { title: 'Trích văn bản', width: 60 },
  { title: 'Nhận xét', width: 44 },
  { title: 'Đề nghị', width: 44 },
  { title: 'Cơ quan chủ trì', width: 32 },
  { title: 'Tình trạng', width: 14 },
  { title: 'Nội dung xử lý', width: 40 },
] as const;

const text = (words: string): SheetCell => (words === '' ? BLANK_CELL : { kind: 'text', text: words });
const number = (value: number | null): SheetCell =>
  value === null ? BLANK_CELL : { kind: 'number', number: String(value) };

// Every side on a row of its own, with all that is needed to sort and filter the rows.
const rowOf = (finding: FindingRow, side: FindingSideFact, place: number): readonly SheetCell[] => [
  number(place + 1),
  ...[finding.severityName, finding.kind, finding.subject, side.document].map(text),
  number(side.line),
  ...[side.says, side.quote, `${finding.explanation} ${finding.remark}`.trim(), finding.advice].map(text),
  ...[finding.leads.join('; '), finding.state, finding.note].map(text),
];

// What the list is narrowed to stands on a sheet of its own: the rows begin with their header, ready to be sorted.
const scopeSheet = (count: number, today: PlainDate, narrowedTo: readonly string[]) => ({
  ...{ name: 'Phạm vi', headRows: 0, choices: [], widths: [24, 80] },
  rows: [
    [text('Ngày lập'), text(dayInFigures(today))],
    [text('Số nội dung'), number(count)],
    ...(narrowedTo.length === 0 ? ['Tất cả nội dung'] : narrowedTo).map((words, place) => [
      text(place === 0 ? 'Phạm vi' : ''),
      text(words),
    ]),
  ],
});

/** The contradictions as a workbook, a row for each side. Texts stay texts, so that none becomes a formula. */
export const writeFindingsSheet = (
  findings: readonly FindingRow[],
  today: PlainDate,
  narrowedTo: readonly string[],
): FileAnswer => {
  const rows = findings.flatMap((finding, place) => finding.sides.map((side) => rowOf(finding, side, place)));
  const sheet = {
    ...{ name: 'Nội dung chưa thống nhất', headRows: 1, choices: [] },
    widths: COLUMNS.map(({ width }) => width),
    rows: [COLUMNS.map(({ title }) => text(title)), ...rows],
  };
  return {
    name: `noi-dung-chua-thong-nhat-${today}.xlsx`,
    mediaType: MEDIA_TYPES.xlsx,
    content: writeXlsx([sheet, scopeSheet(findings.length, today, narrowedTo)]),
  };
};
