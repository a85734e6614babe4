import { permittedActions, type Actor } from '#core/access/access.ts';
import { findPendingStep, type PendingStep } from '#core/access/pending-step.ts';
import { computeExpiry, isWorthNoting } from '#core/access/session-lifetime.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Authentication } from '#server/auth/authentication.ts';
import { hashSessionToken, newSessionToken } from '#server/auth/session-token.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { SessionView } from './contract.ts';
import { listHoldingsOn } from './holding-store.ts';
import { holdingView } from './holding-view.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  extendSession,
  findLiveSession,
  insertSession,
  type SessionRow,
  type SignInMethod,
} from './session-store.ts';
import type { AccountRow } from './store.ts';

/** What a use case needs to know about the request that asks for it. */
export interface SessionRequest {
  readonly db: Db;
  readonly clock: Clock;
  readonly authentication: Authentication;
  readonly caller: Caller;
  readonly clientAddress: string;
  readonly userAgent: string | null;
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const pendingStepOf = (session: SessionRow, { requiresSecondFactor }: Authentication): PendingStep | null =>
  findPendingStep({
    ...{ requiresSecondFactor, hasSecondFactor: session.hasSecondFactor },
    mustChangePassword: session.account.mustChangePassword,
    isBySingleSignOn: session.method === 'single-sign-on',
    roles: session.holdings.map(({ role }) => role),
  });

const actorOf = (session: SessionRow, authentication: Authentication): Actor => ({
  accountId: session.account.accountId,
  holdings: session.holdings,
  memberships: session.memberships,
  pendingStep: pendingStepOf(session, authentication),
});

const viewOf = (session: SessionRow, authentication: Authentication): SessionView => {
  const { accountId, username, displayName } = session.account;
  const actor = actorOf(session, authentication);
  return {
    account: { id: accountId, username, displayName },
    holdings: session.holdings.map(holdingView),
    permittedActions: [...permittedActions(actor)],
    pendingStep: actor.pendingStep ?? null,
    expiresAt: session.expiresAt,
  };
};

/** The form in which usernames are kept and compared. */
export const normalizeUsername = (username: string): string => username.normalize('NFC').trim().toLowerCase();

/** A session that has just been opened, with the token that only its browser knows. */
export interface OpenedSession {
  readonly token: string;
  readonly view: SessionView;
}

/**
 * Opens a session for an account that has proved itself, and writes it to the audit trail as the last thing that the
 * transaction does. Who holds no role today is not let in.
 */
export const openSession = async (
  tx: Tx,
  request: SessionRequest,
  { accountId }: Pick<AccountRow, 'accountId'>,
  method: SignInMethod,
): Promise<OpenedSession | Refusal> => {
  const { clock, authentication, clientAddress, userAgent } = request;
  const at = clock.now();
  const today = clock.today();
  const caller = { ...request.caller, actor: accountId };
  const event = { at, subject: `account:${accountId}` };
  if ((await listHoldingsOn(tx, accountId, today)).length === 0) {
    const action = 'session.refuse';
    await appendAuditEvent(tx, caller, { ...event, action, details: { method, reason: 'no-role' } });
    return refuse('session.no-role');
  }
  const token = newSessionToken();
  const tokenHash = hashSessionToken(token);
  const expiresAt = instant(computeExpiry(Date.parse(at), Date.parse(at)));
  await deleteExpiredSessions(tx, at);
  await insertSession(tx, { tokenHash, accountId, method, clientAddress, userAgent, at, expiresAt });
  const session = await findLiveSession(tx, tokenHash, at, today);
  if (!session) return refuse('session.invalid-credentials');
  await appendAuditEvent(tx, caller, { ...event, action: 'session.open', details: { method } });
  return { token, view: viewOf(session, authentication) };
};

/** Ends the session of a token; answers where the browser ends the provider's session too, if it has one. */
export const closeSession = async (
  request: SessionRequest,
  actor: Actor,
  token: string,
): Promise<string | null> => {
  const { db, clock, authentication } = request;
  const tokenHash = hashSessionToken(token);
  const method = await db.transaction().execute(async (tx) => {
    const session = await findLiveSession(tx, tokenHash, clock.now(), clock.today());
    await deleteSession(tx, tokenHash);
    const subject = `account:${actor.accountId}`;
    const caller = { ...request.caller, actor: actor.accountId };
    await appendAuditEvent(tx, caller, { at: clock.now(), action: 'session.close', subject });
    return session?.method;
  });
  if (method !== 'single-sign-on') return null;
  return (await authentication.singleSignOn?.findSignOutAddress()) ?? null;
};

type SessionPorts = Pick<SessionRequest, 'db' | 'clock' | 'authentication'>;

/** Finds whose token it is and puts the end of the session off. */
export const findActor = async (
  { db, clock, authentication }: SessionPorts,
  token: string,
): Promise<Actor | undefined> => {
  const tokenHash = hashSessionToken(token);
  const at = clock.now();
  const session = await findLiveSession(db, tokenHash, at, clock.today());
  if (!session) return undefined;
  const now = Date.parse(at);
  if (isWorthNoting(Date.parse(session.lastSeenAt), now)) {
    const expiresAt = instant(computeExpiry(Date.parse(session.createdAt), now));
    await extendSession(db, tokenHash, { at, expiresAt });
  }
  return actorOf(session, authentication);
};

/** Shows a session to the person it belongs to. */
export const findSession = async (
  { db, clock, authentication }: SessionPorts,
  token: string,
): Promise<SessionView | undefined> => {
  const session = await findLiveSession(db, hashSessionToken(token), clock.now(), clock.today());
  return session && viewOf(session, authentication);
};
