import type { PreviewItem } from '#features/plan-import/contract.ts';

// What a split makes stays beside that from which it was made.
const baseOf = (readingId: string): string => readingId.replace(/(?:\.\d+)+$/u, '');

/** Items whose reading is unsure, as they stand when the review is opened: they come first and stay there. */
export const findUnsure = (items: readonly PreviewItem[]): ReadonlySet<string> =>
  new Set(items.filter(({ doubts }) => doubts.length > 0).map(({ readingId }) => baseOf(readingId)));

export const isUnsure = ({ readingId }: PreviewItem, unsure: ReadonlySet<string>): boolean =>
  unsure.has(baseOf(readingId));

/** Unsure items first, both parts in the order of the document. */
export const orderForReview = (
  items: readonly PreviewItem[],
  unsure: ReadonlySet<string>,
): readonly PreviewItem[] => [
  ...items.filter((item) => isUnsure(item, unsure)),
  ...items.filter((item) => !isUnsure(item, unsure)),
];

const isPending = ({ review }: PreviewItem): boolean => review.state === 'pending';

/** The first item behind this one that meets a condition, from the top again when there is none below. */
const findNext = (
  items: readonly PreviewItem[],
  from: string | null,
  meets: (item: PreviewItem) => boolean,
): string | null => {
  const at = items.findIndex(({ readingId }) => readingId === from);
  const around = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return around.find(meets)?.readingId ?? null;
};

/** The next item that waits for a decision. */
export const findNextPending = (items: readonly PreviewItem[], from: string | null): string | null =>
  findNext(items, from, isPending);

/** The next item that waits for a decision and whose reading is unsure. */
export const findNextUnsure = (items: readonly PreviewItem[], from: string | null): string | null =>
  findNext(items, from, (item) => isPending(item) && item.doubts.length > 0);

/** The item so many places further down; it stays within the list. */
export const findNeighbour = (
  items: readonly PreviewItem[],
  from: string | null,
  distance: 1 | -1,
): string | null => {
  const at = items.findIndex(({ readingId }) => readingId === from);
  const to = Math.min(Math.max(at + distance, 0), items.length - 1);
  return items[to]?.readingId ?? null;
};
