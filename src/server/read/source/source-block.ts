/** A cell of a table as it is laid out. */
export interface SourceCell {
  /** Its paragraphs, with markup of a source text: `**…**`, `<sup>1</sup>`. */
  readonly lines: readonly string[];
  readonly isBold: boolean;
  /** How many columns it covers. */
  readonly columns: number;
  /** It is one with the cell above it. */
  readonly continues: boolean;
}

/** A row of a table: its cells cover the columns from the left without a gap. */
export interface SourceRow {
  readonly place: number;
  readonly cells: readonly SourceCell[];
}

/**
 * What a document holds, in reading order, before it is written down as text. `place` tells where it stands in the file:
 * the page, or the paragraph or table row counted from 1.
 */
export type SourceBlock =
  | {
      readonly kind: 'paragraph';
      readonly place: number;
      readonly lines: readonly string[];
      /** Level of a heading, 1 outermost; null for other paragraphs. */
      readonly level: number | null;
    }
  | { readonly kind: 'table'; readonly rows: readonly SourceRow[] }
  | {
      readonly kind: 'footnote';
      readonly place: number;
      readonly number: number;
      readonly text: string;
    };

/** A table among the blocks. */
export type SourceTable = Extract<SourceBlock, { kind: 'table' }>;
