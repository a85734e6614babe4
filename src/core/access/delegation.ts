import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';

/** A role that its holder wants to lend, with the days for which it is held. */
export interface OwnedHolding {
  readonly accountId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** The holding is itself lent. */
  readonly delegatedFrom: string | null;
  /** It was taken back. */
  readonly endedAt: string | null;
}

/** Who lends to whom, and when. */
export interface DelegationWish {
  readonly lenderId: string;
  readonly borrowerId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  /** The borrower works or holds a role in the organization of the holding. */
  readonly isColleague: boolean;
}

/** Why a role can not be lent like this. */
export type DelegationFault =
  | 'not-own'
  | 'lent-itself'
  | 'to-oneself'
  | 'other-organization'
  | 'in-the-past'
  | 'ends-before-it-begins'
  | 'longer-than-held';

/** Finds what stands against lending a role: only one's own, to a colleague, from today on, and never longer than one holds it. */
export const findDelegationFault = (
  holding: OwnedHolding,
  wish: DelegationWish,
  today: PlainDate,
): DelegationFault | undefined => {
  if (holding.accountId !== wish.lenderId || holding.endedAt !== null) return 'not-own';
  if (holding.delegatedFrom !== null) return 'lent-itself';
  if (wish.borrowerId === wish.lenderId) return 'to-oneself';
  if (!wish.isColleague) return 'other-organization';
  if (isAfter(today, wish.validFrom)) return 'in-the-past';
  if (isAfter(wish.validFrom, wish.validTo)) return 'ends-before-it-begins';
  const isBeforeHeld = isAfter(holding.validFrom, wish.validFrom);
  const isAfterHeld = holding.validTo !== null && isAfter(wish.validTo, holding.validTo);
  return isBeforeHeld || isAfterHeld ? 'longer-than-held' : undefined;
};
