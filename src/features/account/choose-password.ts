import { findWeakness } from '#core/access/password-policy.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { isCommonPassword } from '#server/auth/common-passwords.ts';
import { hashPassword, verifyPassword } from '#server/auth/password.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizationNames, type AccountRow } from './store.ts';

/** For whom a password is chosen: what a guesser tries first. */
export type PasswordOwner = Pick<AccountRow, 'accountId' | 'username' | 'displayName'> & {
  readonly passwordHash?: string | null;
};

/** Checks a password against the policy; answers its hash, or why it is too easy to guess. */
export const choosePassword = async (
  db: Db,
  owner: PasswordOwner,
  password: string,
): Promise<string | Refusal> => {
  const organizations = await listOrganizationNames(db, owner.accountId);
  const names = [owner.username, owner.displayName, ...organizations];
  const reason = findWeakness(password, { names, isCommon: isCommonPassword });
  if (reason) return refuse('account.weak-password', { reason });
  const isUnchanged =
    typeof owner.passwordHash === 'string' && (await verifyPassword(owner.passwordHash, password));
  return isUnchanged ? refuse('account.weak-password', { reason: 'unchanged' }) : hashPassword(password);
};
