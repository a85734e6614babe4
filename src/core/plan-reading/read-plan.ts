import { rememberNames } from '#core/plan-reading/tasks/agency-runs.ts';
import { buildOutline } from '#core/plan-reading/outline/build-outline.ts';
import type { AgencyDirectory } from './language/agencies.ts';
import { listBlocks } from '#core/plan-reading/text/list-blocks.ts';
import { listMissingInHead, listRowsWithoutLead } from '#core/plan-reading/doubts/list-missing.ts';
import { listSourceDefects, listUnplaced } from '#core/plan-reading/doubts/list-unplaced.ts';
import { listUnread } from '#core/plan-reading/doubts/list-unread.ts';
import { listUnplacedColumns } from '#core/plan-reading/doubts/list-unplaced-columns.ts';
import { readCitedDocuments } from '#core/plan-reading/document/read-cited-documents.ts';
import { readDocumentHead } from '#core/plan-reading/document/read-document-head.ts';
import { readGaps } from '#core/plan-reading/results/read-gaps.ts';
import { readIndicatorScores } from '#core/plan-reading/results/read-indicator-scores.ts';
import { readProjects } from '#core/plan-reading/projects/read-projects.ts';
import { readReportingDuties } from '#core/plan-reading/duties/read-reporting-duties.ts';
import { readResources } from '#core/plan-reading/projects/read-resources.ts';
import { readResults } from '#core/plan-reading/results/read-results.ts';
import { readTargets } from '#core/plan-reading/targets/read-targets.ts';
import { readTasks } from '#core/plan-reading/tasks/read-tasks.ts';
import type { ReadingContext } from './reading-context.ts';
import type { CitedDocumentReading, DocumentReference, PlanReading, Unnumbered } from './reading.ts';

export interface ReadPlanOptions {
  readonly agencies: AgencyDirectory;
  readonly fileName: string;
}

const withIds = <Item extends object>(
  prefix: string,
  items: readonly Item[],
): readonly (Item & { readonly id: string })[] =>
  items.map((item, index) => ({ id: `${prefix}-${String(index + 1).padStart(3, '0')}`, ...item }));

const listLegalBasis = (cited: readonly Unnumbered<CitedDocumentReading>[]): readonly DocumentReference[] =>
  cited
    .filter(({ role }) => role === 'legal-basis')
    .map(({ docType, docNumber, issueDate, issuingAgency, subject, quote, line }) => ({
      docType,
      docNumber,
      issueDate,
      issuingAgency,
      subject,
      quote,
      line,
    }));

/** A letterhead is in capitals: the directory knows which letters of a name are. */
const asInDirectory = (name: string | null, agencies: AgencyDirectory): string | null => {
  const [found, ...others] = name === null ? [] : agencies.find(name);
  const isSame =
    found !== undefined && others.length === 0 && found.name.toLowerCase() === name?.toLowerCase();
  return isSame ? found.name : name;
};

/**
 * Reads the text of a plan document into its registers.
 * Any text gives a reading and the same text always the same one; what found no place in a register is a warning.
 */
export const readPlan = (text: string, options: ReadPlanOptions): PlanReading => {
  const agencies = rememberNames(options.agencies);
  const outline = buildOutline(listBlocks(text, agencies));
  const document = readDocumentHead(outline, options.fileName);
  const context: ReadingContext = { agencies, fileName: options.fileName, document };
  const cited = readCitedDocuments(outline, context);
  const registers = {
    targets: withIds('T', readTargets(outline, context)),
    tasks: withIds('K', readTasks(outline, context)),
    projects: withIds('P', readProjects(outline, context)),
    indicatorScores: withIds('S', readIndicatorScores(outline, context)),
    gaps: withIds('G', readGaps(outline, context)),
    results: withIds('R', readResults(outline, context)),
    resources: withIds('M', readResources(outline, context)),
    citedDocuments: withIds('V', cited),
    reportingDuties: withIds('D', readReportingDuties(outline, context)),
  };
  const items = Object.values(registers).flat();
  return {
    document: {
      ...document,
      issuingAgency: asInDirectory(document.issuingAgency, agencies),
      legalBasis: listLegalBasis(cited),
    },
    ...registers,
    warnings: [
      ...listMissingInHead(document),
      ...listSourceDefects(items),
      ...listRowsWithoutLead(outline, registers.tasks),
      ...listUnread(outline),
      ...listUnplacedColumns(outline, registers),
      ...listUnplaced(outline, items),
    ],
  };
};
