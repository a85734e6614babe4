import { searchKey } from '#core/kernel/text.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AreaPart } from './area-part.ts';

/** Posts in the steering committee, the first one first. */
export const COMMITTEE_POSTS = ['head', 'deputy-head', 'standing-member', 'member'] as const;
export type CommitteePost = (typeof COMMITTEE_POSTS)[number];

/** What a write does to a membership. */
export const MEMBER_CHANGES = ['add', 'edit', 'erase-name'] as const;
export type MemberChange = (typeof MEMBER_CHANGES)[number];

/** The most that may belong to one area: more would be a list of the tasks themselves. */
export const MOST_PARTS = 300;
export const LONGEST_NAME = 200;
export const LONGEST_AREA = 300;

/** The days of a membership; without a last day it has no known end. */
export interface MemberSpan {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Whose membership it is: somebody with an account, or a person by name and office as the assignment writes them. */
export interface MemberPerson {
  readonly accountId: string | null;
  /** Null of who has an account, and where the name was erased. */
  readonly name: string | null;
  readonly office: string | null;
}

/** What the assignment of work says of a member. */
export interface MemberContent extends MemberSpan, MemberPerson {
  readonly post: CommitteePost;
  /** The area as the assignment names it. */
  readonly area: string;
  readonly docNumber: string | null;
  readonly docDay: PlainDate | null;
  readonly parts: readonly AreaPart[];
}

/** A membership that is known already. */
export interface KnownMember extends MemberSpan, MemberPerson {
  readonly id: string;
}

export const MEMBER_STANDINGS = ['present', 'future', 'past'] as const;
/** Whether somebody is a member on a day, will be or was. */
export type MemberStanding = (typeof MEMBER_STANDINGS)[number];

/** Where a membership stands on a day. Its first and its last day belong to it. */
export const standingOn = ({ validFrom, validTo }: MemberSpan, day: PlainDate): MemberStanding => {
  if (isAfter(validFrom, day)) return 'future';
  return validTo !== null && isAfter(day, validTo) ? 'past' : 'present';
};

const overlaps = (one: MemberSpan, other: MemberSpan): boolean =>
  !(one.validTo !== null && isAfter(other.validFrom, one.validTo)) &&
  !(other.validTo !== null && isAfter(one.validFrom, other.validTo));

// Two people may bear one name; not the same name in the same office.
const isSamePerson = (one: MemberPerson, other: MemberPerson): boolean =>
  one.accountId === null
    ? one.name !== null &&
      other.name !== null &&
      searchKey(one.name) === searchKey(other.name) &&
      searchKey(one.office ?? '') === searchKey(other.office ?? '')
    : one.accountId === other.accountId;

/**
 * What stands against a membership beside those known: days in the wrong order, or the same person a second time on the same days.
 * Undefined when nothing does.
 */
export const findMemberRefusal = (
  content: MemberSpan & MemberPerson,
  others: readonly KnownMember[],
): Refusal | undefined => {
  const { validFrom, validTo } = content;
  if (validTo !== null && isAfter(validFrom, validTo)) {
    return refuse('committee-member.days-reversed', { field: 'validTo', validFrom, validTo });
  }
  const twice = others.find((other) => isSamePerson(content, other) && overlaps(content, other));
  return (
    twice &&
    refuse('committee-member.twice', { id: twice.id, validFrom: twice.validFrom, validTo: twice.validTo })
  );
};
