import { cleanWords } from '#server/read/source/clean-words.ts';
import type { SourceCell, SourceRow } from '#server/read/source/source-block.ts';
import type { RuledCell, RuledTable } from './find-tables.ts';
import { isCutWord } from './cut-words.ts';
import { opensItem } from './paragraphs.ts';
import type { PrintedWord } from './page-marks.ts';
import { groupLines, joinWords, textOfLine, type TextLine } from './text-lines.ts';

const BULLET = /^[-–+•]\s/u;

// White space beside the words of a cell, in points.
const WIDEST_PADDING = 6;

/** Whether no further letter fits beside the words of a line. */
const isFull = ({ left, right, size }: TextLine, width: number): boolean =>
  right - left + size > width - WIDEST_PADDING * 2;

/** Words of a cell: lines that the narrow column broke are joined; items of a list stay apart. */
const readCellLines = (words: readonly PrintedWord[], width: number): readonly string[] => {
  const lines: string[] = [];
  let above: { readonly line: TextLine; readonly text: string } | undefined;
  for (const line of groupLines(words)) {
    const text = cleanWords(textOfLine(line));
    const before = lines.at(-1);
    const isCut = above !== undefined && isFull(above.line, width) && isCutWord(above.text, text);
    above = { line, text };
    if (before !== undefined && isCut) {
      lines[lines.length - 1] = `${before}${text}`;
      continue;
    }
    // A dash may also join two words that the narrow column parted.
    const isListed = BULLET.test(text) && BULLET.test(lines[0] ?? '');
    const isItem = before !== undefined && opensItem(text) && (isListed || /[.;:]$/u.test(before));
    if (before === undefined || isItem) lines.push(text);
    else lines[lines.length - 1] = joinWords(before, text);
  }
  return lines;
};

/** A cell between ruling lines as it stands in its first row. */
const toCell = ({ words, column, columns }: RuledCell, edges: readonly number[]): SourceCell => ({
  lines: readCellLines(words, (edges[column + columns] ?? Infinity) - (edges[column] ?? 0)),
  isBold: words.length > 0 && words.every(({ isBold }) => isBold),
  columns,
  continues: false,
});

/** The rows of a table found by its ruling lines. */
export const rowsOfTable = (table: RuledTable, page: number): readonly SourceRow[] =>
  Array.from({ length: table.rowCount }, (_, row) => ({
    place: page,
    cells: table.cells
      .filter((cell) => cell.row <= row && cell.row + cell.rows > row)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) =>
        cell.row === row
          ? toCell(cell, table.edges)
          : { ...toCell({ ...cell, words: [] }, table.edges), continues: true },
      ),
  }));
