import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';
import { isMemberOn } from '#server/registers/committee-areas.ts';

const membershipsOf = (accountId: RawBuilder<unknown>, today: PlainDate) => sql<readonly string[]>`array(
  select committee_member_id::text from committee_member as member
  where member.account_id = ${accountId} and ${isMemberOn(today)})`;

/** Selects the memberships of the steering committee that `account` has on a day. */
export const selectMembershipsOn = (today: PlainDate): RawBuilder<readonly string[]> =>
  membershipsOf(sql.ref('account.account_id'), today);

/** The memberships of the steering committee that an account has on a day. */
export const listMembershipsOn = async (
  db: Db,
  accountId: string,
  today: PlainDate,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ memberships: readonly string[] }>`
    select ${membershipsOf(sql`${accountId}::uuid`, today)} as memberships`.execute(db);
  return rows[0]?.memberships ?? [];
};
