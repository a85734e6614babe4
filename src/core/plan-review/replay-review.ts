import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { listItemsInOrder, type KindReading } from '#core/plan/register-entry.ts';
import { UNDECIDED, type DocumentDecision } from '#core/plan/recognize-document.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import { correctFields } from './item-fields.ts';
import { mergeItems } from './merge-items.ts';
import { isDocumentStep, type DocumentStep, type ReviewState, type ReviewStep } from './review-step.ts';
import { splitItem } from './split-item.ts';

/** An item as the review has left it. */
export interface ReviewedItem {
  readonly item: KindReading;
  readonly state: ReviewState;
  /** Where the register says otherwise, the values of the file replace the registered ones. */
  readonly replaces: boolean;
  /** Why it stays out. */
  readonly reason: string | null;
  /** The registered item of another document that it says again. */
  readonly sameAs: string | null;
  /** Registered items of other documents that it is not, though they look alike. */
  readonly distinctFrom: readonly string[];
}

const UNTOUCHED: Omit<ReviewedItem, 'item'> = {
  ...{ state: 'pending', replaces: false, reason: null, sameAs: null },
  distinctFrom: [],
};

/** A reading and what reviewers have made of it. */
export interface Review {
  /** In order of reading; merged ones are gone into another. */
  readonly items: readonly ReviewedItem[];
  /** Which item took in which others. */
  readonly merged: ReadonlyMap<string, string>;
  /** What was said about the document itself. */
  readonly document: DocumentDecision;
  /** Deeds that stand and can be taken back. */
  readonly standing: number;
}

/** A step that does something by itself. */
type Effective = Exclude<ReviewStep, { readonly kind: 'undo' }>;
type ItemStep = Exclude<Effective, DocumentStep>;

/** The deeds that still stand: each undo takes back the one before it that does. */
export const listStanding = (steps: readonly ReviewStep[]): readonly Effective[] | Refusal => {
  const standing: Effective[] = [];
  for (const step of steps) {
    if (step.kind !== 'undo') standing.push(step);
    else if (standing.pop() === undefined) return refuse('plan-review.nothing-to-undo');
  }
  return standing;
};

interface Working {
  readonly items: ReviewedItem[];
  readonly merged: Map<string, string>;
  readonly year: number | null;
}

const idOf = ({ item }: ReviewedItem): string => item.reading.id;

const withCorrected = (item: KindReading, fields: readonly string[]): KindReading => {
  const correctedFields = [...new Set([...(item.reading.correctedFields ?? []), ...fields])];
  return { kind: item.kind, reading: { ...item.reading, correctedFields } } as KindReading;
};

/** The nearest item of the same kind before this one that does not stay out: what "the one above" means. */
export const findAbove = (items: readonly ReviewedItem[], index: number): number =>
  items.findLastIndex(
    ({ item, state }, at) => at < index && item.kind === items[index]?.item.kind && state !== 'rejected',
  );

const freeId = (items: readonly ReviewedItem[], merged: ReadonlyMap<string, string>, id: string): string => {
  const taken = new Set([...items.map(idOf), ...merged.keys()]);
  for (let number = 2; ; number += 1) {
    const free = `${id}.${String(number)}`;
    if (!taken.has(free)) return free;
  }
};

const decideLikeness = (
  one: ReviewedItem,
  { kind, registered }: Extract<ItemStep, { readonly kind: 'same' | 'distinct' }>,
): ReviewedItem =>
  kind === 'same'
    ? { ...one, state: 'accepted', replaces: false, reason: null, sameAs: registered }
    : {
        ...one,
        sameAs: one.sameAs === registered ? null : one.sameAs,
        // What was accepted as that item alone waits for a decision again.
        state: one.sameAs === registered ? 'pending' : one.state,
        distinctFrom: [...new Set([...one.distinctFrom, registered])],
      };

const accept = ({ items }: Working, indices: readonly number[], replaces: boolean): undefined => {
  for (const index of indices) {
    const one = items[index];
    if (one) items[index] = { ...one, state: 'accepted', replaces, reason: null, sameAs: null };
  }
};

const correct = (
  { items, year }: Working,
  index: number,
  one: ReviewedItem,
  { changes }: Extract<ItemStep, { readonly kind: 'correct' }>,
): Refusal | undefined => {
  const item = correctFields(one.item, changes, { year });
  if (isRefusal(item)) return item;
  const fields = changes.map(({ field }) => field);
  items[index] = { ...one, item: withCorrected(item, fields), state: 'accepted', reason: null };
  return undefined;
};

const merge = ({ items, merged }: Working, index: number, one: ReviewedItem): Refusal | undefined => {
  const above = items[findAbove(items, index)];
  if (!above) return refuse('plan-review.nothing-above', { item: idOf(one) });
  const item = withCorrected(mergeItems(above.item, one.item), ['name']);
  items[items.indexOf(above)] = { ...above, item, state: 'pending', sameAs: null };
  items.splice(index, 1);
  merged.set(idOf(one), idOf(above));
  return undefined;
};

const split = (
  { items, merged }: Working,
  index: number,
  one: ReviewedItem,
  at: number,
): Refusal | undefined => {
  const parts = splitItem(one.item, at, freeId(items, merged, idOf(one)));
  if (!parts) return refuse('plan-review.nothing-to-split', { item: idOf(one) });
  const made = parts.map((item) => ({ ...UNTOUCHED, item: withCorrected(item, ['name']) }));
  items.splice(index, 1, ...made);
  return undefined;
};

/** The items that a step names. */
export const listNamed = (step: Effective): readonly string[] => {
  if (isDocumentStep(step)) return [];
  return step.kind === 'accept' ? step.items : [step.item];
};

const decideDocument = (
  { sameAs, distinctFrom }: DocumentDecision,
  { kind, registered }: DocumentStep,
): DocumentDecision => {
  const others = distinctFrom.filter((id) => id !== registered);
  return kind === 'same-document'
    ? { sameAs: registered, distinctFrom: others }
    : { sameAs: sameAs === registered ? null : sameAs, distinctFrom: [...others, registered] };
};

const apply = (working: Working, step: ItemStep): Refusal | undefined => {
  const { items } = working;
  const named = listNamed(step);
  const indices = named.map((id) => items.findIndex((one) => idOf(one) === id));
  const unknown = named.filter((_, at) => indices[at] === -1);
  const [index = -1] = indices;
  const one = items[index];
  if (unknown.length > 0) return refuse('plan-import.unknown-item', { ids: unknown });
  if (step.kind === 'accept') return accept(working, indices, step.replaces);
  if (!one) return undefined;
  switch (step.kind) {
    case 'correct':
      return correct(working, index, one, step);
    case 'merge':
      return merge(working, index, one);
    case 'split':
      return split(working, index, one, step.at);
    case 'reject':
      items[index] = { ...one, state: 'rejected', replaces: false, reason: step.reason, sameAs: null };
      return undefined;
    case 'same':
    case 'distinct':
      items[index] = decideLikeness(one, step);
      return undefined;
  }
};

/**
 * What reviewers have made of a reading: their steps applied in order, undone ones left out. The same steps always give the
 * same review. Refuses the first step that does not fit what is there: an item that is gone, a field that cannot be read,
 * nothing above to merge with, no words to split, nothing to undo.
 */
export const replayReview = (reading: PlanReading, steps: readonly ReviewStep[]): Review | Refusal => {
  const standing = listStanding(steps);
  if (isRefusal(standing)) return standing;
  const working: Working = {
    items: listItemsInOrder(reading).map((item) => ({ ...UNTOUCHED, item })),
    merged: new Map(),
    year: reading.document.year,
  };
  for (const step of standing) {
    const misfit = isDocumentStep(step) ? undefined : apply(working, step);
    if (misfit) return misfit;
  }
  return {
    ...{ items: working.items, merged: working.merged, standing: standing.length },
    document: standing.filter(isDocumentStep).reduce(decideDocument, UNDECIDED),
  };
};
