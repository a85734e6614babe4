import { v7 as newId } from 'uuid';
import type { RoleHolding } from '#core/access/access.ts';
import { ROLES_OF_ORGANIZATIONS } from '#core/access/permissions.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import { endHoldings, hasOrganization, insertHolding } from './holding-store.ts';
import type { AccountChange } from './account-change.ts';
import { normalizeUsername } from './session.ts';
import { findAccount, type AccountRow } from './store.ts';

/** The days on which a role is held; without a last day, until it is taken back. */
export interface HoldingSpan {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Finds what stands against a role being held: it needs an organization, or there is no such one. */
export const findHoldingFault = async (
  tx: Tx,
  { role, organizationCode }: RoleHolding,
): Promise<Refusal | undefined> => {
  if (organizationCode === null) {
    return ROLES_OF_ORGANIZATIONS.some((bound) => bound === role)
      ? refuse('account.organization-required', { role })
      : undefined;
  }
  return (await hasOrganization(tx, organizationCode))
    ? undefined
    : refuse('record.not-found', { kind: 'organization', code: organizationCode });
};

/** Gives an account a role and writes it to the audit trail; the fault must have been looked for before. */
export const grantRole = async (
  tx: Tx,
  deed: { readonly accountId: string; readonly at: string; readonly caller: Caller },
  { role, organizationCode }: RoleHolding,
  span: HoldingSpan,
): Promise<void> => {
  const { accountId, at, caller } = deed;
  const holding = { holdingId: newId(), accountId, role, organizationCode, ...span, delegatedFrom: null };
  await insertHolding(tx, holding, at, caller.actor);
  const details = { role, organizationCode, ...span };
  const event = { at, action: 'role.grant', subject: `account:${accountId}` };
  await appendAuditEvent(tx, caller, { ...event, details });
};

/** Lets a person hold one more role. */
export const addRole = (
  { db, clock, caller }: AccountChange,
  username: string,
  holding: RoleHolding,
  span: Partial<HoldingSpan> = {},
): Promise<AccountRow | Refusal> =>
  db.transaction().execute(async (tx) => {
    const account = await findAccount(tx, normalizeUsername(username));
    if (!account) return refuse('record.not-found', { username });
    const fault = await findHoldingFault(tx, holding);
    if (isRefusal(fault)) return fault;
    const deed = { accountId: account.accountId, at: clock.now(), caller };
    await grantRole(tx, deed, holding, { validFrom: clock.today(), validTo: null, ...span });
    return account;
  });

/** Takes a role back, at once. */
export const removeRole = (
  { db, clock, caller }: AccountChange,
  username: string,
  { role, organizationCode }: RoleHolding,
): Promise<AccountRow | Refusal> =>
  db.transaction().execute(async (tx) => {
    const account = await findAccount(tx, normalizeUsername(username));
    if (!account) return refuse('record.not-found', { username });
    const { accountId } = account;
    const at = clock.now();
    const ended = await endHoldings(tx, { accountId, role, organizationCode }, at, caller.actor);
    if (ended === 0) return refuse('record.not-found', { username, role });
    const event = { at, action: 'role.end', subject: `account:${accountId}` };
    await appendAuditEvent(tx, caller, { ...event, details: { role, organizationCode } });
    return account;
  });
