import type { ImportDecisions, SameItem } from '#core/plan/compare-import.ts';
import type { ItemKind } from '#core/plan/plan-item.ts';
import type { ReadingOfKind } from '#core/plan/register-entry.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import type { Review } from './replay-review.ts';

/** The reading as reviewers have left it, what stays out still in it; head and warnings are those of the file. */
export const buildReviewedReading = (reading: PlanReading, { items }: Review): PlanReading => {
  const ofKind = <Kind extends ItemKind>(kind: Kind): readonly ReadingOfKind[Kind][] =>
    items.flatMap(({ item }) => (item.kind === kind ? [item.reading as ReadingOfKind[Kind]] : []));
  return {
    ...reading,
    targets: ofKind('target'),
    tasks: ofKind('task'),
    projects: ofKind('project'),
    gaps: ofKind('gap'),
    indicatorScores: ofKind('indicator-score'),
    reportingDuties: ofKind('reporting-duty'),
    citedDocuments: ofKind('cited-document'),
    results: ofKind('result'),
    resources: ofKind('resource'),
  };
};

/** What the review decided about single items. */
interface ReviewDecisions extends ImportDecisions {
  readonly sameAs: readonly SameItem[];
}

/** What the review decided about single items, for entering the registers. */
export const listReviewDecisions = ({ items }: Review): ReviewDecisions => ({
  excluded: items.filter(({ state }) => state === 'rejected').map(({ item }) => item.reading.id),
  replaced: items.filter(({ replaces }) => replaces).map(({ item }) => item.reading.id),
  sameAs: items.flatMap(({ item, sameAs }) =>
    sameAs === null ? [] : [{ readingId: item.reading.id, itemId: sameAs }],
  ),
});
