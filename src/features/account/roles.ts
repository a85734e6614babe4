import { v7 as newId } from 'uuid';
import type { RoleHolding } from '#core/access/access.ts';
import { ROLES_OF_ORGANIZATIONS } from '#core/access/permissions.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Tx } from '#server/db/database.ts';
import { recordDeeds, type AccountChange, type AccountDeed } from './account-change.ts';
import { endHolding, endHoldings, findHolding, hasOrganization, insertHolding } from './holding-store.ts';
import { normalizeUsername } from './session.ts';
import { findAccount, findAccountById, isLastAdministrator, type AccountRow } from './store.ts';

/** The days on which a role is held; without a last day, until it is taken back. */
export interface HoldingSpan {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** A role with the days on which it is to be held. */
export type SpannedHolding = RoleHolding & HoldingSpan;

/** Finds what stands against a role being held: it needs an organization, there is no such one, or it ends before it begins. */
export const findHoldingFault = async (
  tx: Tx,
  { role, organizationCode, validFrom, validTo }: SpannedHolding,
): Promise<Refusal | undefined> => {
  if (validTo !== null && isAfter(validFrom, validTo))
    return refuse('value.out-of-range', { field: 'validTo' });
  if (organizationCode === null) {
    return ROLES_OF_ORGANIZATIONS.some((bound) => bound === role)
      ? refuse('account.organization-required', { role })
      : undefined;
  }
  return (await hasOrganization(tx, organizationCode))
    ? undefined
    : refuse('record.not-found', { kind: 'organization', code: organizationCode });
};

/** What the audit trail says of a role that is held. */
export const holdingFacts = ({ role, organizationCode, validFrom, validTo }: SpannedHolding) => ({
  ...{ role, organizationCode, validFrom, validTo },
});

/** Gives an account a role; the fault must have been looked for before. Answers what to write to the audit trail. */
export const grantRole = async (
  tx: Tx,
  { clock, caller }: AccountChange,
  accountId: string,
  holding: SpannedHolding,
  holdingId = newId(),
): Promise<AccountDeed> => {
  const facts = holdingFacts(holding);
  const row = { ...facts, holdingId, accountId, delegatedFrom: null };
  await insertHolding(tx, row, clock.now(), caller.actor);
  return { action: 'role.grant', accountId, after: facts };
};

/** Lets a person hold one more role. */
export const addRole = (
  change: AccountChange,
  username: string,
  holding: RoleHolding,
  span: Partial<HoldingSpan> = {},
): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const account = await findAccount(tx, normalizeUsername(username));
    if (!account) return refuse('record.not-found', { username });
    const spanned = { ...holding, validFrom: change.clock.today(), validTo: null, ...span };
    const fault = await findHoldingFault(tx, spanned);
    if (isRefusal(fault)) return fault;
    await recordDeeds(tx, change, [await grantRole(tx, change, account.accountId, spanned)]);
    return account;
  });

/** Takes a role back, at once. */
export const removeRole = (
  change: AccountChange,
  username: string,
  { role, organizationCode }: RoleHolding,
): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const account = await findAccount(tx, normalizeUsername(username));
    if (!account) return refuse('record.not-found', { username });
    const { accountId } = account;
    const wanted = { accountId, role, organizationCode };
    const ended = await endHoldings(tx, wanted, change.clock.now(), change.caller.actor);
    if (ended.length === 0) return refuse('record.not-found', { username, role });
    const deeds = ended.map((held) => ({ action: 'role.end', accountId, before: holdingFacts(held) }));
    await recordDeeds(tx, change, deeds);
    return account;
  });

/** A role for an account, as the web asks for it; `writeId` becomes the id of the holding. */
export interface RoleGrant extends SpannedHolding {
  readonly writeId: string;
}

/** Lets a person hold one more role. A retry changes nothing. */
export const grantRoleTo = (
  change: AccountChange,
  accountId: string,
  { writeId, ...holding }: RoleGrant,
): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const account = await findAccountById(tx, accountId);
    if (account?.erasedAt !== null) return refuse('record.not-found', { kind: 'account' });
    if (await findHolding(tx, writeId)) return account;
    const fault = await findHoldingFault(tx, holding);
    if (isRefusal(fault)) return fault;
    await recordDeeds(tx, change, [await grantRole(tx, change, accountId, holding, writeId)]);
    return account;
  });

/** Takes a role of an account back, at once, with what was lent of it. A retry changes nothing. */
export const takeRoleBack = (
  change: AccountChange,
  accountId: string,
  holdingId: string,
): Promise<AccountRow | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const account = await findAccountById(tx, accountId);
    const holding = await findHolding(tx, holdingId);
    if (!account || holding?.accountId !== accountId) return refuse('record.not-found', { kind: 'role' });
    if (holding.endedAt !== null) return account;
    if (
      holding.role === 'administrator' &&
      (await isLastAdministrator(tx, accountId, change.clock.today()))
    ) {
      return refuse('account.last-administrator');
    }
    await endHolding(tx, holdingId, change.clock.now(), change.caller.actor);
    await recordDeeds(tx, change, [{ action: 'role.end', accountId, before: holdingFacts(holding) }]);
    return account;
  });
