import { cleanWords } from '#server/read/source/clean-words.ts';
import type { SourceCell, SourceRow } from '#server/read/source/source-block.ts';
import { findOpenTable, type River } from './open-tables.ts';
import { isDocumentTitle, opensItem } from './paragraphs.ts';
import type { PrintedWord } from './page-marks.ts';
import { joinWords, lineOf, splitLine, textOfLine, type TextLine } from './text-lines.ts';

/** A stretch of lines: running text, columns of text side by side, or a table without ruling lines. */
export type LineStretch =
  | { readonly kind: 'text'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'columns'; readonly columns: readonly (readonly TextLine[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly TextLine[])[])[] };

const NARROWEST_RIVER = 9;
const LEAST_ROWS_OF_TABLE = 3;

// The motto of the state or of the party stands in the right column of the head, however near the left one comes.
const MOTTO = /^.*\p{L}\s+(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN)/u;
const NARROWEST_OF_HEAD = 3;

const isHead = (line: TextLine): boolean => MOTTO.test(textOfLine(line));

const gapOf = (line: TextLine): number => (isHead(line) ? line.size * 0.7 : Math.max(line.size * 2, 20));

/** Only a number or a bullet stands left of the gap: an item of a list, no column. */
const isMarker = (part: TextLine | undefined): boolean =>
  part !== undefined && textOfLine(part).trim().length <= 5 && opensItem(`${textOfLine(part).trim()} X`);

const riversOf = (line: TextLine): readonly River[] => {
  const parts = splitLine(line, gapOf(line));
  if (parts.length < 2 || (parts.length === 2 && isMarker(parts[0]))) return [];
  return parts.slice(1).map((part, index) => ({ from: parts[index]?.right ?? 0, to: part.left }));
};

/** What is left of a river where this line runs beside it. */
const narrow = (rivers: readonly River[], { words }: TextLine, narrowest: number): readonly River[] =>
  rivers.flatMap((river) => {
    const inside = words.filter((word) => word.right > river.from && word.left < river.to);
    const middle = (river.from + river.to) / 2;
    const from = Math.max(
      river.from,
      ...inside.filter((w) => w.left < middle && w.right < river.to).map((w) => w.right),
    );
    const to = Math.min(river.to, ...inside.filter((w) => w.left >= middle).map((w) => w.left));
    const isCrossed = inside.some(
      (word) => (word.left < from && word.right > to) || (word.left < middle && word.right >= river.to),
    );
    return isCrossed || to - from < narrowest ? [] : [{ from, to }];
  });

const columnOf = (rivers: readonly River[], word: PrintedWord): number =>
  rivers.filter((river) => word.left >= river.to - 1).length;

const cut = (line: TextLine, rivers: readonly River[]): readonly (TextLine | undefined)[] =>
  Array.from({ length: rivers.length + 1 }, (_, column) => {
    const words = line.words.filter((word) => columnOf(rivers, word) === column);
    return words.length === 0 ? undefined : lineOf(words);
  });

/** A row begins where the first column has words; lines without any belong to the row above, or to the header. */
const toRows = (lines: readonly (readonly (TextLine | undefined)[])[]): LineStretch => {
  const rows: TextLine[][][] = [];
  let isHeader = true;
  for (const cells of lines) {
    const opensRow = cells[0] !== undefined && !(isHeader && rows.at(-1)?.[0]?.length === 0);
    isHeader &&= cells[0] === undefined;
    if (rows.length === 0 || opensRow) rows.push(cells.map(() => []));
    cells.forEach((cell, column) => cell && rows.at(-1)?.[column]?.push(cell));
  }
  return { kind: 'table', rows };
};

const toColumns = (lines: readonly (readonly (TextLine | undefined)[])[], count: number): LineStretch => ({
  kind: 'columns',
  columns: Array.from({ length: count }, (_, column) => lines.flatMap((cells) => cells[column] ?? [])),
});

/** How many lines from here on stand side by side, and the white space between them. */
const findSideBySide = (
  lines: readonly TextLine[],
  from: number,
): { readonly count: number; readonly rivers: readonly River[] } => {
  const first = lines[from];
  let rivers = first ? riversOf(first) : [];
  let count = rivers.length > 0 ? 1 : 0;
  const narrowest = first && isHead(first) ? NARROWEST_OF_HEAD : NARROWEST_RIVER;
  while (count > 0) {
    const [before, line] = [lines[from + count - 1], lines[from + count]];
    if (!before || !line || line.base - before.base > before.size * 3.2) break;
    const left = narrow(rivers, line, narrowest);
    // The title ends the head of a letter, though it may stand below one of its columns.
    if (left.length === 0 || isDocumentTitle(textOfLine(line))) break;
    rivers = left;
    count += 1;
  }
  return { count, rivers };
};

/** Parts lines into running text and what stands side by side. */
export const splitStretches = (lines: readonly TextLine[]): readonly LineStretch[] => {
  const stretches: LineStretch[] = [];
  let text: TextLine[] = [];
  const flush = (): void => {
    if (text.length > 0) stretches.push({ kind: 'text', lines: text });
    text = [];
  };
  for (let at = 0; at < lines.length;) {
    const open = findOpenTable(lines, at);
    const { count, rivers } = open ?? findSideBySide(lines, at);
    const line = lines[at];
    if (count === 0) {
      if (line) text.push(line);
      at += 1;
      continue;
    }
    flush();
    const cells = lines.slice(at, at + count).map((one) => cut(one, rivers));
    const isTable = open !== undefined || (rivers.length > 1 && count >= LEAST_ROWS_OF_TABLE);
    stretches.push(isTable ? toRows(cells) : toColumns(cells, rivers.length + 1));
    at += count;
  }
  flush();
  return stretches;
};

const toCell = (lines: readonly TextLine[]): SourceCell => ({
  lines: lines.length === 0 ? [] : [lines.map((line) => cleanWords(textOfLine(line))).reduce(joinWords)],
  isBold: lines.length > 0 && lines.every(({ isBold }) => isBold),
  columns: 1,
  continues: false,
});

/** The rows of a table without ruling lines. */
export const rowsOfColumns = (
  rows: readonly (readonly (readonly TextLine[])[])[],
  page: number,
): readonly SourceRow[] => rows.map((cells) => ({ place: page, cells: cells.map(toCell) }));
