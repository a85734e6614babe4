import type { KindReading } from '#core/plan/register-entry.ts';
import { listItemFields } from '#core/plan-review/item-fields.ts';
import { findAbove, type Review, type ReviewedItem } from '#core/plan-review/replay-review.ts';
import type { ItemReview } from './review-contract.ts';

/** The review of an item that nobody has looked at and that has nothing to correct. */
export const UNREVIEWED: ItemReview = {
  state: 'pending',
  replaces: false,
  reason: null,
  sameAs: null,
  merged: [],
  correctedFields: [],
  fields: [],
  above: null,
};

const idOf = ({ reading }: KindReading): string => reading.id;

const viewReview = (reviewed: ReviewedItem, index: number, { items, merged }: Review): ItemReview => {
  const { item, state, replaces, reason, sameAs } = reviewed;
  const above = items[findAbove(items, index)];
  return {
    ...{ state, replaces, reason, sameAs },
    merged: [...merged].flatMap(([from, into]) => (into === idOf(item) ? [from] : [])),
    correctedFields: [...(item.reading.correctedFields ?? [])],
    fields: [...listItemFields(item)],
    above: above ? idOf(above.item) : null,
  };
};

/** Where each item stands in its review, by reading id. */
export const viewReviews = (review: Review): ReadonlyMap<string, ItemReview> =>
  new Map(review.items.map((reviewed, index) => [idOf(reviewed.item), viewReview(reviewed, index, review)]));
