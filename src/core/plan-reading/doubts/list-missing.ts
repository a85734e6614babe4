import type { Outline } from '#core/plan-reading/outline/outline.ts';
import type { DocumentHead, ReadingWarning, TaskReading } from '#core/plan-reading/reading.ts';
import { isTaskTableWithLeads } from '#core/plan-reading/tasks/read-task-tables.ts';

/** Lists what the head of a document should say and does not, with the words that stand in its place. */
export const listMissingInHead = (document: DocumentHead): readonly ReadingWarning[] => {
  const missing = (code: string, value: string | null, raw: string | null): readonly ReadingWarning[] =>
    value === null ? [{ code, severity: 'warning', message: code, line: null, quote: raw }] : [];
  return [
    ...missing('document.no-kind', document.docType, null),
    ...missing('document.no-subject', document.subjectLine, null),
    ...missing('document.no-number', document.docNumber, document.docNumberRaw),
    ...missing('document.no-date', document.issueDate, document.issueDateRaw),
    ...missing('document.no-issuer', document.issuingAgency, null),
  ];
};

/** Lists the rows of task tables whose cell for the leading agency names none. */
export const listRowsWithoutLead = (
  outline: Outline,
  tasks: readonly TaskReading[],
): readonly ReadingWarning[] => {
  const lines = new Set(
    outline.entries.flatMap(({ block }) =>
      block.kind === 'table' && isTaskTableWithLeads(block) ? block.rows.map((row) => row.lines.start) : [],
    ),
  );
  return tasks
    .filter(({ kind, leadAgencies }) => kind === 'table-row' && leadAgencies.length === 0)
    .filter(({ line }) => line !== null && lines.has(line))
    .map(({ line, name }) => ({
      code: 'row.no-lead',
      severity: 'warning',
      message: 'row.no-lead',
      line,
      quote: name,
    }));
};
