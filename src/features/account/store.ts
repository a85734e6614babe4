import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { selectHoldingsOn, type HoldingRow } from './holding-store.ts';

export interface AccountRow {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  /** Office address and telephone, where known. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
}

export interface SessionRow {
  readonly account: AccountRow;
  /** The roles that the account holds on the day asked about. */
  readonly holdings: readonly HoldingRow[];
  /** Instants, ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

const ACCOUNT_COLUMNS = [
  'account.account_id as accountId',
  'account.username',
  'account.display_name as displayName',
  'account.email',
  'account.phone',
  'account.password_hash as passwordHash',
  'account.is_disabled as isDisabled',
] as const;

export const findAccount = (db: Db | Tx, username: string): Promise<AccountRow | undefined> => {
  return db.selectFrom('account').select(ACCOUNT_COLUMNS).where('username', '=', username).executeTakeFirst();
};

export type AccountWithHoldings = AccountRow & { readonly holdings: readonly HoldingRow[] };

/** All accounts with the roles that they hold on a day, by username. */
export const listAccounts = (db: Db | Tx, today: PlainDate): Promise<readonly AccountWithHoldings[]> =>
  db
    .selectFrom('account')
    .select([...ACCOUNT_COLUMNS, selectHoldingsOn(today).as('holdings')])
    .orderBy('username')
    .execute();

/** Adds an account; answers false when the username is taken. */
export const insertAccount = async (tx: Tx, account: AccountRow, at: string): Promise<boolean> => {
  const inserted = await tx
    .insertInto('account')
    .values({
      account_id: account.accountId,
      username: account.username,
      display_name: account.displayName,
      email: account.email,
      phone: account.phone,
      password_hash: account.passwordHash,
      is_disabled: account.isDisabled,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return inserted !== undefined;
};

export const updateAccount = async (
  tx: Tx,
  accountId: string,
  change: { readonly passwordHash?: string; readonly isDisabled?: boolean },
  at: string,
): Promise<void> => {
  await tx
    .updateTable('account')
    .set({
      ...(change.passwordHash !== undefined && { password_hash: change.passwordHash }),
      ...(change.isDisabled !== undefined && { is_disabled: change.isDisabled }),
      updated_at: at,
    })
    .where('account_id', '=', accountId)
    .execute();
};

export const insertSession = async (
  tx: Tx,
  session: {
    readonly tokenHash: string;
    readonly accountId: string;
    readonly at: string;
    readonly expiresAt: string;
  },
): Promise<void> => {
  await tx
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: session.at,
      last_seen_at: session.at,
      expires_at: session.expiresAt,
    })
    .execute();
};

/** Finds a session that has not expired and whose account may still sign in, with the roles it holds today. */
export const findLiveSession = async (
  db: Db | Tx,
  tokenHash: string,
  now: string,
  today: PlainDate,
): Promise<SessionRow | undefined> => {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.account_id', 'session.account_id')
    .select([
      ...ACCOUNT_COLUMNS,
      'session.created_at as createdAt',
      'session.last_seen_at as lastSeenAt',
      'session.expires_at as expiresAt',
      selectHoldingsOn(today).as('holdings'),
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.is_disabled', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  const { createdAt, lastSeenAt, expiresAt, holdings, ...account } = row;
  return { account, holdings, createdAt, lastSeenAt, expiresAt };
};

export const extendSession = async (
  db: Db,
  tokenHash: string,
  at: string,
  expiresAt: string,
): Promise<void> => {
  await db
    .updateTable('session')
    .set({ last_seen_at: at, expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute();
};

export const deleteSession = async (tx: Tx, tokenHash: string): Promise<void> => {
  await tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
};

export const deleteSessionsOf = async (tx: Tx, accountId: string): Promise<void> => {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute();
};

export const deleteExpiredSessions = async (tx: Tx, now: string): Promise<void> => {
  await tx.deleteFrom('session').where('expires_at', '<=', now).execute();
};
