import { isAspirational } from '#core/plan-reading/language/comparators.ts';
import { findPeriods, findPlanPeriod, parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import type { ReadPeriod, TargetReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import { readEmbeddedTargets, readProseTargets, type Introduction } from './target-prose.ts';
import { readTargetTable } from './target-tables.ts';

/** The time for which the plan sets its targets unless a target says otherwise. */
const findPeriodOfPlan = ({ document }: ReadingContext): ReadPeriod | null => {
  if (document.subjectLine !== null) return findPlanPeriod(document.subjectLine);
  return document.year === null ? null : parsePeriod(`năm ${String(document.year)}`);
};

const SENTENCE_END = /[.!?]\s+(?=\p{Lu})/u;

/** "Phấn đấu đến năm 2030:" above a list: it holds for every item until the list is over; sentences before it tell of other times. */
const findIntroduction = (entry: OutlineEntry, open: Introduction | undefined): Introduction | undefined => {
  const { block } = entry;
  if (block.kind === 'list-item') return open;
  if (block.kind !== 'paragraph' || !block.content.text.endsWith(':')) return undefined;
  const { text } = block.content;
  const introducing = text.split(SENTENCE_END).at(-1) ?? text;
  return { period: findPeriods(introducing).at(-1)?.period ?? null, aspirational: isAspirational(text) };
};

/** Reads every target of a plan, in source order: rows of target tables, values in objectives, assignments and tasks. */
export const readTargets = (
  outline: Outline,
  context: ReadingContext,
): readonly Unnumbered<TargetReading>[] => {
  const planPeriod = findPeriodOfPlan(context);
  let introduction: Introduction | undefined;
  return outline.entries.flatMap((entry) => {
    const { block, place } = entry;
    introduction = findIntroduction(entry, introduction);
    if (block.kind === 'table') {
      return (
        readTargetTable(block, place, context, planPeriod) ??
        readEmbeddedTargets(block, place, context, planPeriod)
      );
    }
    if (block.kind === 'paragraph' || block.kind === 'list-item') {
      return place.appendix === null
        ? readProseTargets(block, place, context, { planPeriod, introduction })
        : [];
    }
    return [];
  });
};
