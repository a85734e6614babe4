import { v7 as newId } from 'uuid';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { hashOneTimeCode, newOneTimeCode } from '#server/auth/one-time-code.ts';
import type { Tx } from '#server/db/database.ts';
import { recordDeeds, type AccountChange } from './account-change.ts';
import type { Invitation } from './administration-contract.ts';
import { choosePassword } from './choose-password.ts';
import {
  insertInvitation,
  lockInvitation,
  markInvitationUsed,
  revokeInvitations,
} from './invitation-store.ts';
import { openSession, type OpenedSession } from './session.ts';
import { deleteSessionsOf } from './session-store.ts';
import { checkCode, type CountedRequest } from './sign-in.ts';
import { lockAccount, updateAccount, type AccountRow } from './store.ts';

/** Days for which an invitation can be used: a letter may lie over a holiday. */
const INVITATION_DAYS = 14;
const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;
const MOST_PER_ADDRESS = 30;

const expiryOf = (now: string): string => new Date(Date.parse(now) + INVITATION_DAYS * DAY).toISOString();

/** An invitation with what is needed to hand it on: where the person works, and the office contact. */
export type MadeInvitation = Omit<Invitation, 'organization'> & {
  readonly organizationCode: string | null;
  /** Office contact, for who sends the code by e-mail. */
  readonly email: string | null;
};

const invite = async (tx: Tx, change: AccountChange, account: AccountRow): Promise<MadeInvitation> => {
  const { accountId, username, displayName, organizationCode, email } = account;
  const code = newOneTimeCode();
  const invitedAt = change.clock.now();
  const expiresAt = expiryOf(invitedAt);
  const codeHash = hashOneTimeCode(code);
  await revokeInvitations(tx, accountId, invitedAt);
  const row = { invitationId: newId(), accountId, codeHash, invitedAt, expiresAt, by: change.caller.actor };
  await insertInvitation(tx, row);
  return { accountId, username, displayName, organizationCode, email, code, expiresAt };
};

/** Makes one-time codes for several people, all or none. Codes of theirs that are out end. */
export const inviteAll = (
  change: AccountChange,
  accountIds: readonly string[],
): Promise<readonly MadeInvitation[] | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const accounts: AccountRow[] = [];
    // In one order everywhere, so that two who invite the same people do not wait for each other.
    for (const accountId of [...new Set(accountIds)].sort()) {
      const account = await lockAccount(tx, accountId);
      if (!account || account.isDisabled)
        return refuse('record.not-found', { kind: 'account', id: accountId });
      accounts.push(account);
    }
    const made: MadeInvitation[] = [];
    for (const account of accounts) made.push(await invite(tx, change, account));
    const deeds = made.map(({ accountId, expiresAt }) => ({
      ...{ action: 'account.invite', accountId, details: { expiresAt } },
    }));
    await recordDeeds(tx, change, deeds);
    return made;
  });

// A code can't be guessed; this stops a program that tries all the same.
const isBraked = ({ counter, clientAddress }: CountedRequest): Refusal | undefined => {
  const { count, secondsLeft } = counter.add(`invitation/${clientAddress}`, MINUTE);
  return count > MOST_PER_ADDRESS
    ? refuse('session.too-many-attempts', { retryAfterSeconds: secondsLeft })
    : undefined;
};

/** Whom a code invites. */
export const findInvited = async (
  request: CountedRequest,
  code: string,
): Promise<{ username: string; displayName: string; expiresAt: string } | Refusal> => {
  const braked = isBraked(request);
  if (braked) return braked;
  const found = await request.db
    .transaction()
    .execute((tx) => lockInvitation(tx, hashOneTimeCode(code), request.clock.now()));
  if (!found) return refuse('invitation.unusable');
  const { username, displayName } = found.account;
  return { username, displayName, expiresAt: found.expiresAt };
};

/** What an invited person sends. */
interface Acceptance {
  readonly code: string;
  readonly password: string;
  readonly secondFactorCode?: string | undefined;
}

/**
 * Lets an invited person choose a password and signs the person in. The code is used up. It stands for a password: where
 * there is a second factor it is asked for, so that a letter which somebody else reads opens nothing.
 */
export const acceptInvitation = async (
  request: CountedRequest,
  { code, password, secondFactorCode }: Acceptance,
): Promise<OpenedSession | Refusal> => {
  const braked = isBraked(request);
  if (braked) return braked;
  const { db, clock } = request;
  const codeHash = hashOneTimeCode(code);
  const found = await db.transaction().execute((tx) => lockInvitation(tx, codeHash, clock.now()));
  if (!found) return refuse('invitation.unusable');
  const passwordHash = await choosePassword(db, found.account, password);
  if (isRefusal(passwordHash)) return passwordHash;
  const unproved = await checkCode(request, found.account, secondFactorCode);
  if (unproved) return unproved;
  return db.transaction().execute(async (tx) => {
    // Again: another browser may have used it in the meantime.
    const invitation = await lockInvitation(tx, codeHash, clock.now());
    if (!invitation) return refuse('invitation.unusable');
    const { accountId } = invitation.account;
    await markInvitationUsed(tx, invitation.invitationId, clock.now());
    await updateAccount(tx, accountId, { passwordHash, mustChangePassword: false }, clock.now());
    await deleteSessionsOf(tx, accountId);
    const opened = await openSession(tx, request, invitation.account, 'invitation');
    const change = { db, clock, caller: { ...request.caller, actor: accountId } };
    await recordDeeds(tx, change, [{ action: 'account.accept-invitation', accountId }]);
    return opened;
  });
};
