import type { Block } from '#core/plan-reading/text/blocks.ts';
import type { Place } from './place.ts';

/** A block and where it stands. */
export interface OutlineEntry {
  readonly block: Block;
  /** The place of a heading is what stands above it; the place of any other block includes the heading it stands under. */
  readonly place: Place;
}

/** The document in reading order: what a register reader goes through. */
export interface Outline {
  readonly entries: readonly OutlineEntry[];
}
