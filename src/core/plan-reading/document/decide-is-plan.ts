import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';

/** Decides whether a text is a plan document at all: a plan has targets, tasks, projects, scores, gaps or duties. */
export const decideIsPlan = (reading: PlanReading): PlanReading | Refusal<'file.not-a-plan'> => {
  const { document } = reading;
  const facts =
    reading.targets.filter((target) => !target.embedded).length +
    reading.tasks.length +
    reading.projects.length +
    reading.indicatorScores.length +
    reading.gaps.length +
    reading.reportingDuties.length;
  const registers = reading.citedDocuments.length + reading.results.length + reading.resources.length;
  const isDocument = document.docType !== null;
  if (facts >= 2 || (isDocument && facts + registers >= 1)) return reading;
  return refuse('file.not-a-plan', { file: document.file, docType: document.docType, facts });
};
