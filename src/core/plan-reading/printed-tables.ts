import type { SourceLine } from './source-lines.ts';
import { wordsOfCell, type PrintedRow, type PrintedTable } from './table-rows.ts';

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Whether a line is a row of a tab-separated table: a tab that only indents does not make one. */
export const isTabRow = (line: SourceLine): boolean => {
  const cells = line.raw.split('\t');
  if (cells.length < 2) return false;
  return cells.length >= 3 || cells.every((cell) => cell.trim() !== '');
};

/** Whether a line is a row of a Markdown pipe table. */
export const isPipeRow = (line: SourceLine): boolean => /^\|.*\|$/su.test(line.words);

/** Reads tab-separated lines that follow each other. */
export const readTabRows = (lines: readonly SourceLine[]): PrintedTable => ({
  layout: 'tabs',
  rows: lines.map((line) => ({
    line: line.number,
    cells: line.raw.replace(/[\r\n]+$/u, '').split('\t'),
    quote: collapse(line.raw),
  })),
});

const isSeparator = (line: SourceLine): boolean => /^\|(?:\s*:?-+:?\s*\|)+$/u.test(line.words);

const splitPipes = (words: string): readonly string[] =>
  words
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());

const readPipeRow = (line: SourceLine): PrintedRow => ({
  line: line.number,
  cells: splitPipes(line.words),
  quote: collapse(line.words.replace(/^[\s|]+|[\s|]+$/gu, '')),
});

/** Reads Markdown table lines that follow each other. A page break leaves a header of empty cells, which is dropped. */
export const readPipeRows = (lines: readonly SourceLine[]): PrintedTable => {
  const rows = lines.filter((line) => !isSeparator(line)).map(readPipeRow);
  const filled = rows.filter((row) => row.cells.some((cell) => wordsOfCell(cell) !== ''));
  return { layout: 'pipes', rows: filled };
};
