import type { Role } from '#core/access/access.ts';
import type { Db, Tx } from '#server/db/database.ts';

export interface AccountRow {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
}

export interface SessionRow {
  readonly account: AccountRow;
  /** Instants, ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

const ACCOUNT_COLUMNS = [
  'account.account_id as accountId',
  'account.username',
  'account.display_name as displayName',
  'account.role',
  'account.password_hash as passwordHash',
  'account.is_disabled as isDisabled',
] as const;

// Safe: the constraint account_role_known admits no other value.
const withRole = <Row extends { readonly role: string }>(row: Row) => ({ ...row, role: row.role as Role });

export const findAccount = async (db: Db | Tx, username: string): Promise<AccountRow | undefined> => {
  const row = await db
    .selectFrom('account')
    .select(ACCOUNT_COLUMNS)
    .where('username', '=', username)
    .executeTakeFirst();
  return row && withRole(row);
};

export const listAccounts = async (db: Db | Tx): Promise<readonly AccountRow[]> =>
  (await db.selectFrom('account').select(ACCOUNT_COLUMNS).orderBy('username').execute()).map(withRole);

/** Adds an account; answers false when the username is taken. */
export const insertAccount = async (tx: Tx, account: AccountRow, at: string): Promise<boolean> => {
  const inserted = await tx
    .insertInto('account')
    .values({
      account_id: account.accountId,
      username: account.username,
      display_name: account.displayName,
      role: account.role,
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

/** Finds a session that has not expired and whose account may still sign in. */
export const findLiveSession = async (
  db: Db | Tx,
  tokenHash: string,
  now: string,
): Promise<SessionRow | undefined> => {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.account_id', 'session.account_id')
    .select([
      ...ACCOUNT_COLUMNS,
      'session.created_at as createdAt',
      'session.last_seen_at as lastSeenAt',
      'session.expires_at as expiresAt',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.is_disabled', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  const { createdAt, lastSeenAt, expiresAt, ...account } = row;
  return { account: withRole(account), createdAt, lastSeenAt, expiresAt };
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
