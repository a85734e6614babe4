import { setTimeout as delay } from 'node:timers/promises';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { verifyPassword } from '#server/auth/password.ts';
import type { WindowCounter } from '#server/auth/window-counter.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import { normalizeUsername, openSession, type OpenedSession, type SessionRequest } from './session.ts';
import { beginCode, beginSignIn } from './sign-in-attempts.ts';
import { findSecondFactor } from './second-factor-store.ts';
import { isRecoveryCode, takeCode } from './take-code.ts';
import { findAccount, type AccountRow } from './store.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** A request that may be braked. */
export type CountedRequest = SessionRequest & { readonly counter: WindowCounter };

// A name that nobody has may be a password in the wrong field, and the trail can't forget it.
const nameSubject = (account: AccountRow | undefined): string =>
  account ? `username:${account.username}` : 'unknown-username:*';

const record = async (
  request: SessionRequest,
  action: 'session.refuse' | 'session.brake',
  who: { readonly subject: string; readonly reason?: string },
): Promise<void> => {
  const { db, clock, caller } = request;
  const details = who.reason === undefined ? {} : { reason: who.reason };
  const event = { at: clock.now(), action, subject: who.subject, details };
  await db.transaction().execute((tx) => appendAuditEvent(tx, caller, event));
};

/**
 * Asks for a code where the account has a second factor. Only who knows the password or was invited comes here, so that a
 * stranger can't use up the owner's attempts. A recovery code can't be guessed and is taken even while codes are braked: the
 * owner always has a way in.
 */
export const checkCode = async (
  request: CountedRequest,
  { accountId }: AccountRow,
  code: string | undefined,
): Promise<Refusal | undefined> => {
  if (!(await findSecondFactor(request.db, accountId))) return undefined;
  if (code === undefined) return refuse('session.code-required');
  const subject = `account:${accountId}`;
  const attempt = isRecoveryCode(code) ? undefined : beginCode(request.counter, accountId);
  if (attempt && 'refusal' in attempt) {
    if (attempt.isFirst) await record(request, 'session.brake', { subject, reason: 'code' });
    return attempt.refusal;
  }
  if (await takeCode(request, accountId, code)) {
    attempt?.forget();
    return undefined;
  }
  await record(request, 'session.refuse', { subject, reason: 'code' });
  return refuse('session.wrong-code');
};

// A wrong username, a wrong password and a disabled account are refused alike.
const enter = async (request: CountedRequest, credentials: Credentials): Promise<OpenedSession | Refusal> => {
  const username = normalizeUsername(credentials.username);
  const account = await findAccount(request.db, username);
  const isRight = await verifyPassword(account?.passwordHash, credentials.password);
  if (!account || !isRight || account.isDisabled) {
    await record(request, 'session.refuse', { subject: nameSubject(account) });
    return refuse('session.invalid-credentials');
  }
  const refused = await checkCode(request, account, credentials.code);
  if (refused) return refused;
  return request.db.transaction().execute((tx) => openSession(tx, request, account, 'password'));
};

/** Opens a session, unless too many attempts have failed; one that is guessed at is opened slowly. */
export const signInWith = async (
  request: CountedRequest,
  credentials: Credentials,
): Promise<OpenedSession | Refusal> => {
  const username = normalizeUsername(credentials.username);
  const attempt = beginSignIn(request.counter, username, request.clientAddress);
  if ('refusal' in attempt) {
    if (attempt.isFirst) {
      const account = await findAccount(request.db, username);
      await record(request, 'session.brake', { subject: nameSubject(account) });
    }
    return attempt.refusal;
  }
  if (attempt.delayMilliseconds > 0) await delay(attempt.delayMilliseconds);
  const opened = await enter(request, credentials);
  if (!isRefusal(opened) || opened.code === 'session.code-required') attempt.forget();
  return opened;
};
