import { findNumbering } from '#core/plan-reading/outline/numbering.ts';
import { cleanWords } from '#server/read/source/clean-words.ts';
import { textOfLine, type TextLine } from './text-lines.ts';

/** The lines of a page that stand outside of tables. */
export interface PageLines {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** The share of a page's height, above and below, in which headers, footers and page numbers stand. */
const EDGE = 0.12;
const LEAST_REPEATS = 3;
const LEAST_SHARE = 0.3;
const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4})?[-–—\s.]*$/iu;

const isAtEdge = ({ base }: TextLine, height: number): boolean =>
  base < height * EDGE || base > height * (1 - EDGE);

const MOST_NUMBERS = 4;

/** What a line has in common with those of other pages: its place, and its words with one number counted from that of the page, or with none. */
const keysOf = (line: TextLine, page: number): readonly string[] => {
  const parts = `${Math.round(line.base / 6)} ${cleanWords(textOfLine(line))}`.split(/(\d+)/u);
  const numbers = parts.flatMap((_, index) => (index % 2 === 1 && index > 1 ? [index] : []));
  const counted = numbers
    .slice(0, MOST_NUMBERS)
    .map((at) => parts.map((part, index) => (index === at ? `#${Number(part) - page}` : part)).join(''));
  return [parts.join(''), ...counted];
};

/** "Phụ lục 2": appendices begin on pages of their own, and differ in nothing but their numbers. */
const isAppendix = (line: TextLine): boolean =>
  findNumbering(cleanWords(textOfLine(line)))?.level === 'appendix';

/** The page number that a line alone says; undefined when it says something else. */
const pageNumberOf = (line: TextLine): number | undefined => {
  const number = PAGE_NUMBER.exec(cleanWords(textOfLine(line)))?.[1];
  return number === undefined ? undefined : Number(number);
};

const countBy = <Key>(keys: readonly Key[]): ReadonlyMap<Key, number> => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Leaves out what stands at the edges of many pages, and numbers that count on with the pages. */
export const dropPageEdges = <Page extends PageLines>(pages: readonly Page[]): readonly Page[] => {
  const edges = pages.flatMap(({ number, height, lines }) =>
    lines.filter((line) => isAtEdge(line, height)).map((line) => ({ line, number })),
  );
  const repeated = countBy(edges.flatMap(({ line, number }) => keysOf(line, number)));
  const least = Math.max(LEAST_REPEATS, pages.length * LEAST_SHARE);
  const ahead = countBy(edges.map(({ line, number }) => (pageNumberOf(line) ?? NaN) - number));
  const isEdge = (line: TextLine, number: number): boolean => {
    const own = pageNumberOf(line);
    if (own !== undefined && (own === number || (ahead.get(own - number) ?? 0) > 1)) return true;
    return keysOf(line, number).some((key) => (repeated.get(key) ?? 0) >= least) && !isAppendix(line);
  };
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !isAtEdge(line, page.height) || !isEdge(line, page.number)),
  }));
};
