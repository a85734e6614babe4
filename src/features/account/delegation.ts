import { findDelegationFault } from '#core/access/delegation.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { recordDeeds } from './account-change.ts';
import { listColleagues } from './delegation-store.ts';
import { endHolding, findHolding, insertHolding } from './holding-store.ts';
import { ownChange, type OwnRequest } from './own-account.ts';
import { holdingFacts } from './roles.ts';
import { lockAccount } from './store.ts';

export interface DelegationWish {
  readonly holdingId: string;
  readonly toAccountId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly writeId: string;
}

/** Lends a role of one's own for an absence. A retry changes nothing. */
export const delegateRole = (request: OwnRequest, wish: DelegationWish): Promise<Refusal | undefined> =>
  request.db.transaction().execute(async (tx) => {
    const { accountId, clock } = request;
    const { toAccountId, validFrom, validTo, writeId } = wish;
    await lockAccount(tx, accountId);
    if (await findHolding(tx, writeId)) return undefined;
    const holding = await findHolding(tx, wish.holdingId);
    if (!holding) return refuse('account.not-delegable', { reason: 'not-own' });
    const { role, organizationCode } = holding;
    const colleagues = await listColleagues(tx, accountId, organizationCode, clock.today());
    const isColleague = colleagues.some(({ id }) => id === toAccountId);
    const asked = { lenderId: accountId, borrowerId: toAccountId, validFrom, validTo, isColleague };
    const reason = findDelegationFault(holding, asked, clock.today());
    if (reason) return refuse('account.not-delegable', { reason });
    const lent = { holdingId: writeId, accountId: toAccountId, role, organizationCode, validFrom, validTo };
    await insertHolding(tx, { ...lent, delegatedFrom: wish.holdingId }, clock.now(), accountId);
    await recordDeeds(tx, ownChange(request), [
      {
        ...{ action: 'role.delegate', accountId: toAccountId, details: { lender: accountId } },
        after: holdingFacts(lent),
      },
    ]);
    return undefined;
  });

/** Takes a lent role back, at once. A retry changes nothing. */
export const takeDelegationBack = (request: OwnRequest, id: string): Promise<Refusal | undefined> =>
  request.db.transaction().execute(async (tx) => {
    const { accountId, clock } = request;
    const lent = await findHolding(tx, id);
    const own = lent?.delegatedFrom ? await findHolding(tx, lent.delegatedFrom) : undefined;
    if (!lent || own?.accountId !== accountId) return refuse('record.not-found', { kind: 'delegation' });
    if (lent.endedAt !== null) return undefined;
    await endHolding(tx, id, clock.now(), accountId);
    await recordDeeds(tx, ownChange(request), [
      {
        ...{ action: 'role.end-delegation', accountId: lent.accountId, details: { lender: accountId } },
        before: holdingFacts(lent),
      },
    ]);
    return undefined;
  });
