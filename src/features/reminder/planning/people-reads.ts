import { sql } from 'kysely';
import type { Role } from '#core/access/permissions.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { MESSAGE_CHANNELS, type MessageChannel, type ReminderAudience } from '#core/reminder/ladder.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { countsOn } from '#server/registers/role-holdings.ts';

/** As what a role is told. */
const AUDIENCE_OF = {
  reporter: 'officer',
  approver: 'head',
  coordinator: 'coordinator',
  leader: 'leader',
} as const satisfies Partial<Record<Role, ReminderAudience>>;

/** Somebody who may be told, with what a message to the person needs. */
export interface Reminded {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly language: 'vi' | 'en';
  readonly copyChannels: readonly MessageChannel[];
  readonly places: readonly {
    readonly audience: ReminderAudience;
    readonly organizationCode: string | null;
  }[];
}

interface PersonRow extends Omit<Reminded, 'places' | 'copyChannels'> {
  readonly copyChannels: readonly MessageChannel[] | null;
  readonly holdings: readonly {
    readonly role: keyof typeof AUDIENCE_OF;
    readonly organizationCode: string | null;
  }[];
}

/**
 * Everybody who may be told on a day, or one person: accounts that are not shut out, with the roles that count that day;
 * a role that is lent counts as long as its lender's does.
 */
export const listPeople = async (
  db: Db | Tx,
  today: PlainDate,
  accountId?: string,
): Promise<readonly Reminded[]> => {
  const { rows } = await sql<PersonRow>`
    select account.account_id as "accountId", account.display_name as "displayName", account.email,
      coalesce(wish.language, 'vi') as language, wish.copy_channels as "copyChannels", held.holdings
    from account
    join lateral (
      select json_agg(json_build_object('role', holding.role, 'organizationCode', holding.organization_code)
        order by holding.role, holding.organization_code) as holdings
      from role_holding as holding
      where holding.account_id = account.account_id and holding.role = any(${Object.keys(AUDIENCE_OF)})
        and ${countsOn('holding', today)}
    ) as held on held.holdings is not null
    left join reminder_preference as wish on wish.account_id = account.account_id
    where not account.is_disabled ${accountId === undefined ? sql`` : sql`and account.account_id = ${accountId}`}
    order by account.display_name, account.account_id`.execute(db);
  return rows.map(({ holdings, copyChannels, ...person }) => ({
    ...person,
    copyChannels: copyChannels ?? MESSAGE_CHANNELS,
    places: holdings.map(({ role, organizationCode }) => ({ audience: AUDIENCE_OF[role], organizationCode })),
  }));
};
