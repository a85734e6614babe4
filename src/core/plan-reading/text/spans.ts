/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Started {
  readonly start: number;
}

const firstFrom = (items: readonly Started[], at: number): number => {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((items[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The items that begin within the span; they must be in the order of their starts. */
export const startingWithin = <Item extends Started>(items: readonly Item[], span: Span): readonly Item[] =>
  items.slice(firstFrom(items, span.start), firstFrom(items, span.end));
