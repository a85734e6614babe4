import { sql } from 'kysely';
import type { Role } from '#core/access/permissions.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { isInForce } from '#server/registers/role-holdings.ts';

export interface ColleagueRow {
  readonly id: string;
  readonly displayName: string;
}

/**
 * People who work in an organization or hold a role of their own there on a day; for a role of the whole province, those who
 * hold another such role. Neither the person itself nor accounts that are shut out.
 */
export const listColleagues = async (
  db: Db | Tx,
  accountId: string,
  organizationCode: string | null,
  today: PlainDate,
): Promise<readonly ColleagueRow[]> => {
  const { rows } = await sql<ColleagueRow>`
    select account.account_id as id, account.display_name as "displayName"
    from account
    where account.account_id <> ${accountId} and not account.is_disabled
      and (account.organization_code = ${organizationCode}::text or exists (
        select from role_holding as held
        where held.account_id = account.account_id and held.delegated_from is null and ${isInForce('held', today)}
          and held.organization_code is not distinct from ${organizationCode}::text))
    order by account.display_name, account.account_id`.execute(db);
  return rows;
};

export interface DelegationRow {
  readonly id: string;
  readonly role: Role;
  readonly organizationCode: string | null;
  readonly organizationName: string | null;
  readonly to: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

/** What a person lends that is not over on a day. */
export const listDelegations = async (
  db: Db | Tx,
  accountId: string,
  today: PlainDate,
): Promise<readonly DelegationRow[]> => {
  const { rows } = await sql<DelegationRow>`
    select lent.role_holding_id as id, lent.role, lent.organization_code as "organizationCode",
      organization.name as "organizationName", borrower.display_name as "to",
      lent.valid_from as "validFrom", lent.valid_to as "validTo"
    from role_holding as lent
    join role_holding as own on own.role_holding_id = lent.delegated_from
    join account as borrower on borrower.account_id = lent.account_id
    left join organization on organization.code = lent.organization_code
    where own.account_id = ${accountId} and own.ended_at is null and lent.ended_at is null
      and lent.valid_to >= ${today}
    order by lent.valid_from, lent.role_holding_id`.execute(db);
  return rows;
};
