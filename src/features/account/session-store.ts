import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { selectMembershipsOn } from './membership-store.ts';
import { selectHoldingsOn, type HoldingRow } from './holding-store.ts';
import { selectHasSecondFactor } from './second-factor-store.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './store.ts';

/** How a session came to be. */
export type SignInMethod = 'password' | 'invitation' | 'single-sign-on';

export interface SessionRow {
  readonly sessionId: string;
  readonly account: AccountRow;
  readonly method: SignInMethod;
  /** Whether codes of a second factor are asked for when signing in. */
  readonly hasSecondFactor: boolean;
  /** The roles that the account holds on the day asked about. */
  readonly holdings: readonly HoldingRow[];
  /** Its memberships of the steering committee on that day. */
  readonly memberships: readonly string[];
  /** Instants, ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

export interface NewSession {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly clientAddress: string;
  readonly userAgent: string | null;
  readonly at: string;
  readonly expiresAt: string;
}

export const insertSession = async (tx: Tx, session: NewSession): Promise<void> => {
  await tx
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      method: session.method,
      client_address: session.clientAddress,
      user_agent: session.userAgent,
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
      'session.session_id as sessionId',
      'session.method',
      'session.created_at as createdAt',
      'session.last_seen_at as lastSeenAt',
      'session.expires_at as expiresAt',
      selectHasSecondFactor().as('hasSecondFactor'),
      selectHoldingsOn(today).as('holdings'),
      selectMembershipsOn(today).as('memberships'),
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.is_disabled', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  const { sessionId, method, hasSecondFactor, createdAt, lastSeenAt, expiresAt, ...rest } = row;
  const { holdings, memberships, ...account } = rest;
  return {
    ...{ sessionId, account, hasSecondFactor, holdings, memberships, createdAt, lastSeenAt, expiresAt },
    // Safe: a constraint of the table holds it to these.
    method: method as SignInMethod,
  };
};

export const extendSession = async (
  db: Db,
  tokenHash: string,
  seen: { readonly at: string; readonly expiresAt: string },
): Promise<void> => {
  await db
    .updateTable('session')
    .set({ last_seen_at: seen.at, expires_at: seen.expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute();
};

export interface OwnSessionRow {
  readonly sessionId: string;
  readonly tokenHash: string;
  readonly method: SignInMethod;
  readonly clientAddress: string | null;
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** The sessions of an account that have not expired, the one used last first. */
export const listSessions = async (
  db: Db | Tx,
  accountId: string,
  now: string,
): Promise<readonly OwnSessionRow[]> => {
  const rows = await db
    .selectFrom('session')
    .select([
      'session_id as sessionId',
      'token_hash as tokenHash',
      'method',
      'client_address as clientAddress',
      'user_agent as userAgent',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
    ])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('session_id')
    .execute();
  return rows.map((row) => ({ ...row, method: row.method as SignInMethod }));
};

export const deleteSession = async (tx: Tx, tokenHash: string): Promise<void> => {
  await tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
};

/** Ends one session of an account; answers whether there was one. */
export const deleteOwnSession = async (tx: Tx, accountId: string, sessionId: string): Promise<boolean> => {
  const gone = await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('session_id', '=', sessionId)
    .returning('session_id')
    .executeTakeFirst();
  return gone !== undefined;
};

/** Ends all sessions of an account, or all but the one that is kept; answers how many. */
export const deleteSessionsOf = async (
  tx: Tx,
  accountId: string,
  keptTokenHash?: string,
): Promise<number> => {
  const gone = await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(keptTokenHash !== undefined, (query) => query.where('token_hash', '<>', keptTokenHash ?? ''))
    .returning('session_id')
    .execute();
  return gone.length;
};

export const deleteExpiredSessions = async (tx: Tx, now: string): Promise<void> => {
  await tx.deleteFrom('session').where('expires_at', '<=', now).execute();
};
