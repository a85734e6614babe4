import type { DueDays } from '#contract/plan-item.ts';
import type { Format } from '#web/i18n/format.ts';
import type { PlanItemWords } from './messages.ts';

/** A due rule as a sentence: the last day, or why there is none. */
export const describeDue = (due: DueDays, format: Format, words: PlanItemWords): string => {
  const sentences = words.due;
  if (due.kind === 'range' && due.start !== null && due.end !== null && !due.before) {
    return sentences.range(format.day(due.start), format.day(due.end));
  }
  if (due.lastDay !== null && due.before && due.end !== null) {
    return sentences.beforeDay(format.day(due.end), format.day(due.lastDay));
  }
  if (due.lastDay !== null) return sentences.lastDay(format.day(due.lastDay));
  if (due.kind === 'from-date' && due.start !== null) return sentences.fromDay(format.day(due.start));
  if (due.kind === 'ongoing') return sentences.ongoing;
  if (due.kind === 'recurring') return sentences.recurring;
  if (due.kind === 'event') return sentences.event;
  return due.raw === null ? sentences.none : sentences.unclear;
};
