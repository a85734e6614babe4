import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';
import { selectHoldingsOn, type HoldingRow } from './holding-store.ts';
import { selectHasSecondFactor } from './second-factor-store.ts';

/** An account as administrators see it. */
export interface AccountListRow {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organizationCode: string | null;
  readonly organizationName: string | null;
  readonly isDisabled: boolean;
  /** Instants, ISO 8601 in UTC. */
  readonly erasedAt: string | null;
  readonly invitedUntil: string | null;
  readonly lastSignInAt: string | null;
  readonly version: number;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly identityIssuers: readonly string[];
  readonly holdings: readonly HoldingRow[];
}

const invitedUntil = (now: string): RawBuilder<string | null> =>
  sql<string | null>`(select max(invitation.expires_at) from account_invitation as invitation
    where invitation.account_id = account.account_id and invitation.used_at is null
      and invitation.revoked_at is null and invitation.expires_at > ${now})`;

const lastSignIn = sql<string | null>`(select event.at from audit_event as event
  where event.subject = 'account:' || account.account_id and event.action = 'session.open'
  order by event.sequence desc limit 1)`;

const issuers = sql<
  readonly string[]
>`(select coalesce(json_agg(identity.issuer order by identity.issuer), '[]')
  from account_identity as identity where identity.account_id = account.account_id)`;

interface Moment {
  /** Instant, ISO 8601. */
  readonly now: string;
  readonly today: PlainDate;
}

const selectRows = (db: Db, { now, today }: Moment) =>
  db
    .selectFrom('account')
    .leftJoin('organization', 'organization.code', 'account.organization_code')
    .select([
      'account.account_id as accountId',
      'account.username',
      'account.display_name as displayName',
      'account.email',
      'account.phone',
      'account.organization_code as organizationCode',
      'organization.name as organizationName',
      'account.is_disabled as isDisabled',
      'account.erased_at as erasedAt',
      'account.version',
      sql<boolean>`account.password_hash is not null`.as('hasPassword'),
      selectHasSecondFactor().as('hasSecondFactor'),
      invitedUntil(now).as('invitedUntil'),
      lastSignIn.as('lastSignInAt'),
      issuers.as('identityIssuers'),
      selectHoldingsOn(today).as('holdings'),
    ]);

/** All accounts, by the names of people. */
export const listAccountRows = (db: Db, moment: Moment): Promise<readonly AccountListRow[]> =>
  selectRows(db, moment).orderBy('account.display_name').orderBy('account.username').execute();

export const findAccountRow = (
  db: Db,
  accountId: string,
  moment: Moment,
): Promise<AccountListRow | undefined> =>
  selectRows(db, moment).where('account.account_id', '=', accountId).executeTakeFirst();

export type HeldRow = HoldingRow & { readonly endedAt: string | null };

/** Every role that an account holds, held or will hold, the latest first. */
export const listAllHoldings = async (db: Db, accountId: string): Promise<readonly HeldRow[]> => {
  const { rows } = await sql<HeldRow>`
    select held.role_holding_id as "holdingId", held.role, held.organization_code as "organizationCode",
      organization.name as "organizationName", held.valid_from as "validFrom", held.valid_to as "validTo",
      held.delegated_from as "delegatedFrom", owner.display_name as "lenderName", held.ended_at as "endedAt"
    from role_holding as held
    left join organization on organization.code = held.organization_code
    left join role_holding as lender on lender.role_holding_id = held.delegated_from
    left join account as owner on owner.account_id = lender.account_id
    where held.account_id = ${accountId}
    order by held.ended_at is not null, held.valid_from desc, held.role_holding_id`.execute(db);
  return rows;
};

export interface AccountEventRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Address on the network; null when it was done on the server itself. */
  readonly address: string | null;
}

const MOST_EVENTS = 200;

/** What the audit trail says of an account, the latest first; people by name. */
export const listAccountEvents = async (db: Db, accountId: string): Promise<readonly AccountEventRow[]> => {
  const { rows } = await sql<AccountEventRow>`
    select event.audit_event_id as id, event.at, coalesce(person.display_name, event.actor) as actor,
      event.action, event.details, event.address
    from audit_event as event
    left join account as person on person.account_id::text = event.actor
    where event.subject = ${`account:${accountId}`}
    order by event.sequence desc limit ${MOST_EVENTS}`.execute(db);
  return rows;
};
