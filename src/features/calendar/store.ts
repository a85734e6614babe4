import { sql } from 'kysely';
import type { EnteredKind } from '#core/calendar/entered-days.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';

// Any number would do; entries are decided one after the other, so that a day entered twice at once is told.
const CALENDAR_LOCK = 730_040_533;

/** Lets one entry at a time into the calendar, until the transaction ends. */
export const lockCalendar = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${CALENDAR_LOCK})`.execute(tx);
};

/** Whether this very write has been done before. */
export const hasEntry = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('calendar_entry')
    .select('day')
    .where('calendar_entry_id', '=', id)
    .executeTakeFirst()) !== undefined;

export interface NewEntry {
  readonly id: string;
  readonly day: PlainDate;
  readonly kind: EnteredKind;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

export const insertEntry = async (tx: Tx, entry: NewEntry): Promise<void> => {
  await tx
    .insertInto('calendar_entry')
    .values({
      ...{ calendar_entry_id: entry.id, day: entry.day, kind: entry.kind, reason: entry.reason },
      ...{ recorded_at: entry.at, recorded_by: entry.by },
    })
    .execute();
};

export interface NewFeed {
  readonly id: string;
  readonly accountId: string;
  readonly organizationCode: string | null;
  readonly tokenHash: string;
  readonly at: string;
}

export const insertFeed = async (tx: Tx, feed: NewFeed): Promise<void> => {
  await tx
    .insertInto('calendar_feed')
    .values({
      ...{ calendar_feed_id: feed.id, account_id: feed.accountId, organization_code: feed.organizationCode },
      ...{ token_hash: feed.tokenHash, created_at: feed.at },
    })
    .execute();
};

/** Revokes a feed of an account; `unknown` where the account has none of this id. */
export const revokeFeed = async (
  tx: Tx,
  accountId: string,
  id: string,
  at: string,
): Promise<'revoked' | 'unchanged' | 'unknown'> => {
  const feed = await tx
    .selectFrom('calendar_feed')
    .select('revoked_at')
    .where('calendar_feed_id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!feed) return 'unknown';
  if (feed.revoked_at !== null) return 'unchanged';
  await tx.updateTable('calendar_feed').set({ revoked_at: at }).where('calendar_feed_id', '=', id).execute();
  return 'revoked';
};

/** How many addresses of an account are alive. */
export const countFeeds = async (db: Db | Tx, accountId: string): Promise<number> =>
  (
    await db
      .selectFrom('calendar_feed')
      .select(sql<number>`count(*)`.as('count'))
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow()
  ).count;
