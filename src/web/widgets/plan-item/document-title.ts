import type { DocumentName } from '#contract/plan-item.ts';
import type { PlanItemWords } from './messages.ts';

const LONGEST_SUBJECT = 90;
/** What two or three lines of a narrow column hold. */
const BRIEF_SUBJECT = 42;
// Plans of one name differ in their years alone.
const YEARS = /(?:năm|giai đoạn)\s+\d{4}(?:\s*[-–]\s*\d{4})?\.?$/iu;

const clip = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const years = YEARS.exec(text)?.[0];
  const room = longest - (years === undefined ? 0 : years.length + 1);
  const cut = text.lastIndexOf(' ', room);
  const head = `${text.slice(0, cut > 0 ? cut : room).replace(/[,;:]$/u, '')}…`;
  return years === undefined ? head : `${head} ${years}`;
};

/** Short name of a document: "Quyết định 3256/QĐ-UBND"; type and subject while it has no number. */
export const documentShortTitle = (document: DocumentName, words: PlanItemWords): string =>
  titleWithin(LONGEST_SUBJECT, document, words);

/** The short title for a narrow column: its subject is cut earlier, its years stay. */
export const documentBriefTitle = (document: DocumentName, words: PlanItemWords): string =>
  titleWithin(BRIEF_SUBJECT, document, words);

const titleWithin = (longest: number, document: DocumentName, words: PlanItemWords): string => {
  const type = document.docType ?? '';
  if (document.docNumber !== null) return `${type} ${document.docNumber}`.trim();
  if (document.subjectLine === null) return type === '' ? words.untitledDocument : type;
  return `${type} ${clip(document.subjectLine, longest)}`.trim();
};

/** The subject of a document in full, or its type while no subject is known. */
export const documentSubject = (document: DocumentName, words: PlanItemWords): string =>
  document.subjectLine ?? document.docType ?? words.untitledDocument;
