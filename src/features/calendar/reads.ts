import { sql } from 'kysely';
import type { EnteredKind } from '#core/calendar/entered-days.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';
import { countsOn } from '#server/registers/role-holdings.ts';
import type { CalendarFeed } from './contract.ts';

/** The last entry of each day of a year. */
export const listEntries = async (
  db: Db,
  year: number,
): Promise<
  readonly {
    readonly day: PlainDate;
    readonly kind: EnteredKind;
    readonly reason: string;
    readonly at: string;
  }[]
> => {
  const rows = await db
    .selectFrom('calendar_entry')
    .select(['day', 'kind', 'reason', 'recorded_at'])
    .distinctOn('day')
    .where('day', '>=', `${String(year)}-01-01`)
    .where('day', '<=', `${String(year)}-12-31`)
    .orderBy('day')
    .orderBy('position', 'desc')
    .execute();
  return rows.map(({ day, kind, reason, recorded_at }) => ({
    ...{ day: plainDate(day), kind: kind as EnteredKind, reason, at: recorded_at },
  }));
};

/** The addresses of an account that are alive, newest first. */
export const listFeeds = async (db: Db, accountId: string): Promise<readonly CalendarFeed[]> => {
  const rows = await db
    .selectFrom('calendar_feed as feed')
    .leftJoin('organization', 'organization.code', 'feed.organization_code')
    .select(['feed.calendar_feed_id', 'feed.created_at', 'organization.code', 'organization.name'])
    .where('feed.account_id', '=', accountId)
    .where('feed.revoked_at', 'is', null)
    .orderBy('feed.created_at', 'desc')
    .execute();
  return rows.map(({ calendar_feed_id, created_at, code, name }) => ({
    id: calendar_feed_id,
    organization: code === null || name === null ? null : { code, name },
    createdAt: created_at,
  }));
};

/** Organizations by their codes, in the order of their names. */
export const listNames = async (
  db: Db,
  codes: readonly string[],
): Promise<readonly { readonly code: string; readonly name: string }[]> =>
  codes.length === 0
    ? []
    : db
        .selectFrom('organization')
        .select(['code', 'name'])
        .where('code', 'in', codes)
        .orderBy('name')
        .execute();

/** For which organizations an account holds roles on a day, null for all; a role that is lent ends when its lender has it no more. */
const listHeldCodes = async (
  db: Db,
  accountId: string,
  today: PlainDate,
): Promise<readonly (string | null)[]> => {
  const { rows } = await sql<{ code: string | null }>`
    select distinct held.organization_code as code
    from role_holding as held
    where held.account_id = ${accountId}::uuid and ${countsOn('held', today)}`.execute(db);
  return rows.map(({ code }) => code);
};

/**
 * The organizations whose due days a secret address tells on a day; undefined for an unknown or revoked address, a disabled
 * account, and an organization that the account holds no role for any more, unless it holds one for the whole province.
 */
export const findFeedReach = async (
  db: Db,
  tokenHash: string,
  today: PlainDate,
): Promise<readonly string[] | undefined> => {
  const feed = await db
    .selectFrom('calendar_feed as feed')
    .innerJoin('account', 'account.account_id', 'feed.account_id')
    .select(['feed.account_id', 'feed.organization_code'])
    .where('feed.token_hash', '=', tokenHash)
    .where('feed.revoked_at', 'is', null)
    .where('account.is_disabled', '=', false)
    .executeTakeFirst();
  if (!feed) return undefined;
  const codes = await listHeldCodes(db, feed.account_id, today);
  if (feed.organization_code === null) return codes.filter((code) => code !== null);
  const mayRead = codes.includes(null) || codes.includes(feed.organization_code);
  return mayRead ? [feed.organization_code] : undefined;
};
