import type { HeadingLevel } from '#core/plan-reading/text/blocks.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import type { Provenance, ReadingWarning } from '#core/plan-reading/reading.ts';

// Only from the first digit on: a long run of digits must not be tried from each of them.
const NUMBER_IN_TEXT =
  /(?<!\d)\d+(?:[.,]\d+)?\s*(?:%|điểm|tỷ|triệu)|(?:tối thiểu|ít nhất|trên|dưới|đạt|hơn)\s+\d/iu;

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

const LIST_LEVELS: readonly HeadingLevel[] = ['arabic', 'arabic-2', 'letter'];

/** A numbered heading of a list with nothing below it is an item that lacks its final stop. */
const isHeadingOfNothing = ({ block }: OutlineEntry, next: OutlineEntry | undefined): boolean =>
  block.kind === 'heading' &&
  LIST_LEVELS.includes(block.level) &&
  !next?.place.steps.some((step) => step.line === block.lines.start);

/**
 * Lists what may hold a fact and found no register: table rows, numbered items, headings with nothing below them, and
 * texts with a measured number.
 */
export const listUnplaced = (outline: Outline, items: readonly PlacedItem[]): readonly ReadingWarning[] => {
  const covered = coveredLines(items);
  return outline.entries.flatMap((entry, index) => {
    const { block } = entry;
    if (block.kind !== 'heading') return unplacedIn(entry, covered);
    const isPlaced = isCovered(covered, block.lines.start, block.lines.end);
    if (isPlaced || !isHeadingOfNothing(entry, outline.entries[index + 1])) return [];
    return [warn('item.unplaced', block.lines.start, block.content.source)];
  });
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
