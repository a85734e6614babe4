import { isUpperCase } from '#core/plan-reading/outline/numbering.ts';
import type { SourceBlock } from '#server/read/source/source-block.ts';
import { rowsOfColumns, splitStretches } from './columns.ts';
import { dropCutLetters } from './cut-letters.ts';
import { findTables, type RuledTable } from './find-tables.ts';
import { partNotes, type PrintedNote } from './footnotes.ts';
import { goesOn, joinParts, type TablePart } from './join-tables.ts';
import { dropPageEdges } from './page-edges.ts';
import type { PageMarks } from './page-marks.ts';
import { joinLines, opensItem, type Margins, type PrintedParagraph } from './paragraphs.ts';
import { groupLines, joinWords, textOfLine, type TextLine } from './text-lines.ts';

/** A page taken apart. */
interface PageParts {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly tables: readonly RuledTable[];
  readonly notes: readonly PrintedNote[];
}

/** What a page holds, from the top. */
type Element =
  | { readonly kind: 'table'; readonly table: RuledTable }
  | { readonly kind: 'paragraph'; readonly paragraph: PrintedParagraph; readonly margins: Margins }
  | { readonly kind: 'block'; readonly block: SourceBlock };

const partPage = (marks: PageMarks): PageParts & Pick<PageMarks, 'rules'> => {
  const tables = findTables(marks.rules, marks.words);
  const taken = new Set(tables.flatMap(({ cells }) => cells.flatMap(({ words }) => words)));
  const lines = groupLines(marks.words.filter((word) => !taken.has(word)));
  return { ...marks, tables, lines, notes: [] };
};

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** The size of most letters of the text. */
const usualSize = (lines: readonly TextLine[]): number => {
  const letters = new Map<number, number>();
  for (const { size, words } of lines) {
    letters.set(size, (letters.get(size) ?? 0) + words.reduce((sum, { text }) => sum + text.length, 0));
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
};

const FEW_LINES = 40;

/** The edges of running text, for pages of each width. */
const findMargins = (pages: readonly PageParts[]): ((width: number) => Margins) => {
  const byWidth = new Map<number, Margins>();
  for (const width of new Set(pages.map((page) => Math.round(page.width)))) {
    const lines = pages.filter((page) => Math.round(page.width) === width).flatMap((page) => page.lines);
    const left = percentile(
      lines.map((line) => line.left),
      0.08,
    );
    const right = percentile(
      lines.map((line) => line.right),
      0.92,
    );
    // A few short lines do not tell how far text reaches: no margin on the right is wider than that on the left.
    byWidth.set(width, { left, right: lines.length < FEW_LINES ? Math.max(right, width - left) : right });
  }
  return (width) => byWidth.get(Math.round(width)) ?? { left: 0, right: width };
};

const ownMargins = (lines: readonly TextLine[]): Margins => ({
  left: Math.min(...lines.map(({ left }) => left)),
  right: Math.max(...lines.map(({ right }) => right)),
});

/** In the head and the foot of a letter each line in capitals says something of its own. */
const partCapitals = (lines: readonly TextLine[]): readonly (readonly TextLine[])[] => {
  const parts: TextLine[][] = [];
  let capitals = true;
  for (const line of lines) {
    const own = isUpperCase(textOfLine(line));
    const above = parts.at(-1)?.at(-1);
    // "Số: 14/2026/NQ-" and "HĐND": a narrow column cut the number.
    if (above && /[-/]$/u.test(textOfLine(above))) parts.at(-1)?.push(line);
    else if (own || capitals) parts.push([line]);
    else parts.at(-1)?.push(line);
    capitals = own;
  }
  return parts;
};

const readLines = (lines: readonly TextLine[], margins: Margins, page: number): readonly Element[] => {
  const toElements = (some: readonly TextLine[], edges: Margins): readonly Element[] =>
    joinLines(some, edges).map((paragraph) => ({ kind: 'paragraph', paragraph, margins: edges }));
  return splitStretches(lines).flatMap((stretch): readonly Element[] => {
    if (stretch.kind === 'text') return toElements(stretch.lines, margins);
    if (stretch.kind === 'columns') {
      return stretch.columns.flatMap((column) =>
        partCapitals(column).flatMap((some) => toElements(some, ownMargins(column))),
      );
    }
    return [{ kind: 'block', block: { kind: 'table', rows: rowsOfColumns(stretch.rows, page) } }];
  });
};

/** The text between its tables, from the top. */
const listElements = (page: PageParts, margins: Margins): readonly Element[] => {
  const elements: Element[] = [];
  let from = 0;
  for (const table of page.tables) {
    const below = page.lines.findIndex((line, index) => index >= from && line.base > table.top);
    const to = below < 0 ? page.lines.length : below;
    elements.push(...readLines(page.lines.slice(from, to), margins, page.number), { kind: 'table', table });
    from = to;
  }
  return [...elements, ...readLines(page.lines.slice(from), margins, page.number)];
};

const NUMBERED = /^(?:[IVX]+|[A-Za-zĐđ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/]/u;
const LONGEST_BOLD_TITLE = 200;
const ENDS_SENTENCE = /[.;:!?](?:<sup>.*<\/sup>)?$/u;

const toBlock = ({ lines, isBold }: PrintedParagraph, page: number): SourceBlock => {
  const [first = ''] = lines;
  const isTitle = isBold && lines.length === 1 && NUMBERED.test(first) && first.length <= LONGEST_BOLD_TITLE;
  return { kind: 'paragraph', place: page, lines: isTitle ? [`**${first}**`] : lines, level: null };
};

/** Whether a paragraph goes on at the top of the next page. */
const runsOver = (above: PrintedParagraph, margins: Margins, below: PrintedParagraph): boolean => {
  const [last = '', next = ''] = [above.lines.at(-1), below.lines[0]];
  const isSurelyOver = /^\p{Ll}/u.test(next) ? /[.:!?]$/u.test(last) : ENDS_SENTENCE.test(last);
  if (above.isCentred || below.isCentred || isSurelyOver) return false;
  // A short name in capitals may well be the end of a sentence.
  const isOtherCase = isUpperCase(next) ? !isUpperCase(last) && next.length > 12 : isUpperCase(last);
  if (isOtherCase) return false;
  if (Math.abs(above.last.size - below.first.size) > 1.2) return false;
  const isFull = above.last.right > margins.right - above.last.size * 6;
  return !opensItem(next) && (isFull || /^\p{Ll}/u.test(next));
};

/** Gathers the elements of all pages; what a page break cut is whole again, and notes wait until then. */
const gather = (
  pages: readonly (PageParts & { readonly elements: readonly Element[] })[],
): readonly SourceBlock[] => {
  const blocks: SourceBlock[] = [];
  let notes: SourceBlock[] = [];
  let open: { paragraph: PrintedParagraph; margins: Margins; page: number } | undefined;
  let parts: TablePart[] = [];
  const close = (): void => {
    if (open) blocks.push(toBlock(open.paragraph, open.page));
    if (parts.length > 0) blocks.push({ kind: 'table', rows: joinParts(parts) });
    blocks.push(...notes);
    [open, parts, notes] = [undefined, [], []];
  };
  const takeParagraph = (
    paragraph: PrintedParagraph,
    margins: Margins,
    page: number,
    isFirst: boolean,
  ): void => {
    if (isFirst && open && runsOver(open.paragraph, open.margins, paragraph)) {
      const before = open.paragraph;
      const words = joinWords(before.lines.at(-1) ?? '', paragraph.lines[0] ?? '');
      const lines = [...before.lines.slice(0, -1), words, ...paragraph.lines.slice(1)];
      open = { ...open, paragraph: { ...before, lines, last: paragraph.last }, margins };
      return;
    }
    close();
    open = { paragraph, margins, page };
  };
  const takeTable = (table: RuledTable, page: number, isFirst: boolean): void => {
    const above = parts.at(-1)?.table;
    if (!(isFirst && above && goesOn(above, table))) close();
    parts.push({ page, table });
  };
  for (const { number, elements, notes: own } of pages) {
    for (const [index, element] of elements.entries()) {
      const isFirst = index === 0;
      if (element.kind === 'paragraph') takeParagraph(element.paragraph, element.margins, number, isFirst);
      else if (element.kind === 'table') takeTable(element.table, number, isFirst);
      else {
        close();
        blocks.push(element.block);
      }
    }
    for (const note of own) notes.push({ kind: 'footnote', place: number, ...note });
  }
  close();
  return blocks;
};

/** Reads the printed pages of a document into blocks, in reading order; their places are page numbers. */
export const readPages = (marks: readonly PageMarks[]): readonly SourceBlock[] => {
  const raw = dropPageEdges(dropCutLetters(marks).map(partPage));
  const size = usualSize(raw.flatMap(({ lines }) => lines));
  const parted = raw.map((page) => {
    const lowestTable = Math.max(0, ...page.tables.map(({ bottom }) => bottom));
    return { ...page, ...partNotes(page.lines, page.rules, { width: page.width, size, lowestTable }) };
  });
  const marginsOf = findMargins(parted);
  return gather(parted.map((page) => ({ ...page, elements: listElements(page, marginsOf(page.width)) })));
};
