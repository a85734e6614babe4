import type { Block, Heading } from '#core/plan-reading/text/blocks.ts';
import { isUpperCase } from './numbering.ts';
import { joinTexts } from '#core/plan-reading/text/source-text.ts';

const LONGEST_TITLE = 250;

const isPartWithoutTitle = (block: Block | undefined): block is Heading =>
  block?.kind === 'heading' && block.level === 'part' && block.title === '';

/** The words that stand alone below "PHẦN THỨ HAI": a heading without a number, or capitals. */
const titleOf = (block: Block): string | undefined => {
  if (block.kind === 'heading' && block.number === null) return block.title;
  if (block.kind !== 'paragraph') return undefined;
  const { text } = block.content;
  return isUpperCase(text) && text.length <= LONGEST_TITLE ? text : undefined;
};

/** Gives a part its title where a blank line stands between "PHẦN THỨ HAI" and the words that name it. */
export const nameParts = (blocks: readonly Block[]): readonly Block[] => {
  const named: Block[] = [];
  for (const block of blocks) {
    const part = named.at(-1);
    const title = isPartWithoutTitle(part) ? titleOf(block) : undefined;
    if (!isPartWithoutTitle(part) || title === undefined || block.kind === 'table') {
      named.push(block);
      continue;
    }
    const content = joinTexts(part.content, block.content, false);
    named[named.length - 1] = {
      ...part,
      title,
      content,
      lines: { start: part.lines.start, end: block.lines.end },
    };
  }
  return named;
};
