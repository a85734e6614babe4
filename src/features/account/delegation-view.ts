import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';
import { listColleagues, listDelegations } from './delegation-store.ts';
import type { HoldingRow } from './holding-store.ts';
import { holdingView } from './holding-view.ts';
import type { Delegation, OwnAccount } from './own-account-contract.ts';

/** Own roles with the people to whom each can be lent. */
export const viewLendable = async (
  db: Db,
  accountId: string,
  holdings: readonly HoldingRow[],
  today: PlainDate,
): Promise<OwnAccount['lendable']> => {
  const lendable: OwnAccount['lendable'] = [];
  for (const holding of holdings.filter(({ delegatedFrom }) => delegatedFrom === null)) {
    const colleagues = await listColleagues(db, accountId, holding.organizationCode, today);
    lendable.push({ holding: holdingView(holding), colleagues: [...colleagues] });
  }
  return lendable;
};

/** What a person lends, today or later. */
export const viewDelegations = async (db: Db, accountId: string, today: PlainDate): Promise<Delegation[]> =>
  (await listDelegations(db, accountId, today)).map(({ organizationCode, organizationName, ...row }) => ({
    ...row,
    organization:
      organizationCode === null
        ? null
        : { code: organizationCode, name: organizationName ?? organizationCode },
  }));
