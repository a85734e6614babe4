import type { PreviewItem } from '#features/plan-import/contract.ts';

/** What entering a reviewed draft will do, as numbers of items. */
export interface DecisionSummary {
  readonly added: number;
  readonly quoted: number;
  readonly replaced: number;
  /** Items that differ and whose registered values stay. */
  readonly kept: number;
  readonly unchanged: number;
  readonly excluded: number;
}

/** An item as far as the summary needs it. */
export interface DecidedItem {
  readonly match: PreviewItem['match'];
  readonly review: Pick<PreviewItem['review'], 'state' | 'replaces'>;
}

/** Counts what entering the draft will do with the items decided so far. */
export const summarizeDecisions = (items: readonly DecidedItem[]): DecisionSummary => {
  const wanted = items.filter(({ review }) => review.state === 'accepted');
  const count = (match: DecidedItem['match']): number => wanted.filter((item) => item.match === match).length;
  const replacing = wanted.filter(({ match, review }) => match === 'differs' && review.replaces).length;
  return {
    added: count('new'),
    quoted: count('gains-quote'),
    replaced: replacing,
    kept: count('differs') - replacing,
    unchanged: count('same'),
    excluded: items.filter(({ review }) => review.state === 'rejected').length,
  };
};

/** Whether entering the draft leaves every register as it is. */
export const changesNothing = ({ added, quoted, replaced, kept }: DecisionSummary): boolean =>
  // An item that keeps its registered value may still gain its words.
  added + quoted + replaced + kept === 0;
