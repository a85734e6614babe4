import { v7 as newId } from 'uuid';
import type { RoleHolding } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import { hashPassword, SHORTEST_PASSWORD } from '#server/auth/password.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import type { DemonstrationAccount } from './contract.ts';
import type { AccountChange } from './account-change.ts';
import { findHoldingFault, grantRole } from './roles.ts';
import { normalizeUsername } from './session.ts';
import { deleteSessionsOf, findAccount, insertAccount, updateAccount, type AccountRow } from './store.ts';

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly holdings: readonly RoleHolding[];
  readonly password: string;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,62}$/;

const findWeakness = (password: string): Refusal | undefined =>
  password.length < SHORTEST_PASSWORD
    ? refuse('account.weak-password', { minimumCharacters: SHORTEST_PASSWORD })
    : undefined;

/** Adds a person who may sign in. */
export const addAccount = async (
  { db, clock, caller }: AccountChange,
  wanted: NewAccount,
): Promise<AccountRow | Refusal> => {
  const username = normalizeUsername(wanted.username);
  if (!USERNAME.test(username)) return refuse('account.malformed-username', { field: 'username' });
  const displayName = tidy(wanted.displayName);
  if (displayName === '') return refuse('value.malformed', { field: 'displayName' });
  const weakness = findWeakness(wanted.password);
  if (weakness) return weakness;
  const passwordHash = await hashPassword(wanted.password);
  const account: AccountRow = {
    ...{ accountId: newId(), username, displayName },
    ...{ email: wanted.email ?? null, phone: wanted.phone ?? null },
    ...{ passwordHash, isDisabled: false },
  };
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    for (const holding of wanted.holdings) {
      const fault = await findHoldingFault(tx, holding);
      if (fault) return fault;
    }
    if (!(await insertAccount(tx, account, at))) return refuse('account.username-taken', { username });
    const subject = `account:${account.accountId}`;
    await appendAuditEvent(tx, caller, { at, action: 'account.add', subject, details: { username } });
    const deed = { accountId: account.accountId, at, caller };
    for (const holding of wanted.holdings) {
      await grantRole(tx, deed, holding, { validFrom: clock.today(), validTo: null });
    }
    return account;
  });
};

const changeAccount = (
  { db, clock, caller }: AccountChange,
  username: string,
  action: string,
  change: (tx: Tx, account: AccountRow, at: string) => Promise<void>,
): Promise<AccountRow | Refusal> =>
  db.transaction().execute(async (tx) => {
    const account = await findAccount(tx, normalizeUsername(username));
    if (!account) return refuse('record.not-found', { username });
    const at = clock.now();
    await change(tx, account, at);
    await deleteSessionsOf(tx, account.accountId);
    await appendAuditEvent(tx, caller, { at, action, subject: `account:${account.accountId}` });
    return account;
  });

/** Shuts an account out, at once also where it is signed in. */
export const disableAccount = (context: AccountChange, username: string): Promise<AccountRow | Refusal> =>
  changeAccount(context, username, 'account.disable', (tx, { accountId }, at) =>
    updateAccount(tx, accountId, { isDisabled: true }, at),
  );

/** Lets a disabled account in again. */
export const enableAccount = (context: AccountChange, username: string): Promise<AccountRow | Refusal> =>
  changeAccount(context, username, 'account.enable', (tx, { accountId }, at) =>
    updateAccount(tx, accountId, { isDisabled: false }, at),
  );

/** Gives an account another password and ends its sessions. */
export const changePassword = async (
  context: AccountChange,
  username: string,
  password: string,
): Promise<AccountRow | Refusal> => {
  const weakness = findWeakness(password);
  if (weakness) return weakness;
  const passwordHash = await hashPassword(password);
  return changeAccount(context, username, 'account.change-password', (tx, { accountId }, at) =>
    updateAccount(tx, accountId, { passwordHash }, at),
  );
};

/** Adds those demonstration accounts that are not there yet. */
export const ensureDemonstrationAccounts = async (
  context: AccountChange,
  accounts: readonly DemonstrationAccount[],
): Promise<void> => {
  for (const account of accounts) {
    if (await findAccount(context.db, account.username)) continue;
    const added = await addAccount(context, account);
    if (isRefusal(added)) throw new Error(`The demonstration account ${account.username}: ${added.code}`);
  }
};
