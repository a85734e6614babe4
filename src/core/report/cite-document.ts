import { isPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { capitalized, dayInFigures, dayInWords } from './official-wording.ts';

/** What a document is cited by. */
interface CitedDocument {
  readonly docType: string | null;
  /** The kind of what a decision puts in force. */
  readonly attachedDocType: string | null;
  readonly docNumber: string | null;
  readonly issueDate: string | null;
  readonly subjectLine: string | null;
}

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const named = (kind: string): string => capitalized(kind.toLowerCase());

/**
 * A document as papers cite it: "Kế hoạch số 283/KH-UBND ngày 12/8/2026", one that another puts in force by that one's number, or by
 * what it is about while it has no number.
 */
export const citeDocument = ({
  docType,
  attachedDocType,
  docNumber,
  issueDate,
  subjectLine,
}: CitedDocument): string => {
  const kind = named(attachedDocType ?? docType ?? 'Văn bản');
  if (docNumber === null) return subjectLine === null ? kind : `${kind} ${lowered(subjectLine)}`;
  const day = issueDate !== null && isPlainDate(issueDate) ? ` ngày ${dayInFigures(issueDate)}` : '';
  const number = `số ${docNumber}${day}`;
  return attachedDocType === null || docType === null || named(docType) === kind
    ? `${kind} ${number}`
    : `${kind} ban hành kèm theo ${named(docType)} ${number}`;
};

/** A decision that put something in force. */
interface CitedDecision {
  readonly number: string;
  readonly date: PlainDate;
  readonly issuer: string;
  readonly subject: string;
}

// A ministry decides by its minister.
const decider = (issuer: string): string => (issuer.startsWith('Bộ ') ? `Bộ trưởng ${issuer}` : issuer);

/** A decision as a legal basis: "Quyết định số 405/QĐ-BKHCN ngày 03 tháng 4 năm 2025 của Bộ trưởng Bộ … phê duyệt …". */
export const citeDecision = ({ number, date, issuer, subject }: CitedDecision): string =>
  `Quyết định số ${number} ${dayInWords(date)} của ${decider(issuer)} ${lowered(subject)}`.trim();
