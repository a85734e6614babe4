import type { ReviewStep } from '#core/plan-review/review-step.ts';
import type { PlanImportPreview, PreviewItem } from '#features/plan-import/contract.ts';
import type { ItemReview } from '#features/plan-import/review/review-contract.ts';

/** What a step changes on the page before the server has answered. */
interface Shown {
  readonly items: readonly PreviewItem[];
  readonly review: PlanImportPreview['review'];
}

const withReview = (item: PreviewItem, change: Partial<ItemReview>): PreviewItem => ({
  ...item,
  review: { ...item.review, ...change },
});

const correct = (
  item: PreviewItem,
  { changes }: Extract<ReviewStep, { readonly kind: 'correct' }>,
): PreviewItem => {
  const typed = new Map(changes.map(({ field, text }) => [field, text]));
  const fields = item.review.fields.map(({ field, text }) => ({ field, text: typed.get(field) ?? text }));
  const correctedFields = [...new Set([...item.review.correctedFields, ...typed.keys()])];
  return {
    ...withReview(item, { state: 'accepted', reason: null, fields, correctedFields }),
    name: typed.get('name') ?? item.name,
  };
};

const merge = (items: readonly PreviewItem[], id: string): readonly PreviewItem[] => {
  const below = items.find(({ readingId }) => readingId === id);
  const above = below?.review.above;
  if (!below || above === null || above === undefined) return items;
  return items
    .filter((item) => item !== below)
    .map((item) =>
      item.readingId === above
        ? { ...withReview(item, { state: 'pending', sameAs: null }), name: `${item.name} ${below.name}` }
        : item,
    );
};

const tellApart = (item: PreviewItem, registered: string): PreviewItem => {
  const elsewhere = item.elsewhere.filter(({ itemId }) => itemId !== registered);
  const wasThat = item.review.sameAs === registered;
  return { ...(wasThat ? withReview(item, { state: 'pending', sameAs: null }) : item), elsewhere };
};

const changeItems = (items: readonly PreviewItem[], step: ReviewStep): readonly PreviewItem[] => {
  const change = (
    ids: readonly string[],
    next: (item: PreviewItem) => PreviewItem,
  ): readonly PreviewItem[] => {
    const named = new Set(ids);
    return items.map((item) => (named.has(item.readingId) ? next(item) : item));
  };
  switch (step.kind) {
    case 'accept':
      return change(step.items, (item) =>
        withReview(item, { state: 'accepted', replaces: step.replaces, reason: null, sameAs: null }),
      );
    case 'reject':
      return change([step.item], (item) =>
        withReview(item, { state: 'rejected', replaces: false, reason: step.reason, sameAs: null }),
      );
    case 'correct':
      return change([step.item], (item) => correct(item, step));
    case 'same':
      return change([step.item], (item) =>
        withReview(item, { state: 'accepted', replaces: false, reason: null, sameAs: step.registered }),
      );
    case 'distinct':
      return change([step.item], (item) => tellApart(item, step.registered));
    case 'merge':
      return merge(items, step.item);
    case 'split':
    case 'same-document':
    case 'distinct-document':
    case 'undo':
      // What these give is only known when the server has read again.
      return items;
  }
};

/** The page as it will be once the server has kept the step; `kept` is the version under which it has. */
export const showStep = <Page extends Shown>(page: Page, step: ReviewStep, kept: number | null): Page => {
  const items = changeItems(page.items, step);
  const count = (state: ItemReview['state']): number =>
    items.filter(({ review }) => review.state === state).length;
  const counts = { pending: count('pending'), accepted: count('accepted'), rejected: count('rejected') };
  const version = kept ?? page.review.version;
  const standing = page.review.standing + (step.kind === 'undo' ? -1 : 1);
  return { ...page, items, review: { version, standing, ...counts } };
};
