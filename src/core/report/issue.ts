import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { OfficialDocument } from './official-document.ts';
import { CAPACITIES_WITH_OFFICE, signAs, type SigningCapacity } from './signature.ts';

/** Who signs a document, and in whose place. */
export interface Signing {
  readonly capacity: SigningCapacity;
  /** The office of who signs in the place of the head: "Phó Giám đốc"; null for that of the document itself. */
  readonly office: string | null;
  /** Null while it is open who signs. */
  readonly signer: string | null;
}

/** What is given to a document when it is issued (phát hành). */
export interface DocumentIssue {
  readonly number: number | null;
  readonly issuedOn: PlainDate | null;
  /** Null where it is signed as the document has it by itself. */
  readonly signing: Signing | null;
}

/** The document with its number, its day and its signer, in the head, above the signature and in the annexes' references. */
export const issueDocument = (
  document: OfficialDocument,
  { number, issuedOn, signing }: DocumentIssue,
): OfficialDocument => {
  const { head, signature } = document;
  return {
    ...document,
    head: {
      ...head,
      ...{ number, issuedOn },
      year: issuedOn === null ? head.year : Number(issuedOn.slice(0, 'YYYY'.length)),
    },
    signature:
      signing === null
        ? signature
        : signAs(
            signing.capacity,
            {
              ...signature.offices,
              ...(signing.office !== null &&
                CAPACITIES_WITH_OFFICE.includes(signing.capacity) && { deputy: signing.office }),
            },
            signing.signer,
          ),
  };
};
