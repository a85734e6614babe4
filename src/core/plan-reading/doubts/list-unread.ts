import type { Block } from '#core/plan-reading/text/blocks.ts';
import { findUnreadDays } from '#core/plan-reading/language/days.ts';
import { findUnreadNumbers } from '#core/plan-reading/language/numbers.ts';
import type { Outline } from '#core/plan-reading/outline/outline.ts';
import type { ReadingWarning } from '#core/plan-reading/reading.ts';
import { lineAt, type SourceText } from '#core/plan-reading/text/source-text.ts';

const LONGEST_QUOTE = 100;

const contentsOf = (block: Block): readonly SourceText[] =>
  block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [block.content];

const unreadIn = (content: SourceText): readonly ReadingWarning[] => {
  const warn =
    (code: string) =>
    ({ raw, start }: { readonly raw: string; readonly start: number }): ReadingWarning => ({
      code,
      severity: 'warning',
      message: code,
      line: lineAt(content, start),
      quote: raw.slice(0, LONGEST_QUOTE),
    });
  return [
    ...findUnreadNumbers(content.text).map(warn('number.unread')),
    ...findUnreadDays(content.text).map(warn('date.unread')),
  ];
};

/** Lists the numbers with more digits than registers keep and the days that no calendar has: they stay words where they stand. */
export const listUnread = (outline: Outline): readonly ReadingWarning[] =>
  outline.entries.flatMap(({ block }) => contentsOf(block).flatMap(unreadIn));
