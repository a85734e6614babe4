import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import { readCitedNumber } from '#core/consistency/records/cited-number.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { CitationRecord, ConsistencyInput, DocumentRecord } from '#core/consistency/records/records.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

const ENDS = /^(?:thay the|bai bo)(?= )/u;

/** Roles in which a document builds on another; a list of what was issued once builds on nothing. */
const BUILDS_ON: ReadonlySet<CitationRecord['role']> = new Set(['legal-basis', 'cited', 'footnote']);

const endsIt = ({ quote }: CitationRecord): boolean => ENDS.test(searchKey(quote ?? ''));

const numberKey = ({ docNumber }: CitationRecord): string => {
  const number = docNumber === null ? undefined : readCitedNumber(docNumber);
  return number ? `${number.serial} ${number.symbol}` : '';
};

const mayBeOne = (a: CitationRecord, b: CitationRecord): boolean =>
  a.issuedOn !== null && b.issuedOn !== null && a.issuedOn === b.issuedOn;

const build = (ending: CitationRecord, built: CitationRecord): Finding =>
  buildStatedFinding({
    ...{ kind: 'citation-error', severity: 'medium' },
    subject: [built.docType, built.docNumber].filter((part) => part !== null).join(' '),
    statements: [built, ending].map((citation) => ({
      ...statementAt('citation', citation.place, citation.quote ?? citation.docNumber ?? ''),
      words: citation.quote,
    })),
  });

/** Documents that build on what another one, issued before them, has replaced or repealed; both must be dated. */
export const findReplacedBases = (input: ConsistencyInput): readonly Finding[] => {
  const documents = new Map<string, DocumentRecord>(
    input.documents.map((document) => [document.id, document]),
  );
  const issuedOn = ({ place }: CitationRecord) => documents.get(place.documentId)?.issuedOn ?? undefined;
  const isLater = (built: CitationRecord, ending: CitationRecord): boolean => {
    const [day, end] = [issuedOn(built), issuedOn(ending)];
    return day !== undefined && end !== undefined && day > end;
  };
  return [...groupBy(input.citations, numberKey)].flatMap(([key, same]) =>
    key === ''
      ? []
      : same.filter(endsIt).flatMap((ending) =>
          same
            .filter((built) => BUILDS_ON.has(built.role) && !endsIt(built))
            .filter((built) => mayBeOne(built, ending) && isLater(built, ending))
            .map((built) => build(ending, built)),
        ),
  );
};
