import type { CommitteePost } from '#core/steering-committee/committee-member.ts';
import { saysSomething } from '#core/kernel/text.ts';
import type { AreaPartView, CommitteeMember } from '#features/steering-committee/contract.ts';
import { areaPartOf } from './area-part-of.ts';
import type { MemberContent } from './queries.ts';

/** A membership as it is typed; blank is an empty text. */
export interface MemberDraft {
  readonly accountId: string;
  readonly name: string;
  readonly office: string;
  readonly post: CommitteePost;
  readonly area: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly docNumber: string;
  readonly docDay: string;
  readonly parts: readonly AreaPartView[];
}

export const MISSABLE = ['name', 'area', 'validFrom'] as const;
/** What must be there. */
export type MissingField = (typeof MISSABLE)[number];

/** The draft to begin with: of a member that is there, or blank from today. */
export const draftOf = (member: CommitteeMember | undefined, today: string): MemberDraft => ({
  ...{ accountId: member?.account?.id ?? '', name: member?.account ? '' : (member?.name ?? '') },
  ...{ office: member?.office ?? '', post: member?.post ?? 'member', area: member?.area ?? '' },
  ...{ validFrom: member?.validFrom ?? today, validTo: member?.validTo ?? '' },
  ...{ docNumber: member?.docNumber ?? '', docDay: member?.docDay ?? '', parts: member?.parts ?? [] },
});

/** What is missing; of a member whose name was erased, no name is. */
export const findMissing = (
  { accountId, name, area, validFrom }: MemberDraft,
  isNameErased: boolean,
): readonly MissingField[] =>
  MISSABLE.filter((field) => {
    if (field === 'name') return accountId === '' && !saysSomething(name) && !isNameErased;
    return field === 'area' ? !saysSomething(area) : validFrom === '';
  });

const said = (text: string): string | null => (saysSomething(text) ? text : null);
const chosen = (text: string): string | null => (text === '' ? null : text);

/** The draft as it is sent. Who has an account is named by it. */
export const contentOf = (draft: MemberDraft): MemberContent => ({
  ...{ accountId: chosen(draft.accountId), name: draft.accountId === '' ? said(draft.name) : null },
  ...{ office: said(draft.office), post: draft.post, area: draft.area },
  ...{ validFrom: draft.validFrom, validTo: chosen(draft.validTo) },
  ...{ docNumber: said(draft.docNumber), docDay: chosen(draft.docDay) },
  parts: draft.parts.flatMap(areaPartOf),
});
