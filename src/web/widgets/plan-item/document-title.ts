import type { DocumentName } from '#contract/plan-item.ts';
import type { PlanItemWords } from './messages.ts';

const LONGEST_SUBJECT = 64;

const clip = (text: string): string => {
  if (text.length <= LONGEST_SUBJECT) return text;
  const cut = text.lastIndexOf(' ', LONGEST_SUBJECT);
  return `${text.slice(0, cut > 0 ? cut : LONGEST_SUBJECT)}…`;
};

/** Short name of a document: "Quyết định 3256/QĐ-UBND"; type and subject while it has no number. */
export const documentShortTitle = (document: DocumentName, words: PlanItemWords): string => {
  const type = document.docType ?? '';
  if (document.docNumber !== null) return `${type} ${document.docNumber}`.trim();
  if (document.subjectLine === null) return type === '' ? words.untitledDocument : type;
  return `${type} ${clip(document.subjectLine)}`.trim();
};

/** The subject of a document in full, or its type while no subject is known. */
export const documentSubject = (document: DocumentName, words: PlanItemWords): string =>
  document.subjectLine ?? document.docType ?? words.untitledDocument;
