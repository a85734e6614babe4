import type { Block, Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import { buildRowCutter, type Cut } from './dissolved-cells.ts';
import {
  countRepeatedHeaderLines,
  splitHeaderWords,
  startsHeader,
  type DissolvedColumn,
  type HeaderWords,
} from './dissolved-header.ts';
import { collectRows, type DissolvedRow, type Word } from './dissolved-rows.ts';
import type { AgencyDirectory } from '#core/plan-reading/language/agencies.ts';
import { nameKey } from '#core/kernel/text.ts';
import { findNumbering, isUpperCase } from '#core/plan-reading/outline/numbering.ts';
import { isPipeRow, isTabRow } from './printed-tables.ts';
import type { SourceLine } from '#core/plan-reading/text/source-lines.ts';
import { joinPieces, type SourcePiece, type SourceText } from '#core/plan-reading/text/source-text.ts';
import { isMarkedHeading } from '#core/plan-reading/text/text-groups.ts';

const MOST_HEADER_LINES = 24;
const FIRST_ROW = /^0?1(?:[.)]?\s+\p{Lu}|[.)]?$)/u;
const FIRST_SECTION = /^(?:I|A)(?:\s*[.)]?\s+\p{Lu}\S|$)/u;
const SIGNATURE = /^(?:nơi nhận\s*:|(?:TM|T\/M|KT|TL|TUQ)\.\s)/iu;

interface FoundHeader {
  readonly columns: readonly DissolvedColumn[];
  readonly words: HeaderWords;
  readonly lines: number;
}

const isFirstRecord = (line: SourceLine): boolean =>
  FIRST_ROW.test(line.words) || FIRST_SECTION.test(line.words);

/** The header that begins on this line and reaches to the first record; undefined when none does. */
const findHeader = (lines: readonly SourceLine[], from: number): FoundHeader | undefined => {
  const first = lines[from];
  if (!first || !startsHeader(first)) return undefined;
  let count = 1;
  for (; count < MOST_HEADER_LINES; count += 1) {
    const line = lines[from + count];
    if (!line) return undefined;
    if (isFirstRecord(line)) break;
  }
  if (count === MOST_HEADER_LINES) return undefined;
  const words = lines
    .slice(from, from + count)
    .map((line) => line.words)
    .filter((line) => line !== '')
    .join(' ');
  const columns = splitHeaderWords(words.replace(/\s+/gu, ' '));
  return columns.length === 0
    ? undefined
    : { columns, words: { words: nameKey(words).split(' ') }, lines: count };
};

const HEADING = /^(?:[IVX]+|[A-HĐ])\s*[.)]\s+\S/u;
const ROW = /^\d{1,3}(?:\.\d{1,2})?[.)]?(?:\s|$)/u;
const ROW_WITHOUT_STOP = /^\d{1,3}(?:\s+[\p{Lu}%]|$)/u;
const ARTICLE = /^Điều \d{1,3}\s*[.:]/u;
const OPENS_LIST = /^(?:1[.)]\s|[a-zđ]\)\s|[-–+]\s)/u;
const LINES_TO_A_ROW = 4;
const LINES_TO_FIRST_ROW = 40;

/** Whether the rows of the table are numbered with a bare "1", so that "1." counts something else. */
const numbersWithoutStop = (lines: readonly SourceLine[], from: number): boolean => {
  const first = lines
    .slice(from, from + LINES_TO_FIRST_ROW)
    .find((line) => /^0?1(?![\d,])/u.test(line.words));
  return first !== undefined && !/^0?1[.)]/u.test(first.words);
};

/** "III. TỔ CHỨC THỰC HIỆN": a numbered heading with no row close below it belongs to the text after the table. */
const headsText = (lines: readonly SourceLine[], at: number, withoutStop: boolean): boolean => {
  const words = lines[at]?.words ?? '';
  if (!HEADING.test(words)) return false;
  const below = lines.slice(at + 1, at + 16).filter((line) => line.words !== '');
  if (!isUpperCase(words) && !(withoutStop && OPENS_LIST.test(below[0]?.words ?? ''))) return false;
  const row = withoutStop ? ROW_WITHOUT_STOP : ROW;
  return !below.slice(0, LINES_TO_A_ROW).some((line) => row.test(line.words));
};

const endsTable = (
  header: HeaderWords,
  lines: readonly SourceLine[],
  at: number,
  withoutStop: boolean,
): boolean => {
  const line = lines[at];
  if (!line || line.words === '') return false;
  if (SIGNATURE.test(line.words) || isTabRow(line) || isPipeRow(line) || isMarkedHeading(line)) return true;
  if (headsText(lines, at, withoutStop) || ARTICLE.test(line.words)) return true;
  const level = findNumbering(line.words)?.level;
  if (level === 'appendix' || level === 'part') return true;
  return (
    startsHeader(line) &&
    countRepeatedHeaderLines(header, lines, at) === 0 &&
    findHeader(lines, at) !== undefined
  );
};

/** How many lines from here on are a table whose cells became lines of running text; zero when none begins here. */
export const findDissolvedRegion = (lines: readonly SourceLine[], from: number): number => {
  const header = findHeader(lines, from);
  if (!header) return 0;
  let count = header.lines;
  const withoutStop = numbersWithoutStop(lines, from + count);
  while (from + count < lines.length && !endsTable(header.words, lines, from + count, withoutStop))
    count += 1;
  return count;
};

const piecesOf = (words: readonly Word[], page: number): readonly SourcePiece[] => {
  const pieces: { line: number; raw: string; apart: boolean }[] = [];
  for (const word of words) {
    const open = pieces.at(-1);
    if (open?.line === word.line) open.raw += ` ${word.text}`;
    else pieces.push({ line: word.line, raw: word.text, apart: page > 0 && pieces.length === 0 });
  }
  return pieces;
};

const quoteOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

const filledColumns = (cut: Cut): readonly number[] =>
  cut.flatMap((words, column) => (words.length > 0 ? [column] : []));

const orderCell = (row: DissolvedRow): SourceText =>
  joinPieces([{ line: row.pages[0]?.[0]?.line ?? 1, raw: row.order }]);

const buildRow = (row: DissolvedRow, cuts: readonly Cut[], columns: readonly DissolvedColumn[]): TableRow => {
  const [first = [], ...later] = row.pages;
  const words = row.pages.flat();
  const start = words[0]?.line ?? 1;
  return {
    cells: columns.map((column, index) =>
      column.kind === 'order'
        ? orderCell(row)
        : joinPieces(cuts.flatMap((cut, page) => piecesOf(cut[index - 1] ?? [], page))),
    ),
    inherited: new Map(),
    sections: row.sections,
    quote: quoteOf(first),
    lines: { start, end: words.at(-1)?.line ?? start },
    continuation: later.map((words, page) => ({
      line: words[0]?.line ?? 1,
      quote: quoteOf(words),
      columns: filledColumns(cuts[page + 1] ?? []).map((column) => column + 1),
    })),
    sourceDefect: row.sourceDefect,
  };
};

/** Reads a table whose cells became lines of running text, with the footnotes at the feet of its pages. */
export const readDissolvedTable = (
  lines: readonly SourceLine[],
  directory: AgencyDirectory,
): readonly Block[] => {
  const header = findHeader(lines, 0);
  if (!header) return [];
  const { rows, footnotes } = collectRows(lines.slice(header.lines), header.words);
  const cut = buildRowCutter(
    header.columns.slice(1),
    directory,
    footnotes.map((footnote) => footnote.number),
  );
  const table: Table = {
    kind: 'table',
    layout: 'dissolved',
    caption: null,
    columns: header.columns,
    rows: rows.map((row) => buildRow(row, cut(row.pages), header.columns)),
    lines: { start: lines[0]?.number ?? 1, end: lines.at(-1)?.number ?? 1 },
  };
  return [table, ...footnotes];
};
