import { organizationKey } from '#core/organization/spelling.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { DocumentHead } from '#core/plan-reading/reading.ts';
import { compareNames } from './name-similarity.ts';

/** What tells one document from another. */
export type IdentifyingHead = Pick<
  DocumentHead,
  'docType' | 'docNumber' | 'issueDate' | 'year' | 'issuingAgency' | 'subjectLine'
>;

const yearOf = (head: IdentifyingHead): string => head.issueDate?.slice(0, 4) ?? String(head.year ?? '');

const symbolKey = (docNumber: string): string => searchKey(docNumber).replace(/\s/gu, '');

/**
 * The key that two copies of one document share: number, year and issuer, for numbers begin anew each year;
 * for a draft without number its kind, year and subject line.
 */
export const buildDocumentIdentity = (head: IdentifyingHead): string => {
  const parts =
    head.docNumber === null
      ? ['draft', searchKey(head.docType ?? ''), yearOf(head), searchKey(head.subjectLine ?? '')]
      : ['number', symbolKey(head.docNumber), yearOf(head), organizationKey(head.issuingAgency ?? '')];
  return parts.join('|');
};

// Two readings of one subject line differ by a word or two at a line break; two plans of one year differ by more.
const SAME_SUBJECT = 0.85;

const isSameKind = (a: IdentifyingHead, b: IdentifyingHead): boolean =>
  a.docType === null || b.docType === null || searchKey(a.docType) === searchKey(b.docType);

const isSameDraft = (a: IdentifyingHead, b: IdentifyingHead): boolean =>
  isSameKind(a, b) &&
  yearOf(a) === yearOf(b) &&
  a.subjectLine !== null &&
  b.subjectLine !== null &&
  compareNames(a.subjectLine, b.subjectLine).similarity >= SAME_SUBJECT;

/** Two issuers give one number on one day so seldom that a head without its issuer is known by both. */
const isSameIssue = (a: IdentifyingHead, b: IdentifyingHead): boolean =>
  (a.issuingAgency === null || b.issuingAgency === null) &&
  a.docNumber !== null &&
  b.docNumber !== null &&
  a.issueDate !== null &&
  a.issueDate === b.issueDate &&
  symbolKey(a.docNumber) === symbolKey(b.docNumber);

const isOfAnotherDay = (a: IdentifyingHead, b: IdentifyingHead): boolean =>
  a.issueDate !== null && b.issueDate !== null && a.issueDate !== b.issueDate;

const isNumbered = ({ docNumber }: IdentifyingHead): boolean => docNumber !== null;

/**
 * What makes a registered document look like the one at hand: its number, its number on another day, its subject alone,
 * or its subject while it bears a number and the one at hand none.
 */
export type AlikeBy = 'number' | 'number-of-another-day' | 'subject' | 'subject-of-numbered';

const compareHeads = (head: IdentifyingHead, registered: IdentifyingHead): AlikeBy | undefined => {
  if (isSameIssue(head, registered)) return 'number';
  const isKeyShared = buildDocumentIdentity(head) === buildDocumentIdentity(registered);
  if (isKeyShared && isNumbered(head)) {
    return isOfAnotherDay(head, registered) ? 'number-of-another-day' : 'number';
  }
  if (isNumbered(registered)) {
    return !isNumbered(head) && isSameDraft(head, registered) ? 'subject-of-numbered' : undefined;
  }
  return isKeyShared || isSameDraft(head, registered) ? 'subject' : undefined;
};

/** A registered document that may be the one at hand. */
export interface AlikeDocument<Registered extends IdentifyingHead> {
  readonly document: Registered;
  readonly by: AlikeBy;
}

/**
 * The registered documents that a head may belong to: those with its number; when one of the two heads does not say who
 * issued it, those with its number and day; and those with nearly the same subject line when one of the two has no
 * number: a draft may come before its issued text or after it.
 */
export const listAlikeDocuments = <Registered extends IdentifyingHead>(
  head: IdentifyingHead,
  registered: readonly Registered[],
): readonly AlikeDocument<Registered>[] =>
  registered.flatMap((document) => {
    const by = compareHeads(head, document);
    return by ? [{ document, by }] : [];
  });
