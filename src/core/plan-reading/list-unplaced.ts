import type { Outline, OutlineEntry } from './outline.ts';
import type { Provenance, ReadingWarning } from './reading.ts';

const NUMBER_IN_TEXT = /\d+(?:[.,]\d+)?\s*(?:%|điểm|tỷ|triệu)|(?:tối thiểu|ít nhất|trên|dưới|đạt|hơn)\s+\d/iu;

const LONGEST_QUOTE = 300;

/** An item of a register, as far as its lines go: a document named again has more of them. */
export type PlacedItem = Provenance & { readonly alsoLines?: readonly number[] };

const coveredLines = (items: readonly PlacedItem[]): ReadonlySet<number> =>
  new Set(
    items.flatMap((item) => [
      item.line ?? 0,
      ...(item.continuation ?? []).map(({ line }) => line),
      ...(item.alsoLines ?? []),
    ]),
  );

const isCovered = (covered: ReadonlySet<number>, start: number, end: number): boolean => {
  for (let line = start; line <= end; line += 1) if (covered.has(line)) return true;
  return false;
};

const warn = (code: string, line: number, quote: string): ReadingWarning => ({
  code,
  severity: 'info',
  message: code,
  line,
  quote: quote.slice(0, LONGEST_QUOTE),
});

const unplacedIn = ({ block }: OutlineEntry, covered: ReadonlySet<number>): readonly ReadingWarning[] => {
  if (block.kind === 'table') {
    return block.rows
      .filter((row) => !isCovered(covered, row.lines.start, row.lines.end))
      .map((row) => warn('row.unplaced', row.lines.start, row.quote));
  }
  if (block.kind !== 'list-item' && block.kind !== 'paragraph') return [];
  const isNumbered = block.kind === 'list-item' && block.level !== 'bullet';
  if (!isNumbered && !NUMBER_IN_TEXT.test(block.content.text)) return [];
  if (isCovered(covered, block.lines.start, block.lines.end)) return [];
  return [warn('item.unplaced', block.lines.start, block.content.source)];
};

/** Lists what may hold a fact and found no register: table rows, numbered items, and texts with a measured number. */
export const listUnplaced = (outline: Outline, items: readonly PlacedItem[]): readonly ReadingWarning[] => {
  const covered = coveredLines(items);
  return outline.entries.flatMap((entry) => unplacedIn(entry, covered));
};

/** Lists what is wrong in the source itself. */
export const listSourceDefects = (items: readonly Provenance[]): readonly ReadingWarning[] =>
  items.flatMap((item) =>
    item.sourceDefect
      ? [
          {
            code: 'source.defect',
            severity: 'warning' as const,
            message: item.sourceDefect,
            line: item.line,
            quote: item.quote,
          },
        ]
      : [],
  );
