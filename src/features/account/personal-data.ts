import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { recordDeeds, type AccountChange } from './account-change.ts';
import { listAccountEvents, listAllHoldings, type AccountEventRow } from './administration-reads.ts';
import { endAllHoldings } from './holding-store.ts';
import { erasePersonalData, listCommitteePosts } from './personal-data-store.ts';
import { normalizeUsername } from './session.ts';
import { listSessions } from './session-store.ts';
import { findAccount, isLastAdministrator, type AccountRow } from './store.ts';

/** Everything that is kept about a person, without secrets. */
export interface PersonalData {
  readonly account: Omit<AccountRow, 'passwordHash'>;
  readonly roles: Awaited<ReturnType<typeof listAllHoldings>>;
  readonly sessions: readonly {
    readonly createdAt: string;
    readonly lastSeenAt: string;
    readonly clientAddress: string | null;
    readonly userAgent: string | null;
  }[];
  /** Posts in the steering committee, with the areas that went with them. */
  readonly committeePosts: Awaited<ReturnType<typeof listCommitteePosts>>;
  /** What the audit trail says of the account, the latest first. */
  readonly history: readonly AccountEventRow[];
}

/** Hands out what is kept about a person (decree 13/2023/NĐ-CP on the protection of personal data), and writes that down. */
export const exportPersonalData = async (
  change: AccountChange,
  username: string,
): Promise<PersonalData | Refusal> => {
  const { db, clock } = change;
  const found = await findAccount(db, normalizeUsername(username));
  if (!found) return refuse('record.not-found', { username });
  const { passwordHash: _, ...account } = found;
  const { accountId } = account;
  const sessions = await listSessions(db, accountId, clock.now());
  const data = {
    account,
    roles: await listAllHoldings(db, accountId),
    sessions: sessions.map(({ createdAt, lastSeenAt, clientAddress, userAgent }) => ({
      ...{ createdAt, lastSeenAt, clientAddress, userAgent },
    })),
    committeePosts: await listCommitteePosts(db, accountId),
    history: await listAccountEvents(db, accountId),
  };
  await db.transaction().execute((tx) => recordDeeds(tx, change, [{ action: 'account.export', accountId }]));
  return data;
};

/**
 * Empties an account of personal data: user name, name and contact are replaced, secrets and sessions removed, roles taken
 * back, the account shut. What the person did stays, under the id of the account.
 */
export const eraseAccount = (change: AccountChange, username: string): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const { clock, caller } = change;
    const account = await findAccount(tx, normalizeUsername(username));
    if (account?.erasedAt !== null) return refuse('record.not-found', { username });
    const { accountId } = account;
    if (await isLastAdministrator(tx, accountId, clock.today())) return refuse('account.last-administrator');
    await endAllHoldings(tx, accountId, clock.now(), caller.actor);
    await erasePersonalData(tx, accountId, clock.now());
    await recordDeeds(tx, change, [
      {
        ...{ action: 'account.erase', accountId },
        before: { isDisabled: account.isDisabled, isErased: false },
        after: { isDisabled: true, isErased: true },
      },
    ]);
    return account;
  });
