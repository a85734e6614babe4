import type { AgencyDirectory } from './language/agencies.ts';
import { listBlocks } from './list-blocks.ts';
import { buildOutline } from './build-outline.ts';
import { readDocumentHead } from './read-document-head.ts';
import { readTasks } from './read-tasks.ts';
import { readProjects } from './read-projects.ts';
import { readTargets } from './read-targets.ts';
import { readGaps } from './read-gaps.ts';
import { readIndicatorScores } from './read-indicator-scores.ts';
import { readReportingDuties } from './read-reporting-duties.ts';
import { readCitedDocuments } from './read-cited-documents.ts';
import { readResults } from './read-results.ts';
import { readResources } from './read-resources.ts';
import type { PlanReading, Unnumbered } from './reading.ts';
import type { ReadingContext } from './reading-context.ts';

export interface ReadPlanOptions {
  readonly agencies: AgencyDirectory;
  readonly fileName: string;
}

const numbered = <Entry extends { readonly id: string }>(
  prefix: string,
  items: readonly Unnumbered<Entry>[],
): readonly Entry[] =>
  items.map(
    (item, index) => ({ id: `${prefix}-${String(index + 1).padStart(3, '0')}`, ...item }) as unknown as Entry,
  );

/** Reads the text of a plan document into its registers. Any text gives a reading; what it could not place is a warning. */
export const readPlan = (text: string, options: ReadPlanOptions): PlanReading => {
  const outline = buildOutline(listBlocks(text, options.agencies));
  const document = readDocumentHead(outline, options.fileName);
  const context: ReadingContext = { ...options, document };
  return {
    document,
    targets: numbered('T', readTargets(outline, context)),
    tasks: numbered('K', readTasks(outline, context)),
    projects: numbered('P', readProjects(outline, context)),
    indicatorScores: numbered('S', readIndicatorScores(outline, context)),
    gaps: numbered('G', readGaps(outline, context)),
    results: numbered('R', readResults(outline, context)),
    resources: numbered('M', readResources(outline, context)),
    citedDocuments: numbered('V', readCitedDocuments(outline, context)),
    reportingDuties: numbered('D', readReportingDuties(outline, context)),
    warnings: [],
  };
};
