import { findPlanPeriod, parsePeriod } from './language/periods.ts';
import type { Outline } from './outline.ts';
import type { ReadPeriod, TargetReading, Unnumbered } from './reading.ts';
import type { ReadingContext } from './reading-context.ts';
import { readEmbeddedTargets, readProseTargets } from './target-prose.ts';
import { readTargetTable } from './target-tables.ts';

/** The time for which the plan sets its targets unless a target says otherwise. */
const findPeriodOfPlan = ({ document }: ReadingContext): ReadPeriod | null => {
  if (document.subjectLine !== null) return findPlanPeriod(document.subjectLine);
  return document.year === null ? null : parsePeriod(`năm ${String(document.year)}`);
};

/** Reads every target of a plan, in source order: rows of target tables, values in objectives, assignments and tasks. */
export const readTargets = (
  outline: Outline,
  context: ReadingContext,
): readonly Unnumbered<TargetReading>[] => {
  const planPeriod = findPeriodOfPlan(context);
  return outline.entries.flatMap(({ block, place }) => {
    if (block.kind === 'table') {
      return (
        readTargetTable(block, place, context, planPeriod) ??
        readEmbeddedTargets(block, place, context, planPeriod)
      );
    }
    if (block.kind === 'paragraph' || block.kind === 'list-item') {
      return place.appendix === null ? readProseTargets(block, place, context, planPeriod) : [];
    }
    return [];
  });
};
