import type { PreviewItem } from '#features/plan-import/contract.ts';

/** What accepting a draft will do, as numbers of items. */
export interface DecisionSummary {
  readonly added: number;
  readonly quoted: number;
  readonly replaced: number;
  /** Items that differ and whose registered values stay. */
  readonly kept: number;
  readonly unchanged: number;
  readonly excluded: number;
}

/** Counts what accepting will do under the decisions made so far. */
export const summarizeDecisions = (
  items: readonly Pick<PreviewItem, 'readingId' | 'match'>[],
  excluded: ReadonlySet<string>,
  replaced: ReadonlySet<string>,
): DecisionSummary => {
  const wanted = items.filter(({ readingId }) => !excluded.has(readingId));
  const count = (match: PreviewItem['match']): number => wanted.filter((item) => item.match === match).length;
  const replacing = wanted.filter(
    ({ match, readingId }) => match === 'differs' && replaced.has(readingId),
  ).length;
  return {
    added: count('new'),
    quoted: count('gains-quote'),
    replaced: replacing,
    kept: count('differs') - replacing,
    unchanged: count('same'),
    excluded: items.length - wanted.length,
  };
};

/** Whether accepting leaves every register as it is. */
export const changesNothing = ({ added, quoted, replaced, kept }: DecisionSummary): boolean =>
  // An item that keeps its registered value may still gain its words.
  added + quoted + replaced + kept === 0;
