import type { DocumentName } from '#contract/plan-item.ts';
import { storedDay } from './stored-day.ts';

/** The columns of `document` from which a document is named, under names that join with others. */
export const documentColumns = [
  'document.id as document_id',
  'document.doc_type',
  'document.attached_doc_type',
  'document.doc_number',
  'document.issue_date',
  'document.year',
  'document.subject_line',
  'document.is_draft',
] as const;

interface DocumentRow {
  readonly document_id: string;
  readonly doc_type: string | null;
  readonly attached_doc_type: string | null;
  readonly doc_number: string | null;
  readonly issue_date: string | null;
  readonly year: number | null;
  readonly subject_line: string | null;
  readonly is_draft: boolean;
}

/** Names a document from a row that carries its columns. */
export const documentNameOf = (row: DocumentRow): DocumentName => ({
  id: row.document_id,
  docType: row.doc_type,
  attachedDocType: row.attached_doc_type,
  docNumber: row.doc_number,
  issueDate: storedDay(row.issue_date),
  year: row.year,
  subjectLine: row.subject_line,
  isDraft: row.is_draft,
});
