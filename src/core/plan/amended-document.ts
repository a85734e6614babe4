import { searchKey } from '#core/kernel/text.ts';
import type { CitedDocumentReading } from '#core/plan-reading/reading.ts';
import type { IdentifyingHead } from './document-identity.ts';
import { compareNames } from './name-similarity.ts';

/** What a document does to an earlier one: changes some of it, or takes its place. */
export const AMENDMENT_RELATIONS = ['amends', 'replaces'] as const;
export type AmendmentRelation = (typeof AMENDMENT_RELATIONS)[number];

/** Why a document seems to be the amended one. */
export const AMENDMENT_REASONS = ['subject-line', 'citation', 'same-number', 'same-subject'] as const;
export type AmendmentReason = (typeof AMENDMENT_REASONS)[number];

/** A registered document that a new one seems to amend or replace. */
export interface ProposedAmendment {
  readonly documentId: string;
  readonly relation: AmendmentRelation;
  readonly reason: AmendmentReason;
}

type RegisteredHead = IdentifyingHead & { readonly id: string };

// "Quyết định sửa đổi, bổ sung một số điều của Kế hoạch số …", "thay thế Kế hoạch số …" (Nghị định 78/2025/NĐ-CP, Điều 8).
const AMENDS = /sua doi|bo sung|dieu chinh/u;
const REPLACES = /thay the|thay cho|bai bo/u;

const compact = (number: string): string => searchKey(number).replace(/\s/gu, '');

/** Whether words name the number of a document: 12/KH-UBND is not the end of 112/KH-UBND. */
const names = (words: string, { docNumber }: RegisteredHead): boolean => {
  if (docNumber === null) return false;
  const [text, number] = [compact(words), compact(docNumber)];
  const found = [...text.matchAll(/\d+/gu)].map(({ index }) => index);
  return found.some((start) => text.startsWith(number, start));
};

const relationIn = (words: string): AmendmentRelation | undefined => {
  const key = searchKey(words);
  if (REPLACES.test(key)) return 'replaces';
  return AMENDS.test(key) ? 'amends' : undefined;
};

const isCited = ({ docNumber, issueDate }: CitedDocumentReading, document: RegisteredHead): boolean =>
  docNumber !== null &&
  document.docNumber !== null &&
  compact(docNumber) === compact(document.docNumber) &&
  (issueDate === null || document.issueDate === null || issueDate === document.issueDate);

const SAME_SUBJECT = 0.9;

// The day of a draft without number is often left blank or as it was: only an earlier one speaks against it.
const isLater = (head: IdentifyingHead, document: RegisteredHead): boolean => {
  const [day, earlier] = [head.issueDate, document.issueDate];
  if (document.docNumber === null) return day === null || earlier === null || day >= earlier;
  return day !== null && earlier !== null && day > earlier;
};

const isNewVersion = (head: IdentifyingHead, document: RegisteredHead): AmendmentReason | undefined => {
  if (!isLater(head, document)) return undefined;
  if (head.docNumber !== null && document.docNumber !== null && head.year === document.year) {
    if (compact(head.docNumber) === compact(document.docNumber)) return 'same-number';
  }
  if (head.subjectLine === null || document.subjectLine === null) return undefined;
  const { similarity } = compareNames(head.subjectLine, document.subjectLine);
  return similarity >= SAME_SUBJECT ? 'same-subject' : undefined;
};

/** The head of a new document, what it cites, and the words of a line of its source with the line before. */
export interface AmendingDocument {
  readonly head: IdentifyingHead;
  readonly cited: readonly CitedDocumentReading[];
  readonly wordsAround: (line: number) => string;
}

const proposeFor = (
  { head, cited, wordsAround }: AmendingDocument,
  document: RegisteredHead,
): Omit<ProposedAmendment, 'documentId'> | undefined => {
  const subject = head.subjectLine ?? '';
  const ofSubject = relationIn(subject);
  const citations = cited.filter(
    ({ role, ...citation }) => role !== 'self' && isCited({ role, ...citation }, document),
  );
  if (ofSubject && names(subject, document)) return { relation: ofSubject, reason: 'subject-line' };
  const told = citations
    .map(({ line, quote }) => relationIn(line === null ? quote : wordsAround(line)))
    .find((relation) => relation !== undefined);
  if (told) return { relation: told, reason: 'citation' };
  if (ofSubject && citations.length > 0) return { relation: ofSubject, reason: 'citation' };
  const version = isNewVersion(head, document);
  return version && { relation: 'replaces', reason: version };
};

/**
 * The registered documents that a new one seems to amend or replace, the surest reason first: named in its subject line,
 * cited with such words, or of the same number or subject with an earlier day.
 */
export const proposeAmendments = (
  amending: AmendingDocument,
  registered: readonly RegisteredHead[],
): readonly ProposedAmendment[] =>
  registered
    .flatMap((document) => {
      const proposed = proposeFor(amending, document);
      return proposed ? [{ documentId: document.id, ...proposed }] : [];
    })
    .toSorted((a, b) => AMENDMENT_REASONS.indexOf(a.reason) - AMENDMENT_REASONS.indexOf(b.reason));
