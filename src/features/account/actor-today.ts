import type { Actor } from '#core/access/access.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';
import { listHoldingsOn } from './holding-store.ts';
import { listMembershipsOn } from './membership-store.ts';
import { findAccountById } from './store.ts';

/** An account with the roles and memberships that it holds on a day, without a session; undefined where it is disabled or unknown. */
export const findActorOn = async (
  db: Db,
  accountId: string,
  today: PlainDate,
): Promise<Actor | undefined> => {
  const account = await findAccountById(db, accountId);
  if (!account || account.isDisabled) return undefined;
  return {
    accountId,
    holdings: await listHoldingsOn(db, accountId, today),
    memberships: await listMembershipsOn(db, accountId, today),
  };
};
