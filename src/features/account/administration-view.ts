import { can, type Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Db } from '#server/db/database.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import type { AccountRow, AccountView, HeldRole } from './administration-contract.ts';
import {
  findAccountRow,
  listAccountEvents,
  listAccountRows,
  listAllHoldings,
  type AccountListRow,
  type HeldRow,
} from './administration-reads.ts';
import { holdingView } from './holding-view.ts';

const stateOf = (row: AccountListRow): AccountRow['state'] => {
  if (row.erasedAt !== null) return 'erased';
  if (row.isDisabled) return 'disabled';
  if (row.invitedUntil !== null) return 'invited';
  return row.hasPassword || row.identityIssuers.length > 0 ? 'active' : 'new';
};

const rowView = (row: AccountListRow): AccountRow => ({
  ...{ id: row.accountId, username: row.username, displayName: row.displayName },
  ...{ email: row.email, phone: row.phone },
  organization:
    row.organizationCode === null
      ? null
      : { code: row.organizationCode, name: row.organizationName ?? row.organizationCode },
  state: stateOf(row),
  holdings: row.holdings.map(holdingView),
  ...{ hasSecondFactor: row.hasSecondFactor, lastSignInAt: row.lastSignInAt },
});

const heldView = (row: HeldRow, current: ReadonlySet<string>): HeldRole => ({
  ...holdingView(row),
  endedAt: row.endedAt,
  isCurrent: current.has(row.holdingId),
});

/** What a view of accounts needs. */
export interface AccountReading {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor | undefined;
  readonly mailer: Mailer | undefined;
}

const momentOf = ({ clock }: AccountReading) => ({ now: clock.now(), today: clock.today() });

/** All accounts, as shown. */
export const viewAccounts = async (
  reading: AccountReading,
): Promise<{ items: AccountRow[]; mayWrite: boolean; sendsMail: boolean }> => {
  const rows = await listAccountRows(reading.db, momentOf(reading));
  return {
    items: rows.map(rowView),
    mayWrite: can(reading.actor, 'account.write'),
    sendsMail: reading.mailer !== undefined,
  };
};

/** An account with its roles and history, as shown. */
export const viewAccount = async (
  reading: AccountReading,
  accountId: string,
): Promise<AccountView | Refusal> => {
  const { db, actor, mailer } = reading;
  const row = await findAccountRow(db, accountId, momentOf(reading));
  if (!row) return refuse('record.not-found', { kind: 'account' });
  const current = new Set(row.holdings.map(({ holdingId }) => holdingId));
  const roles = await listAllHoldings(db, accountId);
  const history = await listAccountEvents(db, accountId);
  return {
    ...rowView(row),
    ...{ version: row.version, hasPassword: row.hasPassword, invitedUntil: row.invitedUntil },
    identityIssuers: [...row.identityIssuers],
    roles: roles.map((role) => heldView(role, current)),
    history: history.map((event) => ({ ...event, details: { ...event.details } })),
    ...{ mayWrite: can(actor, 'account.write'), sendsMail: mailer !== undefined },
  };
};
