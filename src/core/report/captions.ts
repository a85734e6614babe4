import { plainTextOf, type DocumentBlock, type DocumentTable } from './official-document.ts';

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

// Together no more than some third of a page: what does not fit on one leaves so much of it empty.
const MOST_ROWS = 6;
const LONGEST_CELL = 90;

/** Whether a table is so short that it stands on one page: its last rows alone on the next would be read without the others. */
export const standsOnOnePage = ({ rows }: DocumentTable): boolean =>
  rows.length <= MOST_ROWS &&
  rows.every((row) =>
    (row.kind === 'title' ? [row.title] : row.cells).every(
      (cell) => plainTextOf(cell).length <= LONGEST_CELL,
    ),
  );
