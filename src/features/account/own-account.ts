import { needsSecondFactor } from '#core/access/pending-step.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { verifyPassword } from '#server/auth/password.ts';
import { hashSessionToken } from '#server/auth/session-token.ts';
import { recordDeeds, type AccountChange } from './account-change.ts';
import { choosePassword } from './choose-password.ts';
import { viewDelegations, viewLendable } from './delegation-view.ts';
import { listHoldingsOn } from './holding-store.ts';
import type { OwnAccount, OwnSession } from './own-account-contract.ts';
import { countRecoveryCodes, findSecondFactor } from './second-factor-store.ts';
import { deleteOwnSession, deleteSessionsOf, listSessions } from './session-store.ts';
import { beginPassword } from './sign-in-attempts.ts';
import type { CountedRequest } from './sign-in.ts';
import { findAccountById, updateAccount, type AccountRow } from './store.ts';

/** The signed-in person with the request that he or she makes. */
export type OwnRequest = CountedRequest & {
  readonly accountId: string;
  readonly sessionToken: string;
};

/** What the audit trail needs to know of a request of the person. */
export const ownChange = ({ db, clock, caller }: OwnRequest): AccountChange => ({ db, clock, caller });

/** The account of the signed-in person, as shown. */
export const viewOwnAccount = async (request: OwnRequest): Promise<OwnAccount | Refusal> => {
  const { db, clock, accountId, authentication } = request;
  const account = await findAccountById(db, accountId);
  if (!account) return refuse('session.required');
  const today = clock.today();
  const holdings = await listHoldingsOn(db, accountId, today);
  const { username, displayName, email, phone, passwordHash } = account;
  return {
    ...{ username, displayName, email, phone, hasPassword: passwordHash !== null },
    secondFactor: {
      isOn: (await findSecondFactor(db, accountId)) !== undefined,
      isRequired: authentication.requiresSecondFactor && needsSecondFactor(holdings.map(({ role }) => role)),
      recoveryCodesLeft: await countRecoveryCodes(db, accountId),
    },
    lendable: await viewLendable(db, accountId, holdings, today),
    delegations: await viewDelegations(db, accountId, today),
  };
};

/**
 * Makes sure that it is the person who asks and not somebody at a browser left open. Without a password, as after a single
 * sign-on, there is nothing to ask for.
 */
export const confirmPassword = async (
  { counter }: OwnRequest,
  account: AccountRow,
  password: string | null,
): Promise<Refusal | undefined> => {
  if (account.passwordHash === null) return undefined;
  const attempt = beginPassword(counter, account.accountId);
  if ('refusal' in attempt) return attempt.refusal;
  if (!(await verifyPassword(account.passwordHash, password ?? ''))) return refuse('account.wrong-password');
  attempt.forget();
  return undefined;
};

/** Lets the person choose another password. Other sessions end: whoever knew the old one is out. */
export const changeOwnPassword = async (
  request: OwnRequest,
  wanted: { readonly currentPassword: string | null; readonly newPassword: string },
): Promise<Refusal | undefined> => {
  const { db, clock, accountId, sessionToken } = request;
  const account = await findAccountById(db, accountId);
  if (!account) return refuse('session.required');
  const refused = await confirmPassword(request, account, wanted.currentPassword);
  if (refused) return refused;
  const passwordHash = await choosePassword(db, account, wanted.newPassword);
  if (isRefusal(passwordHash)) return passwordHash;
  await db.transaction().execute(async (tx) => {
    await updateAccount(tx, accountId, { passwordHash, mustChangePassword: false }, clock.now());
    await deleteSessionsOf(tx, accountId, hashSessionToken(sessionToken));
    await recordDeeds(tx, ownChange(request), [{ action: 'account.change-password', accountId }]);
  });
  return undefined;
};

/** Where the person is signed in. */
export const viewSessions = async ({
  db,
  clock,
  accountId,
  sessionToken,
}: OwnRequest): Promise<OwnSession[]> => {
  const tokenHash = hashSessionToken(sessionToken);
  const rows = await listSessions(db, accountId, clock.now());
  return rows.map((row) => ({
    ...{ id: row.sessionId, isThis: row.tokenHash === tokenHash, method: row.method },
    ...{ userAgent: row.userAgent, address: row.clientAddress },
    ...{ createdAt: row.createdAt, lastSeenAt: row.lastSeenAt },
  }));
};

/** Ends one session of the person. A retry changes nothing. */
export const endSession = (request: OwnRequest, sessionId: string): Promise<void> =>
  request.db.transaction().execute(async (tx) => {
    const { accountId } = request;
    if (!(await deleteOwnSession(tx, accountId, sessionId))) return;
    const details = { session: sessionId };
    await recordDeeds(tx, ownChange(request), [{ action: 'session.revoke', accountId, details }]);
  });

/** Ends all sessions of the person but the one that asks; answers how many. */
export const endOtherSessions = (request: OwnRequest): Promise<number> =>
  request.db.transaction().execute(async (tx) => {
    const { accountId, sessionToken } = request;
    const ended = await deleteSessionsOf(tx, accountId, hashSessionToken(sessionToken));
    if (ended > 0) {
      const deed = { action: 'session.revoke', accountId, details: { others: ended } };
      await recordDeeds(tx, ownChange(request), [deed]);
    }
    return ended;
  });
