import { plainTextOf, type DocumentBlock, type DocumentTable, type RichText } from './official-document.ts';
import { textWidth } from './official-layout.ts';
import { columnWidths } from './table-columns.ts';

/** What stands below a table or a chart: how it was counted, and where its figures come from. */
export const linesBelow = ({
  note = null,
  source,
}: {
  readonly note?: string | null;
  readonly source: string | null;
}): readonly string[] => [
  ...(note === null ? [] : [`Ghi chú: ${note}.`]),
  ...(source === null ? [] : [`Nguồn: ${source}.`]),
];

/** Tables and charts of a text with their numbers before their captions: "Bảng 1. …", "Biểu đồ 1. …". */
export const numberCaptions = (blocks: readonly DocumentBlock[]): readonly DocumentBlock[] => {
  let tables = 0;
  let charts = 0;
  return blocks.map((block) => {
    if (block.kind === 'chart')
      return { ...block, caption: `Biểu đồ ${String((charts += 1))}. ${block.caption}` };
    if (block.kind !== 'table' || block.caption === null) return block;
    return { ...block, caption: `Bảng ${String((tables += 1))}. ${block.caption}` };
  });
};

// With its caption and its header some third of a page: what does not fit on one leaves so much of it empty.
const MOST_LINES = 8;
// A mean over Vietnamese text in the size of tables.
const MILLIMETRES_PER_LETTER = 2;

/** Whether a table is so short that it stands on one page: its last rows alone on the next would be read without the others. */
export const standsOnOnePage = ({ columns, rows }: DocumentTable): boolean => {
  const width = textWidth('portrait');
  const widths = columnWidths(columns, width);
  const linesOf = (text: RichText, available: number): number =>
    Math.ceil((plainTextOf(text).length * MILLIMETRES_PER_LETTER) / available);
  const lines = rows.map((row) =>
    row.kind === 'title'
      ? linesOf(row.title, width)
      : Math.max(...row.cells.map((cell, place) => linesOf(cell, widths[place] ?? width))),
  );
  return lines.reduce((total, one) => total + Math.max(1, one), 0) <= MOST_LINES;
};
