import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#server/db/database.ts';
import type { ReminderMessage } from '#features/reminder/contract.ts';

/** Which messages of the log are shown. */
export interface LogFilter {
  readonly state?: ReminderMessage['state'] | undefined;
  readonly channel?: ReminderMessage['channel'] | undefined;
  readonly offset?: number | undefined;
}

const PAGE = 50;

const wanted = ({ state, channel }: LogFilter): RawBuilder<unknown> => sql`
  ${state === undefined ? sql`true` : sql`message.state = ${state}`}
  and ${channel === undefined ? sql`true` : sql`message.channel = ${channel}`}`;

/** One page of the log, the newest first, each message with all that became of it. */
export const listLog = async (
  db: Db,
  filter: LogFilter,
): Promise<readonly Omit<ReminderMessage, 'maySendAgain'>[]> => {
  const { rows } = await sql<Omit<ReminderMessage, 'maySendAgain'>>`
    select message.message_id as id, account.display_name as person, message.channel, message.day::text as day,
      message.state, message.attempts, message.not_before as "notBefore", counted.items,
      coalesce(logged.deliveries, '[]') as deliveries, coalesce(logged.asked, 0) as version
    from (select * from reminder_message as message where ${wanted(filter)}
      order by message.day desc, message.message_id desc limit ${PAGE} offset ${filter.offset ?? 0}) as message
    join account on account.account_id = message.account_id
    cross join lateral (select count(*)::int as items from reminder_item as item
      where item.message_id = message.message_id) as counted
    left join lateral (
      select json_agg(json_build_object('at', entry.at, 'event', entry.event, 'attempt', entry.attempt,
        'reason', entry.reason, 'items', entry.items) order by entry.position) as deliveries,
        (count(*) filter (where entry.event = 'asked-again'))::int as asked
      from reminder_delivery as entry where entry.message_id = message.message_id) as logged on true
    order by message.day desc, message.message_id desc`.execute(db);
  return rows;
};

interface LogCounts {
  readonly total: number;
  readonly givenUp: number;
  readonly uncertain: number;
  readonly waiting: number;
}

/** How many messages the filter admits, and how many need somebody over all. */
export const countLog = async (db: Db, filter: LogFilter, since: string): Promise<LogCounts> => {
  const { rows } = await sql<LogCounts>`
    select count(*) filter (where ${wanted(filter)})::int as total,
      count(*) filter (where state = 'given-up' and day >= ${since}::date)::int as "givenUp",
      count(*) filter (where state = 'uncertain' and day >= ${since}::date)::int as uncertain,
      count(*) filter (where state in ('queued', 'sending'))::int as waiting
    from reminder_message as message`.execute(db);
  return rows[0] ?? { total: 0, givenUp: 0, uncertain: 0, waiting: 0 };
};
