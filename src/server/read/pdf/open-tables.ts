import { isOrderHeader } from '#core/plan-reading/tables/table-rows.ts';
import { cleanWords } from '#server/read/source/clean-words.ts';
import { textOfLine, type TextLine } from './text-lines.ts';

/** White space between columns, from its left to its right edge. */
export interface River {
  readonly from: number;
  readonly to: number;
}

/** A table without ruling lines: how many lines it has, and the white space between its columns. */
export interface OpenTable {
  readonly count: number;
  readonly rivers: readonly River[];
}

// The white space beside the words of a cell, on both sides: no font has spaces as wide.
const NARROWEST = 6;
const NARROWEST_OF_SIZE = 0.55;
const LEAST_RIVERS = 3;
const LEAST_LINES = 4;
const MOST_HEADER_LINES = 3;
const MOST_LOST = 0.3;
const GROUP = /^(?:[IVX]+|[A-H])[.)]?\s+\p{Lu}/u;

/** What is left of white space when the words of a line stand in it. */
const withoutWords = (rivers: readonly River[], { words, size }: TextLine): readonly River[] => {
  const pieces = words.reduce<readonly River[]>(
    (left, word) =>
      left.flatMap((river) => {
        if (word.right <= river.from || word.left >= river.to) return [river];
        return [
          { from: river.from, to: word.left },
          { from: word.right, to: river.to },
        ];
      }),
    rivers,
  );
  const narrowest = Math.max(NARROWEST, size * NARROWEST_OF_SIZE);
  return pieces.filter(({ from, to }) => to - from >= narrowest);
};

/** "STT Chỉ tiêu …": the first word stands apart. */
const isOrderLine = ({ words: [first, second] }: TextLine): boolean =>
  first !== undefined &&
  second !== undefined &&
  isOrderHeader(cleanWords(first.text)) &&
  second.left - first.right >= NARROWEST;

const LEADING_OF_ROWS = 3.2;
const LEADING_OF_HEADER = 1.6;

const isNear = (above: TextLine, line: TextLine, leading: number): boolean =>
  line.base - above.base < above.size * leading;

/** The heading of a group of rows runs over all columns, and the rows go on below it. */
const isGroup = (line: TextLine, below: TextLine | undefined, rivers: readonly River[]): boolean =>
  below !== undefined &&
  GROUP.test(cleanWords(textOfLine(line))) &&
  withoutWords(rivers, below).length >= rivers.length * (1 - MOST_LOST);

/** The lines from the heading of the numbers on that leave the white space between the columns free. */
const readDown = (lines: readonly TextLine[], order: number, edge: number): OpenTable => {
  let rivers: readonly River[] = [{ from: edge, to: Infinity }];
  let count = 0;
  for (let line = lines[order]; line; line = lines[order + count]) {
    const above = lines[order + count - 1];
    if (above && count > 0 && !isNear(above, line, LEADING_OF_ROWS)) break;
    const left = withoutWords(rivers, line);
    const isRow = count === 0 || left.length >= rivers.length * (1 - MOST_LOST);
    if (!isRow && !isGroup(line, lines[order + count + 1], rivers)) break;
    if (isRow) rivers = left;
    count += 1;
  }
  return { count, rivers: rivers.filter(({ to }) => Number.isFinite(to)) };
};

/** Finds a table without ruling lines that begins in this line: a column of numbers, and white space that no line crosses. */
export const findOpenTable = (lines: readonly TextLine[], from: number): OpenTable | undefined => {
  const ahead = lines.slice(from, from + MOST_HEADER_LINES);
  const order = ahead.findIndex(isOrderLine);
  const edge = ahead[order]?.words[0]?.right;
  if (edge === undefined) return undefined;
  const { count, rivers } = readDown(lines, from + order, edge);
  if (count < LEAST_LINES || rivers.length < LEAST_RIVERS) return undefined;
  // The other headings may begin above that of the numbers.
  const isHeader = ahead
    .slice(0, order)
    .every(
      (line, index) =>
        line.left > edge &&
        isNear(line, ahead[index + 1] ?? line, LEADING_OF_HEADER) &&
        withoutWords(rivers, line).length === rivers.length,
    );
  return isHeader ? { count: order + count, rivers } : undefined;
};
