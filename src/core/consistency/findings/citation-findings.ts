import { buildStatedFinding, findingId, statementAt } from '#core/consistency/build-finding.ts';
import {
  contradictsIssuer,
  contradictsKind,
  readCitedNumber,
  type CitedNumber,
} from '#core/consistency/records/cited-number.ts';
import { compareTitles, isSameTitle } from '#core/consistency/records/cited-title.ts';
import { listTitleReferences } from '#core/consistency/records/title-references.ts';
import type { Finding, FindingKind, FindingStatement, Severity } from '#core/consistency/finding.ts';
import type { CitationRecord, ConsistencyInput, DocumentRecord } from '#core/consistency/records/records.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

interface NumberedCitation extends CitationRecord {
  readonly docNumber: string;
  readonly number: CitedNumber;
}

const nameOf = ({ docType, docNumber, title, quote }: CitationRecord): string =>
  [docType, docNumber].filter((part) => part !== null).join(' ') || (title ?? quote ?? '');

const statementOf = (citation: CitationRecord, words: string | null): FindingStatement => ({
  ...statementAt('citation', citation.place, nameOf(citation)),
  dueOn: null,
  words,
});

const build = (
  kind: FindingKind,
  severity: Severity,
  citations: readonly CitationRecord[],
  wordsOf: (citation: CitationRecord) => string | null,
): Finding =>
  buildStatedFinding({
    ...{ kind, severity },
    // One item may name several documents: only their numbers tell its findings apart.
    id: `${findingId(
      kind,
      null,
      citations.map(({ place }) => place),
    )}:${citations[0]?.docNumber ?? ''}`,
    subject: citations[0] ? nameOf(citations[0]) : '',
    statements: citations.map((citation) => statementOf(citation, wordsOf(citation))),
  });

// The head of a registered document is how it cites itself.
const headCitation = ({ id, issuedOn, head }: DocumentRecord): readonly CitationRecord[] =>
  !head?.docNumber
    ? []
    : [
        {
          ...{
            role: 'self',
            docType: head.docType,
            docNumber: head.docNumber,
            issuedOn,
            issuer: head.issuer,
          },
          ...{ title: head.title, locality: null, quote: null },
          place: { kind: 'cited-document', id, documentId: id, line: null },
        },
      ];

const numbered = (citation: CitationRecord): readonly NumberedCitation[] => {
  const number = citation.docNumber === null ? undefined : readCitedNumber(citation.docNumber);
  return number && citation.docNumber !== null
    ? [{ ...citation, docNumber: citation.docNumber, number }]
    : [];
};

const yearOf = ({ issuedOn }: CitationRecord): string => issuedOn?.slice(0, 4) ?? '';

// Each district and each year begins its numbers anew: like numbers name one document only where nothing tells them apart.
const isOneDocument = (a: NumberedCitation, b: NumberedCitation): boolean => {
  if (a.number.serial !== b.number.serial || a.number.symbol !== b.number.symbol) return false;
  if (a.locality !== b.locality && a.locality !== null && b.locality !== null) return false;
  if (a.issuedOn !== null && b.issuedOn !== null) return a.issuedOn === b.issuedOn;
  // Whoever names a document again leaves out its day.
  return a.place.documentId === b.place.documentId;
};

const oncePer = (citations: readonly NumberedCitation[], keyOf: (citation: NumberedCitation) => string) =>
  [...new Map(citations.toReversed().map((citation) => [keyOf(citation), citation])).values()].toReversed();

/** One document whose number is set in two ways. */
const findSpellings = (group: readonly NumberedCitation[]): readonly Finding[] => {
  const spellings = oncePer(group, ({ number }) => number.spelling.replace(/^0+(?=\d)/u, ''));
  return spellings.length < 2
    ? []
    : [build('citation-number', 'low', spellings, ({ docNumber }) => docNumber)];
};

/** One document under titles that say different things. */
const findTitles = (group: readonly NumberedCitation[]): readonly Finding[] => {
  const titled = group.filter(({ title }) => title !== null);
  const [first, ...others] = titled;
  if (!first?.title) return [];
  const compared = others.map((citation) => ({
    citation,
    comparison: compareTitles(first.title ?? '', citation.title ?? ''),
  }));
  const different = compared.filter(({ comparison }) => comparison !== 'same');
  if (different.length === 0) return [];
  const severity = different.some(({ comparison }) => comparison === 'other') ? 'medium' : 'low';
  return [
    build(
      'citation-title',
      severity,
      [first, ...different.map(({ citation }) => citation)],
      ({ title }) => title,
    ),
  ];
};

const isAboutOne = (a: NumberedCitation, b: NumberedCitation): boolean =>
  a.title !== null && b.title !== null && compareTitles(a.title, b.title) === 'same' && a.title.length > 25;

// Numbers begin anew each year: only the very same title makes one document of two years.
const isOneUnderTwoDays = (a: NumberedCitation, b: NumberedCitation): boolean =>
  a.issuedOn !== b.issuedOn &&
  isAboutOne(a, b) &&
  (yearOf(a) === yearOf(b) || isSameTitle(a.title ?? '', b.title ?? ''));

/** One number and one title under two days. */
const findDays = (sameNumber: readonly NumberedCitation[]): readonly Finding[] => {
  const dated = sameNumber.filter(({ issuedOn }) => issuedOn !== null);
  const first = dated.find((a) => dated.some((b) => isOneUnderTwoDays(a, b)));
  if (!first) return [];
  const sides = dated.filter((b) => b === first || isOneUnderTwoDays(first, b));
  return [build('citation-number', 'medium', sides, ({ issuedOn }) => issuedOn)];
};

const groupDocuments = (citations: readonly NumberedCitation[]): readonly (readonly NumberedCitation[])[] =>
  citations.reduce<readonly (readonly NumberedCitation[])[]>((groups, citation) => {
    const found = groups.findIndex((group) => group.every((member) => isOneDocument(member, citation)));
    return found === -1
      ? [...groups, [citation]]
      : groups.map((group, index) => (index === found ? [...group, citation] : group));
  }, []);

// "Kế hoạch số  /KH-UBND" of a draft has its number still to come; a cited document has one.
const isNumberLeftOut = ({ role, quote, docNumber }: CitationRecord): boolean =>
  role !== 'planned' &&
  role !== 'self' &&
  (docNumber === null ? /\bso\s*[/-]\s*[a-z]{2,}/u : /^[/-]/u).test(searchKey(docNumber ?? quote ?? ''));

const yearFrom = (document: DocumentRecord | undefined): string => String(document?.year ?? '9999');

// A draft without a date can't cite what is issued in a later year.
const isFromTheFuture = (citation: CitationRecord, document: DocumentRecord | undefined): boolean => {
  if (citation.issuedOn === null || citation.role === 'planned' || citation.role === 'self') return false;
  return document?.issuedOn ? citation.issuedOn > document.issuedOn : yearOf(citation) > yearFrom(document);
};

/** A register whose rows nearly all bear a day has a column for it. */
const DATED_FROM = 0.75;
const FEWEST_ROWS = 4;

const findUndatedRows = (citations: readonly CitationRecord[]): readonly Finding[] =>
  [
    ...groupBy(
      citations.filter(({ role, docNumber }) => role === 'register-row' && docNumber !== null),
      ({ place }) => place.documentId,
    ).values(),
  ].flatMap((rows) => {
    const undated = rows.filter(({ issuedOn }) => issuedOn === null);
    const isColumn = rows.length >= FEWEST_ROWS && rows.length - undated.length >= DATED_FROM * rows.length;
    return undated.length === 0 || !isColumn ? [] : [build('citation-number', 'low', undated, nameOf)];
  });

const findOwnFaults = (
  citation: CitationRecord,
  document: DocumentRecord | undefined,
): readonly Finding[] => [
  ...(isNumberLeftOut(citation)
    ? [build('citation-number', 'medium', [citation], ({ docNumber, quote }) => docNumber ?? quote)]
    : []),
  ...(citation.docType !== null &&
  citation.docNumber !== null &&
  contradictsKind(citation.docType, citation.docNumber)
    ? [build('citation-number', 'medium', [citation], nameOf)]
    : []),
  ...(citation.issuer !== null &&
  citation.docNumber !== null &&
  contradictsIssuer(citation.issuer, citation.docNumber)
    ? [build('citation-error', 'low', [citation], ({ issuer }) => issuer)]
    : []),
  ...(isFromTheFuture(citation, document)
    ? [build('citation-error', 'medium', [citation], ({ issuedOn }) => issuedOn)]
    : []),
];

/** Documents that are cited under numbers, days, titles or issuers that contradict each other or themselves. */
export const findWrongCitations = (input: ConsistencyInput): readonly Finding[] => {
  const documents = new Map(input.documents.map((document) => [document.id, document]));
  const citations = input.citations.flatMap((citation) => [citation, ...listTitleReferences(citation)]);
  const all = [...input.documents.flatMap(headCitation), ...citations].flatMap(numbered);
  const byNumber = [...groupBy(all, ({ number }) => `${number.serial} ${number.symbol}`).values()];
  return [
    ...byNumber.flatMap((same) => [
      ...groupDocuments(same).flatMap((group) => [...findSpellings(group), ...findTitles(group)]),
      ...findDays(same),
    ]),
    ...findUndatedRows(input.citations),
    ...citations.flatMap((citation) => findOwnFaults(citation, documents.get(citation.place.documentId))),
  ];
};
