import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import type { Tx } from '#server/db/database.ts';
import { recordDeeds, type AccountChange, type AccountDeed } from './account-change.ts';
import { hasOrganization } from './holding-store.ts';
import type { SpannedHolding } from './roles.ts';
import { deleteSecondFactor } from './second-factor-store.ts';
import { insertPerson, readPerson, stateDeed, type NewPerson } from './service.ts';
import { deleteSessionsOf } from './session-store.ts';
import {
  findAccountById,
  isLastAdministrator,
  lockAccount,
  updateAccount,
  updatePerson,
  type AccountRow,
} from './store.ts';

const notFound = (): Refusal => refuse('record.not-found', { kind: 'account' });

/** Adds a person with roles and without a password. A retry with the same id changes nothing. */
export const addPerson = async (
  change: AccountChange,
  wanted: NewPerson & { readonly accountId: string },
  holdings: readonly SpannedHolding[],
): Promise<Pick<AccountRow, 'accountId'> | Refusal> => {
  const person = readPerson(wanted);
  if (isRefusal(person)) return person;
  return change.db.transaction().execute(async (tx) => {
    if (await findAccountById(tx, person.accountId)) return person;
    const fault = await findPlaceFault(tx, person.organizationCode);
    if (fault) return fault;
    const deeds = await insertPerson(tx, change, person, holdings);
    if (isRefusal(deeds)) return deeds;
    await recordDeeds(tx, change, deeds);
    return person;
  });
};

const findPlaceFault = async (tx: Tx, code: string | null): Promise<Refusal | undefined> =>
  code === null || (await hasOrganization(tx, code))
    ? undefined
    : refuse('record.not-found', { kind: 'organization', code });

/** Name and office contact of a person. */
export type PersonFacts = Pick<AccountRow, 'displayName' | 'email' | 'phone' | 'organizationCode'>;

const FACTS = ['displayName', 'email', 'phone', 'organizationCode'] as const;

const listChanged = (account: AccountRow, facts: PersonFacts): readonly (keyof PersonFacts)[] =>
  FACTS.filter((fact) => account[fact] !== facts[fact]);

/** Changes name and contact; refuses when somebody else has changed them since. A retry changes nothing. */
export const editPerson = (
  change: AccountChange,
  accountId: string,
  wanted: PersonFacts & { readonly version: number },
): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account?.erasedAt !== null) return notFound();
    const facts = { ...wanted, displayName: tidy(wanted.displayName) };
    if (facts.displayName === '') return refuse('value.malformed', { field: 'displayName' });
    const fields = listChanged(account, facts);
    if (fields.length === 0) return account;
    if (account.version !== wanted.version) return refuse('edit.conflict', { version: account.version });
    const fault = await findPlaceFault(tx, facts.organizationCode);
    if (fault) return fault;
    await updatePerson(tx, accountId, facts, change.clock.now());
    await recordDeeds(tx, change, [
      {
        ...{ action: 'account.edit', accountId, details: { fields } },
        before: { organizationCode: account.organizationCode },
        after: { organizationCode: facts.organizationCode },
      },
    ]);
    return account;
  });

const changeById = (
  change: AccountChange,
  accountId: string,
  act: (tx: Tx, account: AccountRow) => Promise<Omit<AccountDeed, 'accountId'> | Refusal | undefined>,
): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account?.erasedAt !== null) return notFound();
    const deed = await act(tx, account);
    if (isRefusal(deed)) return deed;
    if (deed) await recordDeeds(tx, change, [{ ...deed, accountId }]);
    return account;
  });

/** Shuts an account out, also where it is signed in, or lets it in again. The last administrator stays. */
export const setState = (
  change: AccountChange,
  accountId: string,
  isDisabled: boolean,
): Promise<AccountRow | Refusal> =>
  changeById(change, accountId, async (tx, account) => {
    if (account.isDisabled === isDisabled) return undefined;
    if (isDisabled && (await isLastAdministrator(tx, accountId, change.clock.today()))) {
      return refuse('account.last-administrator');
    }
    await updateAccount(tx, accountId, { isDisabled }, change.clock.now());
    await deleteSessionsOf(tx, accountId);
    return stateDeed(isDisabled);
  });

/** Takes the second factor of a person away who has lost it, and ends the person's sessions. */
export const resetFactor = (change: AccountChange, accountId: string): Promise<AccountRow | Refusal> =>
  changeById(change, accountId, async (tx) => {
    if (!(await deleteSecondFactor(tx, accountId))) return undefined;
    await deleteSessionsOf(tx, accountId);
    return {
      ...{ action: 'second-factor.reset', before: { hasSecondFactor: true } },
      after: { hasSecondFactor: false },
    };
  });
