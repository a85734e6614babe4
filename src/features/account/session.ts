import { setTimeout as delay } from 'node:timers/promises';
import { permittedActions, type Actor } from '#core/access/access.ts';
import { computeExpiry, isWorthNoting } from '#core/access/session-lifetime.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { verifyPassword } from '#server/auth/password.ts';
import { hashSessionToken, newSessionToken } from '#server/auth/session-token.ts';
import type { WindowCounter } from '#server/auth/window-counter.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import type { SessionView } from './contract.ts';
import { listHoldingsOn, type HoldingRow } from './holding-store.ts';
import { holdingView } from './holding-view.ts';
import { beginSignIn } from './sign-in-attempts.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  extendSession,
  findAccount,
  findLiveSession,
  insertSession,
  type AccountRow,
} from './store.ts';

/** What a use case needs to know about the request that asks for it. */
export interface SessionRequest {
  readonly db: Db;
  readonly clock: Clock;
  readonly requestId: string;
  readonly clientAddress: string;
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const viewOf = (account: AccountRow, holdings: readonly HoldingRow[], expiresAt: string): SessionView => ({
  account: {
    id: account.accountId,
    username: account.username,
    displayName: account.displayName,
  },
  holdings: holdings.map(holdingView),
  permittedActions: [...permittedActions({ accountId: account.accountId, holdings })],
  expiresAt,
});

/** The form in which usernames are kept and compared. */
export const normalizeUsername = (username: string): string => username.normalize('NFC').trim().toLowerCase();

/** A session that has just been opened, with the token that only its browser knows. */
export interface OpenedSession {
  readonly token: string;
  readonly view: SessionView;
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}

const nameSubject = (username: string): string => `username:${username.slice(0, 64)}`;

// A wrong username, a wrong password and a disabled account are refused alike.
const openSession = async (
  { db, clock, requestId, clientAddress }: SessionRequest,
  credentials: Credentials,
): Promise<OpenedSession | Refusal> => {
  const username = normalizeUsername(credentials.username);
  const account = await findAccount(db, username);
  const isRight = await verifyPassword(account?.passwordHash, credentials.password);
  const at = clock.now();
  const details = { address: clientAddress };
  return db.transaction().execute(async (tx) => {
    if (!account || !isRight || account.isDisabled) {
      const subject = nameSubject(username);
      const action = 'session.refuse';
      await appendAuditEvent(tx, { at, actor: 'nobody', action, subject, details, requestId });
      return refuse('session.invalid-credentials');
    }
    const token = newSessionToken();
    const expiresAt = instant(computeExpiry(Date.parse(at), Date.parse(at)));
    const { accountId } = account;
    await deleteExpiredSessions(tx, at);
    await insertSession(tx, { tokenHash: hashSessionToken(token), accountId, at, expiresAt });
    const subject = `account:${accountId}`;
    await appendAuditEvent(tx, { at, actor: accountId, action: 'session.open', subject, details, requestId });
    const holdings = await listHoldingsOn(tx, accountId, clock.today());
    return { token, view: viewOf(account, holdings, expiresAt) };
  });
};

const recordBrake = async (request: SessionRequest, username: string): Promise<void> => {
  const { db, clock, requestId, clientAddress: address } = request;
  const event = { at: clock.now(), actor: 'nobody', action: 'session.brake', subject: nameSubject(username) };
  await db.transaction().execute((tx) => appendAuditEvent(tx, { ...event, details: { address }, requestId }));
};

/** Opens a session, unless too many attempts have failed; one that is guessed at is opened slowly. */
export const signInWith = async (
  request: SessionRequest & { readonly counter: WindowCounter },
  credentials: Credentials,
): Promise<OpenedSession | Refusal> => {
  const username = normalizeUsername(credentials.username);
  const attempt = beginSignIn(request.counter, username, request.clientAddress);
  if ('refusal' in attempt) {
    if (attempt.isFirst) await recordBrake(request, username);
    return attempt.refusal;
  }
  if (attempt.delayMilliseconds > 0) await delay(attempt.delayMilliseconds);
  const opened = await openSession(request, credentials);
  if (!isRefusal(opened)) attempt.forget();
  return opened;
};

/** Ends the session of a token. */
export const closeSession = async (
  { db, clock, requestId, clientAddress }: SessionRequest,
  actor: Actor,
  token: string,
): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await deleteSession(tx, hashSessionToken(token));
    const subject = `account:${actor.accountId}`;
    const event = { at: clock.now(), actor: actor.accountId, action: 'session.close', subject };
    await appendAuditEvent(tx, { ...event, details: { address: clientAddress }, requestId });
  });
};

/** Finds whose token it is and puts the end of the session off. */
export const findActor = async (db: Db, clock: Clock, token: string): Promise<Actor | undefined> => {
  const tokenHash = hashSessionToken(token);
  const at = clock.now();
  const session = await findLiveSession(db, tokenHash, at, clock.today());
  if (!session) return undefined;
  const now = Date.parse(at);
  if (isWorthNoting(Date.parse(session.lastSeenAt), now)) {
    await extendSession(db, tokenHash, at, instant(computeExpiry(Date.parse(session.createdAt), now)));
  }
  return { accountId: session.account.accountId, holdings: session.holdings };
};

/** Shows a session to the person it belongs to. */
export const findSession = async (db: Db, clock: Clock, token: string): Promise<SessionView | undefined> => {
  const session = await findLiveSession(db, hashSessionToken(token), clock.now(), clock.today());
  return session && viewOf(session.account, session.holdings, session.expiresAt);
};
