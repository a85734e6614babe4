import type { SourceBlock, SourceCell, SourceRow, SourceTable } from './source-block.ts';
import { countHeaderRows, settleColumns } from './table-columns.ts';

/** A document as text, and for each of its lines the place in the file; null for lines between. */
export interface WrittenSource {
  readonly text: string;
  readonly places: readonly (number | null)[];
}

interface WrittenLine {
  readonly text: string;
  readonly place: number | null;
}

const BLANK: WrittenLine = { text: '', place: null };
const MERGED_WITH_ABOVE = '^^';
const HEAD_OR_FOOT = /CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN|nơi\s+nhận\s*:|(?:TM|KT|TL|TUQ)\.\s/iu;
const MOST_LAYOUT_COLUMNS = 3;
const MOST_LAYOUT_ROWS = 8;

const isFilled = ({ lines }: SourceCell): boolean => lines.some((line) => line !== '');

const linesOf = (row: SourceRow): readonly string[] =>
  row.cells.flatMap(({ lines }) => lines).filter((line) => line !== '');

/** A table that only puts words side by side: the head of a letter, its signature, a frame around words. */
const isLayout = (rows: readonly SourceRow[]): boolean => {
  const width = rows[0]?.cells.length ?? 0;
  if (width <= 1) return true;
  if (width > MOST_LAYOUT_COLUMNS || rows.length > MOST_LAYOUT_ROWS) return false;
  return rows.some((row) => linesOf(row).some((line) => HEAD_OR_FOOT.test(line)));
};

const writeCell = (cell: SourceCell, inHeader: boolean, showsBold: boolean): string => {
  if (cell.continues) return inHeader ? '' : MERGED_WITH_ABOVE;
  const lines = cell.lines.filter((line) => line !== '');
  const words = lines.join('<br>').replaceAll('|', '\\|');
  return showsBold && cell.isBold && words !== '' ? `**${words}**` : words;
};

/** Emphasis says something only in a row with few words: there it tells a heading within the table. */
const writeRow = ({ cells, place }: SourceRow, inHeader: boolean): WrittenLine => {
  const showsBold = !inHeader && cells.filter(isFilled).length <= 2;
  const written = cells.map((cell) => writeCell(cell, inHeader, showsBold));
  return { text: `| ${written.join(' | ')} |`.replace(/ {2,}/gu, ' '), place };
};

const writeLine = (text: string, place: number): WrittenLine => ({
  // A bar at both ends would make a table of the words.
  text: text.startsWith('|') ? `\\${text}` : text,
  place,
});

const paragraphsOf = (rows: readonly SourceRow[]): readonly WrittenLine[] =>
  rows.flatMap((row) => linesOf(row).flatMap((line) => [writeLine(line, row.place), BLANK]));

const writeTable = ({ rows: laidOut }: SourceTable): readonly WrittenLine[] => {
  const rows = settleColumns(laidOut.filter(({ cells }) => cells.some(isFilled)));
  if (isLayout(rows)) return paragraphsOf(rows);
  // A first row with one cell over all columns is the title of the table, above it.
  const titles = rows.findIndex(({ cells }) => (cells[0]?.columns ?? 0) < cells.length);
  const table = rows.slice(Math.max(titles, 0));
  const header = countHeaderRows(table);
  const rule = `|${'---|'.repeat(table[0]?.cells.length ?? 0)}`;
  return [
    ...paragraphsOf(rows.slice(0, Math.max(titles, 0))),
    ...table.slice(0, header).map((row) => writeRow(row, true)),
    { text: rule, place: null },
    ...table.slice(header).map((row) => writeRow(row, false)),
    BLANK,
  ];
};

const LONGEST_HEADING = 250;

const writeBlock = (block: SourceBlock): readonly WrittenLine[] => {
  if (block.kind === 'table') return writeTable(block);
  if (block.kind === 'footnote') {
    return [writeLine(`<sup>${block.number}</sup> ${block.text}`, block.place), BLANK];
  }
  const lines = block.lines.filter((line) => line !== '');
  const isHeading = block.level !== null && lines.length > 0 && lines.join(' ').length <= LONGEST_HEADING;
  if (isHeading) {
    return [writeLine(`${'#'.repeat(Math.min(block.level, 6))} ${lines.join(' ')}`, block.place), BLANK];
  }
  return lines.length === 0 ? [] : [...lines.map((line) => writeLine(line, block.place)), BLANK];
};

/**
 * Writes what a document holds as the text that plans are read from: paragraphs between blank lines, headings with
 * marks of Markdown, tables as rows between bars (`^^` is one with the cell above), footnotes on lines of their own.
 */
export const writeSource = (blocks: readonly SourceBlock[]): WrittenSource => {
  const lines = blocks.flatMap(writeBlock);
  return { text: lines.map(({ text }) => text).join('\n'), places: lines.map(({ place }) => place) };
};
