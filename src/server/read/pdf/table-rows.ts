import { cleanWords } from '#server/read/source/clean-words.ts';
import type { SourceCell, SourceRow } from '#server/read/source/source-block.ts';
import type { RuledCell, RuledTable } from './find-tables.ts';
import { opensItem } from './paragraphs.ts';
import type { PrintedWord } from './page-marks.ts';
import { groupLines, joinWords, textOfLine } from './text-lines.ts';

const BULLET = /^[-–+•]\s/u;

/** Words of a cell: lines that the narrow column broke are joined; items of a list stay apart. */
const readCellLines = (words: readonly PrintedWord[]): readonly string[] => {
  const lines: string[] = [];
  for (const line of groupLines(words)) {
    const text = cleanWords(textOfLine(line));
    const before = lines.at(-1);
    // A dash may also join two words that the narrow column parted.
    const isListed = BULLET.test(text) && BULLET.test(lines[0] ?? '');
    const isItem = before !== undefined && opensItem(text) && (isListed || /[.;:]$/u.test(before));
    if (before === undefined || isItem) lines.push(text);
    else lines[lines.length - 1] = joinWords(before, text);
  }
  return lines;
};

/** A cell between ruling lines as it stands in its first row. */
const toCell = ({ words, columns }: RuledCell): SourceCell => ({
  lines: readCellLines(words),
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
        cell.row === row ? toCell(cell) : { ...toCell({ ...cell, words: [] }), continues: true },
      ),
  }));
