import type { SourceBlock } from '#server/read/source/source-block.ts';

const MARK = /<sup>\(?(\d{1,3})\)?<\/sup>/gu;

const linesOf = (block: SourceBlock): readonly string[] => {
  if (block.kind === 'paragraph') return block.lines;
  if (block.kind === 'footnote') return [];
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines));
};

/** Pages gather their notes at the end: each moves behind what its mark stands in, where the other formats have it. */
export const placeNotes = (blocks: readonly SourceBlock[]): readonly SourceBlock[] => {
  const notes = new Map(
    blocks.flatMap((block) => (block.kind === 'footnote' ? [[block.number, block] as const] : [])),
  );
  if (notes.size === 0) return blocks;
  const placed = blocks
    .filter(({ kind }) => kind !== 'footnote')
    .flatMap((block): readonly SourceBlock[] => {
      const marks = linesOf(block).flatMap((line) =>
        [...line.matchAll(MARK)].map(([, mark]) => Number(mark)),
      );
      const own = marks.flatMap((mark) => {
        const note = notes.get(mark);
        notes.delete(mark);
        return note ? [note] : [];
      });
      return [block, ...own];
    });
  return [...placed, ...notes.values()];
};
