import { isPlainDate } from '#core/kernel/plain-date.ts';
import { CAPACITIES_WITH_OFFICE, type SigningCapacity } from '#core/report/signature.ts';
import type { PaperView } from '#features/official-document/contract.ts';

/** What has been entered about the issue of a document. */
export interface IssueDraft {
  readonly number: string;
  readonly issuedOn: string;
  readonly capacity: SigningCapacity;
  readonly office: string;
  readonly signer: string;
  /** Empty for the delivered layout. */
  readonly template: string;
}

/** The form as it opens: what the newest rendering has, else what the document has by itself. */
export const openIssue = ({ renderings, signature, templates }: PaperView): IssueDraft => {
  const [latest] = renderings;
  const { signing = null, template = null } = latest ?? {};
  const isKnown = template !== null && templates.some(({ id }) => id === template.id);
  return {
    number: latest?.number?.toString() ?? '',
    issuedOn: latest?.issuedOn ?? '',
    capacity: signing?.capacity ?? signature.capacity,
    office: signing?.office ?? signature.offices.deputy,
    signer: signing?.signer ?? '',
    template: template === null ? '' : isKnown ? template.id : (templates[0]?.id ?? ''),
  };
};

/** Which field is not as it can be taken. */
export type IssueGap = 'number' | 'issuedOn';

/** What is to be given to the document, or which field is wrong. */
export const issueOf = (draft: IssueDraft) => {
  const { number, issuedOn, capacity, office, signer, template } = draft;
  const digits = number.trim();
  if (digits !== '' && !/^[1-9]\d{0,4}$/.test(digits)) return 'number' satisfies IssueGap;
  if (issuedOn === '' ? digits !== '' : !isPlainDate(issuedOn)) return 'issuedOn' satisfies IssueGap;
  const named = (text: string): string | null => text.trim().replace(/\s+/g, ' ') || null;
  return {
    number: digits === '' ? null : Number(digits),
    issuedOn: isPlainDate(issuedOn) ? issuedOn : null,
    signing: {
      capacity,
      office: CAPACITIES_WITH_OFFICE.includes(capacity) ? named(office) : null,
      signer: named(signer),
    },
    templateId: template === '' ? null : template,
  };
};
