import type { Block, Table } from './blocks.ts';
import { assembleTable, groupPages } from '#core/plan-reading/tables/assemble-table.ts';
import { findDissolvedRegion, readDissolvedTable } from '#core/plan-reading/tables/dissolved-table.ts';
import type { AgencyDirectory } from '#core/plan-reading/language/agencies.ts';
import {
  isLayout,
  isPipeRow,
  isTabRow,
  readPipeRows,
  readTabRows,
  withoutCells,
} from '#core/plan-reading/tables/printed-tables.ts';
import { splitLines, type SourceLine } from './source-lines.ts';
import { PAGE_NUMBER, readTextBlocks } from './text-blocks.ts';
import type { PrintedTable } from '#core/plan-reading/tables/table-rows.ts';

/** A stretch of the source that is written in one way. */
type Stretch =
  | { readonly kind: 'text'; readonly lines: readonly SourceLine[] }
  | { readonly kind: 'printed'; readonly table: PrintedTable }
  | { readonly kind: 'dissolved'; readonly lines: readonly SourceLine[] };

const countWhile = (
  lines: readonly SourceLine[],
  from: number,
  test: (line: SourceLine) => boolean,
): number => {
  let count = 0;
  for (let line = lines[from]; line && test(line); line = lines[from + count]) count += 1;
  return count;
};

const splitStretches = (lines: readonly SourceLine[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let text: SourceLine[] = [];
  const flush = (): void => {
    if (text.some((line) => line.words !== '')) stretches.push({ kind: 'text', lines: text });
    text = [];
  };
  for (let index = 0; index < lines.length;) {
    const tabs = countWhile(lines, index, isTabRow);
    const pipes = tabs > 0 ? 0 : countWhile(lines, index, isPipeRow);
    const dissolved = tabs + pipes > 0 ? 0 : findDissolvedRegion(lines, index);
    const length = tabs + pipes + dissolved;
    const line = lines[index];
    if (length === 0) {
      if (line) text.push(line);
      index += 1;
      continue;
    }
    const taken = lines.slice(index, index + length);
    if (dissolved === 0 && isLayout(taken)) {
      text.push(...taken.flatMap(withoutCells));
      index += length;
      continue;
    }
    flush();
    if (tabs > 0) stretches.push({ kind: 'printed', table: readTabRows(taken) });
    else if (pipes > 0) stretches.push({ kind: 'printed', table: readPipeRows(taken) });
    else stretches.push({ kind: 'dissolved', lines: taken });
    index += length;
  }
  flush();
  return stretches;
};

const readBetween = (
  stretch: Exclude<Stretch, { kind: 'printed' }>,
  agencies: AgencyDirectory,
): readonly Block[] =>
  stretch.kind === 'dissolved' ? readDissolvedTable(stretch.lines, agencies) : readTextBlocks(stretch.lines);

/** The number of a page, alone between two pages of a table. */
const isPageNumber = (stretch: Stretch): boolean => {
  if (stretch.kind !== 'text') return false;
  const filled = stretch.lines.filter(({ words }) => words !== '');
  return filled.length === 1 && PAGE_NUMBER.test(filled[0]?.words ?? '');
};

/** Pages of tables are kept until something other than a footnote follows: only then is it known where the table ends. */
const readStretches = (stretches: readonly Stretch[], agencies: AgencyDirectory): readonly Block[] => {
  const found: (readonly Block[])[] = [];
  let pages: PrintedTable[] = [];
  let footnotes: (readonly Block[])[] = [];
  const flush = (): void => {
    found.push(groupPages(pages).map(assembleTable), ...footnotes);
    pages = [];
    footnotes = [];
  };
  for (const [index, stretch] of stretches.entries()) {
    const isBetweenPages = pages.length > 0 && stretches[index + 1]?.kind === 'printed';
    if (isBetweenPages && isPageNumber(stretch)) continue;
    if (stretch.kind === 'printed') {
      if (stretch.table.rows.length > 0) pages.push(stretch.table);
      continue;
    }
    const between = readBetween(stretch, agencies);
    if (pages.length > 0 && between.length > 0 && between.every((block) => block.kind === 'footnote')) {
      footnotes.push(between);
      continue;
    }
    flush();
    found.push(between);
  }
  flush();
  return found.flat();
};

const CAPTION = /^(?:bảng|biểu)\s+(?:số\s+)?\d/iu;

const isCaption = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && CAPTION.test(block.content.text);

const withCaption = (blocks: readonly Block[], index: number): Block => {
  const block = blocks[index];
  if (block?.kind !== 'table') return block as Block;
  const [before, after] = [blocks[index - 1], blocks[index + 1]];
  // A caption between two tables belongs to the one above it: offices print it below.
  const own = isCaption(after)
    ? after
    : isCaption(before) && blocks[index - 2]?.kind !== 'table'
      ? before
      : undefined;
  return own?.kind === 'paragraph' ? ({ ...block, caption: own.content } satisfies Table) : block;
};

/** Reads a text into blocks in reading order: headings, paragraphs, list items, tables, footnotes. */
export const listBlocks = (text: string, agencies: AgencyDirectory): readonly Block[] => {
  const blocks = readStretches(splitStretches(splitLines(text)), agencies);
  return blocks.map((_, index) => withCaption(blocks, index));
};
