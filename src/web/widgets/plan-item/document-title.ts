import { titleDocument } from '#core/plan/document-title.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import type { PlanItemWords } from './messages.ts';

const LONGEST_SUBJECT = 90;
/** What two or three lines of a narrow column hold. */
const BRIEF_SUBJECT = 42;
/** Short name of a document: "Quyết định 3256/QĐ-UBND"; type and subject while it has no number. */
export const documentShortTitle = (document: DocumentName, words: PlanItemWords): string =>
  titleWithin(LONGEST_SUBJECT, document, words);

/** The short title for a narrow column: its subject is cut earlier, its years stay. */
export const documentBriefTitle = (document: DocumentName, words: PlanItemWords): string =>
  titleWithin(BRIEF_SUBJECT, document, words);

const titleWithin = (longest: number, document: DocumentName, words: PlanItemWords): string =>
  titleDocument(document, longest) ?? words.untitledDocument;

/** The subject of a document in full, or its type while no subject is known. */
export const documentSubject = (document: DocumentName, words: PlanItemWords): string =>
  document.subjectLine ?? document.docType ?? words.untitledDocument;
