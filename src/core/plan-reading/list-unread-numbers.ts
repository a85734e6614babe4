import type { Block } from './blocks.ts';
import { findUnreadNumbers } from './language/numbers.ts';
import type { Outline } from './outline.ts';
import type { ReadingWarning } from './reading.ts';
import { lineAt, type SourceText } from './source-text.ts';

const LONGEST_QUOTE = 100;

const contentsOf = (block: Block): readonly SourceText[] =>
  block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [block.content];

/** Lists the numbers that have more digits than registers keep: they stay words where they stand. */
export const listUnreadNumbers = (outline: Outline): readonly ReadingWarning[] =>
  outline.entries.flatMap(({ block }) =>
    contentsOf(block).flatMap((content) =>
      findUnreadNumbers(content.text).map(({ raw, start }) => ({
        code: 'number.unread',
        severity: 'warning' as const,
        message: 'number.unread',
        line: lineAt(content, start),
        quote: raw.slice(0, LONGEST_QUOTE),
      })),
    ),
  );
