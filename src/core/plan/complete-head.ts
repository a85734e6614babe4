import type { DocumentHead, DocumentReference } from '#core/plan-reading/reading.ts';

/** What a head says of its document, whatever file it was read from. */
export type DocumentHeadFacts = Omit<DocumentHead, 'file' | 'legalBasis'> & {
  readonly legalBasis: readonly Omit<DocumentReference, 'quote'>[];
};

const isBlank = (fact: unknown): boolean =>
  fact === null || fact === undefined || (Array.isArray(fact) && fact.length === 0);

// A draft that got its number is known by what its number stands beside: otherwise its next copy would be another document.
const GIVEN_WITH_NUMBER: ReadonlySet<keyof DocumentHeadFacts> = new Set([
  'docNumber',
  'docNumberRaw',
  'issueDate',
  'issueDateRaw',
  'year',
  'issuingAgency',
  'isDraft',
]);

/** The facts that another file of a registered document brings: those the register has not, and the number of a draft. */
export const listNewFacts = (
  registered: Partial<DocumentHeadFacts>,
  read: Partial<DocumentHeadFacts>,
): Partial<DocumentHeadFacts> => {
  const bringsNumber = isBlank(registered.docNumber) && !isBlank(read.docNumber);
  const keys = Object.keys(read) as (keyof DocumentHeadFacts)[];
  const fresh = keys.filter(
    (key) =>
      !isBlank(read[key]) &&
      read[key] !== registered[key] &&
      (isBlank(registered[key]) || (bringsNumber && GIVEN_WITH_NUMBER.has(key))),
  );
  return Object.fromEntries(fresh.map((key) => [key, read[key]]));
};
