import type { TableRow } from '#core/plan-reading/text/blocks.ts';
import { placeWithin, sectionLabel, type Place } from './place.ts';
import type { Continuation } from '#core/plan-reading/reading.ts';
import { quoteBetween, type SourceText } from '#core/plan-reading/text/source-text.ts';

/** Place and provenance of an item, as every register keeps them. */
export interface ItemPlace {
  readonly appendix: string | null;
  readonly section: string | null;
  readonly quote: string;
  readonly line: number;
  readonly continuation: readonly Continuation[];
  readonly sourceDefect: string | null;
}

/** Where a table row stands and what it says in the source. */
export const placeOfRow = (place: Place, row: TableRow): ItemPlace => ({
  appendix: place.appendix,
  section: sectionLabel(placeWithin(place, row.sections)),
  quote: row.quote,
  line: row.lines.start,
  continuation: row.continuation.map(({ line, quote }) => ({ line, quote })),
  sourceDefect: row.sourceDefect,
});

/** Where running text stands and what it says in the source. */
export const placeOfText = (place: Place, content: SourceText): ItemPlace => ({
  appendix: place.appendix,
  section: sectionLabel(place),
  quote: quoteBetween(content, 0, content.text.length),
  line: content.lineStarts[0]?.line ?? 1,
  continuation: [],
  sourceDefect: null,
});
