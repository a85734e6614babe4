import { v7 as newId } from 'uuid';
import type { RoleHolding } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import { hashPassword } from '#server/auth/password.ts';
import type { Tx } from '#server/db/database.ts';
import { recordDeeds, type AccountChange, type AccountDeed } from './account-change.ts';
import { choosePassword } from './choose-password.ts';
import type { DemonstrationAccount } from './contract.ts';
import { findHoldingFault, grantRole, type SpannedHolding } from './roles.ts';
import { normalizeUsername } from './session.ts';
import { deleteSessionsOf } from './session-store.ts';
import {
  findAccount,
  insertAccount,
  isLastAdministrator,
  updateAccount,
  type AccountRow,
  type NewAccountRow,
} from './store.ts';

/** A person who is to have an account. */
export interface NewPerson {
  readonly accountId?: string;
  readonly username: string;
  readonly displayName: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly organizationCode?: string | null;
}

/** A person with the roles to begin with and a password that somebody else types. */
export interface NewAccount extends NewPerson {
  readonly holdings: readonly RoleHolding[];
  readonly password: string;
  /** The person chooses another one at the first sign-in. */
  readonly isTemporary?: boolean;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,62}$/;

/** A person as accounts keep them, without a password. */
export const readPerson = (wanted: NewPerson): NewAccountRow | Refusal => {
  const username = normalizeUsername(wanted.username);
  if (!USERNAME.test(username)) return refuse('account.malformed-username', { field: 'username' });
  const displayName = tidy(wanted.displayName);
  if (displayName === '') return refuse('value.malformed', { field: 'displayName' });
  return {
    ...{ accountId: wanted.accountId ?? newId(), username, displayName },
    ...{ email: wanted.email ?? null, phone: wanted.phone ?? null },
    organizationCode: wanted.organizationCode ?? null,
    ...{ passwordHash: null, mustChangePassword: false },
  };
};

/** Adds an account with its roles; answers what to write to the audit trail, or what stands against it. */
export const insertPerson = async (
  tx: Tx,
  change: AccountChange,
  person: NewAccountRow,
  holdings: readonly SpannedHolding[],
): Promise<readonly AccountDeed[] | Refusal> => {
  for (const holding of holdings) {
    const fault = await findHoldingFault(tx, holding);
    if (fault) return fault;
  }
  const { accountId, username, organizationCode } = person;
  if (!(await insertAccount(tx, person, change.clock.now()))) {
    return refuse('account.username-taken', { username });
  }
  const deeds: AccountDeed[] = [{ action: 'account.add', accountId, after: { organizationCode } }];
  for (const holding of holdings) deeds.push(await grantRole(tx, change, accountId, holding));
  return deeds;
};

const savePerson = (
  change: AccountChange,
  person: NewAccountRow,
  roles: readonly RoleHolding[],
): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const span = { validFrom: change.clock.today(), validTo: null };
    const holdings = roles.map((role) => ({ ...role, ...span }));
    const deeds = await insertPerson(tx, change, person, holdings);
    if (isRefusal(deeds)) return deeds;
    await recordDeeds(tx, change, deeds);
    return { ...person, isDisabled: false, version: 1, erasedAt: null };
  });

/** Adds a person who may sign in. */
export const addAccount = async (
  change: AccountChange,
  wanted: NewAccount,
): Promise<AccountRow | Refusal> => {
  const person = readPerson(wanted);
  if (isRefusal(person)) return person;
  const passwordHash = await choosePassword(change.db, person, wanted.password);
  if (isRefusal(passwordHash)) return passwordHash;
  const mustChangePassword = wanted.isTemporary ?? false;
  return savePerson(change, { ...person, passwordHash, mustChangePassword }, wanted.holdings);
};

const changeAccount = (
  change: AccountChange,
  username: string,
  deed: Omit<AccountDeed, 'accountId'>,
  act: (tx: Tx, account: AccountRow) => Promise<Refusal | undefined>,
): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const account = await findAccount(tx, normalizeUsername(username));
    if (account?.erasedAt !== null) return refuse('record.not-found', { username });
    const refused = await act(tx, account);
    if (refused) return refused;
    await deleteSessionsOf(tx, account.accountId);
    await recordDeeds(tx, change, [{ ...deed, accountId: account.accountId }]);
    return account;
  });

/** What the audit trail says of an account that was shut out or let in again. */
export const stateDeed = (isDisabled: boolean): Omit<AccountDeed, 'accountId'> => ({
  action: isDisabled ? 'account.disable' : 'account.enable',
  ...{ before: { isDisabled: !isDisabled }, after: { isDisabled } },
});

/** Shuts an account out, at once also where it is signed in. The last administrator stays. */
export const disableAccount = (change: AccountChange, username: string): Promise<AccountRow | Refusal> =>
  changeAccount(change, username, stateDeed(true), async (tx, { accountId }) => {
    if (await isLastAdministrator(tx, accountId, change.clock.today())) {
      return refuse('account.last-administrator');
    }
    await updateAccount(tx, accountId, { isDisabled: true }, change.clock.now());
    return undefined;
  });

/** Lets a disabled account in again. */
export const enableAccount = (change: AccountChange, username: string): Promise<AccountRow | Refusal> =>
  changeAccount(change, username, stateDeed(false), async (tx, { accountId }) => {
    await updateAccount(tx, accountId, { isDisabled: false }, change.clock.now());
    return undefined;
  });

/** Gives an account another password and ends its sessions. */
export const changePassword = async (
  change: AccountChange,
  username: string,
  password: string,
  isTemporary = false,
): Promise<AccountRow | Refusal> => {
  const owner = await findAccount(change.db, normalizeUsername(username));
  if (!owner) return refuse('record.not-found', { username });
  const passwordHash = await choosePassword(change.db, owner, password);
  if (isRefusal(passwordHash)) return passwordHash;
  return changeAccount(change, username, { action: 'account.change-password' }, async (tx, { accountId }) => {
    const changed = { passwordHash, mustChangePassword: isTemporary };
    await updateAccount(tx, accountId, changed, change.clock.now());
    return undefined;
  });
};

/** Adds those demonstration accounts that are not there yet. Their passwords are public and follow no policy. */
export const ensureDemonstrationAccounts = async (
  change: AccountChange,
  accounts: readonly DemonstrationAccount[],
): Promise<void> => {
  for (const account of accounts) {
    if (await findAccount(change.db, account.username)) continue;
    const person = readPerson(account);
    const added = isRefusal(person)
      ? person
      : await savePerson(
          change,
          { ...person, passwordHash: await hashPassword(account.password) },
          account.holdings,
        );
    if (isRefusal(added)) throw new Error(`The demonstration account ${account.username}: ${added.code}`);
  }
};
