import type { SourceLine } from '#core/plan-reading/text/source-lines.ts';
import { isEmptyRow, printedRow, type PrintedRow, type PrintedTable } from './table-rows.ts';

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim();

// No table of a plan is wider; each column is looked at by every register.
const MOST_CELLS = 400;

/** Whether a line is a row of a tab-separated table: a tab that only indents does not make one. */
export const isTabRow = (line: SourceLine): boolean => {
  const cells = line.raw.split('\t', MOST_CELLS + 1);
  if (cells.length < 2 || cells.length > MOST_CELLS) return false;
  return cells.length >= 3 || cells.every((cell) => cell.trim() !== '');
};

/** Whether a line is a row of a Markdown pipe table. */
export const isPipeRow = (line: SourceLine): boolean =>
  /^\|.*\|$/su.test(line.words) && line.words.split('|', MOST_CELLS + 3).length <= MOST_CELLS + 2;

/** Reads tab-separated lines that follow each other. */
export const readTabRows = (lines: readonly SourceLine[]): PrintedTable => ({
  layout: 'tabs',
  rows: lines.map((line) =>
    printedRow(line.number, line.raw.replace(/[\r\n]+$/u, '').split('\t'), collapse(line.raw)),
  ),
});

const isSeparator = (line: SourceLine): boolean => /^\|(?:\s*:?-+:?\s*\|)+$/u.test(line.words);

const splitPipes = (words: string): readonly string[] =>
  words
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());

const readPipeRow = (line: SourceLine): PrintedRow =>
  printedRow(
    line.number,
    splitPipes(line.words),
    collapse(line.words.replace(/^[\s|]+|(?<![\s|])[\s|]+$/gu, '')),
  );

/** Reads Markdown table lines that follow each other. A page break leaves a header of empty cells, which is dropped. */
export const readPipeRows = (lines: readonly SourceLine[]): PrintedTable => {
  const separator = lines.findIndex(isSeparator);
  const filled = (from: readonly SourceLine[]): readonly PrintedRow[] =>
    from
      .filter((line) => !isSeparator(line))
      .map(readPipeRow)
      .filter((row) => !isEmptyRow(row));
  const headerRows = separator > 1 ? filled(lines.slice(0, separator)).length : 0;
  // One row above the rule says nothing: Markdown allows no more, whatever the header was in print.
  return { layout: 'pipes', rows: filled(lines), ...(headerRows > 1 && { headerRows }) };
};

const HEAD_OR_FOOT =
  /CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN|Độc lập\s*[-–]\s*Tự do|nơi\s+nhận\s*:|(?:TM|T\/M|KT|TL|TUQ)\.\s/iu;
const MOST_LAYOUT_COLUMNS = 3;
const MOST_LAYOUT_ROWS = 12;

/** Whether rows only put words side by side: the head of a letter, or its receivers beside its signature. */
export const isLayout = (lines: readonly SourceLine[]): boolean =>
  lines.length <= MOST_LAYOUT_ROWS &&
  lines.some((line) => HEAD_OR_FOOT.test(line.words)) &&
  lines.every((line) => line.words.replace(/^\||\|$/gu, '').split(/[\t|]/u).length <= MOST_LAYOUT_COLUMNS);

const cellsOf = (line: SourceLine): readonly string[] =>
  line.raw.replace(/^\s*\||\|\s*$/gu, '').split(/\t|(?<!\\)\|/u);

const BREAK = /<br\s*\/?>/iu;

/** A line of such a layout as running text: its cells stand apart, as on paper; cells of several lines follow each other. */
export const withoutCells = (line: SourceLine): readonly SourceLine[] => {
  const at = (raw: string): SourceLine => ({ ...line, raw, words: raw.trim() });
  if (isSeparator(line)) return [at('')];
  const cells = cellsOf(line);
  if (!BREAK.test(line.raw)) return [at(cells.map((cell) => cell.trim()).join('    '))];
  return cells.flatMap((cell) => [...cell.split(BREAK).map((words) => at(words)), at('')]);
};
