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

/** Something that organizations owe by a day. */
export interface DueThing {
  readonly id: string;
  readonly kind: 'task' | 'round';
  readonly day: PlainDate;
  readonly name: string;
  readonly organization: string;
  readonly document: string | null;
}

/** What organizations have not done yet: tasks by their last day, reports by the day of their round. Standings must be fresh. */
export const listDueThings = async (db: Db, codes: readonly string[]): Promise<readonly DueThing[]> => {
  if (codes.length === 0) return [];
  const tasks = await db
    .selectFrom('part_standing as part')
    .innerJoin('document_item as item', 'item.id', 'part.task_id')
    .innerJoin('document', 'document.id', 'part.document_id')
    .innerJoin('organization', 'organization.code', 'part.organization_code')
    .select(['part.task_id', 'part.last_day', 'item.name', 'organization.code', 'document.doc_number'])
    .select('organization.name as organization')
    .where('part.organization_code', 'in', codes)
    .where('part.last_day', 'is not', null)
    .where('part.done_on', 'is', null)
    .orderBy('part.last_day')
    .execute();
  const reports = await db
    .selectFrom('submission')
    .innerJoin('reporting_round as round', 'round.round_id', 'submission.round_id')
    .innerJoin('organization', 'organization.code', 'submission.organization_code')
    .select([
      'round.round_id',
      'round.title as name',
      'organization.code',
      'organization.name as organization',
    ])
    .select(
      sql<string>`coalesce(
        (select extension.until_day from round_extension as extension
         where extension.round_id = round.round_id
           and extension.organization_code = submission.organization_code
         order by extension.granted_at desc limit 1),
        round.due_day - round.due_before::int)`.as('day'),
    )
    .where('submission.organization_code', 'in', codes)
    .where('submission.state', 'in', ['draft', 'ready', 'returned'])
    .where('round.state', '=', 'open')
    .execute();
  return [
    ...tasks.flatMap(({ task_id, last_day, name, code, organization, doc_number }) =>
      last_day === null
        ? []
        : [
            {
              ...{
                id: `${task_id}-${code}`,
                kind: 'task' as const,
                day: plainDate(last_day),
                name,
                organization,
              },
              document: doc_number,
            },
          ],
    ),
    ...reports.map(({ round_id, day, name, code, organization }) => ({
      ...{ id: `${round_id}-${code}`, kind: 'round' as const, day: plainDate(day), name, organization },
      document: null,
    })),
  ];
};
