import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { keyOfPart, type DuePartKey } from '#core/reminder/due-part.ts';
import type { MessageChannel } from '#core/reminder/ladder.ts';
import { toldKey, type PlannedReminder, type UnreachedOrganization } from '#core/reminder/plan-reminders.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { appendDeliveries } from '#features/reminder/delivery/delivery-log-store.ts';

/** What planning of a day came to. */
export interface ReminderRun {
  readonly day: PlainDate;
  readonly ladderVersion: number;
  readonly reminders: number;
  readonly people: number;
  readonly unreached: readonly UnreachedOrganization[];
  readonly at: string;
}

/** Takes a day for planning; false when it has been planned, here or by another server that is at it. */
export const insertRun = async (tx: Tx, run: ReminderRun): Promise<boolean> => {
  const row = await tx
    .insertInto('reminder_run')
    .values({
      ...{ day: run.day, ladder_version: run.ladderVersion, reminders: run.reminders, people: run.people },
      ...{ unreached: JSON.stringify(run.unreached), planned_at: run.at },
    })
    .onConflict((conflict) => conflict.constraint('reminder_run_pk').doNothing())
    .returning('day')
    .executeTakeFirst();
  return row !== undefined;
};

/** Whether a day has been planned. */
export const hasRun = async (db: Db | Tx, day: PlainDate): Promise<boolean> =>
  (await db.selectFrom('reminder_run').select('day').where('day', '=', day).executeTakeFirst()) !== undefined;

/** What a day came to that has been planned. */
export const findRun = async (
  db: Db,
  day: PlainDate,
): Promise<Pick<ReminderRun, 'reminders' | 'people' | 'at'> | undefined> => {
  const row = await db
    .selectFrom('reminder_run')
    .select(['reminders', 'people', 'planned_at'])
    .where('day', '=', day)
    .executeTakeFirst();
  return row && { reminders: row.reminders, people: row.people, at: row.planned_at };
};

/** In how many organizations nobody could be told as the ladder wants it, when a day was planned last. */
export const countUnreached = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select jsonb_array_length(unreached) as count from reminder_run order by day desc limit 1`.execute(db);
  return rows[0]?.count ?? 0;
};

interface ToldRow extends DuePartKey {
  readonly accountId: string;
  readonly step: number;
}

/** The highest step that each person was told of each part that is still owed. */
export const readTold = async (
  db: Db | Tx,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<ToldRow>`
    select account_id as "accountId", kind, subject_id as id, organization_code as "organizationCode", period,
      last_day::text as "lastDay", max(step) as step
    from reminder_item where subject_id = any(${[...subjects]}::uuid[])
    group by account_id, kind, subject_id, organization_code, period, last_day`.execute(db);
  return new Map(rows.map((row) => [toldKey(row.accountId, keyOfPart(row)), row.step]));
};

/** The highest step at which each part has led to a letter. */
export const readLettered = async (
  db: Db | Tx,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<Omit<ToldRow, 'kind'>>`
    select subject_id as id, organization_code as "organizationCode", period, last_day::text as "lastDay",
      max(step) as step
    from reminder_letter_part where subject_id = any(${[...subjects]}::uuid[])
    group by subject_id, organization_code, period, last_day`.execute(db);
  return new Map(rows.map((row) => [keyOfPart({ ...row, kind: 'task' }), row.step]));
};

/** Messages that wait, by account and way, held so that nobody begins to send them meanwhile. */
const lockWaiting = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('reminder_message')
    .select(['message_id', 'account_id', 'channel'])
    .where('state', '=', 'queued')
    .orderBy('message_id')
    .forUpdate()
    .skipLocked()
    .execute();
  return new Map(rows.map((row) => [`${row.account_id} ${row.channel}`, row.message_id]));
};

/** How messages of one plan are kept. */
export interface MessageTime {
  readonly day: PlainDate;
  readonly at: string;
  /** When what leaves the house may be sent. */
  readonly notBefore: string;
}

const rowOfMessage = (id: string, accountId: string, channel: MessageChannel, time: MessageTime) => ({
  ...{ message_id: id, account_id: accountId, channel, day: time.day },
  ...{ attempts: 0, uncertain: 0 },
  state: channel === 'in-app' ? 'sent' : 'queued',
  not_before: channel === 'in-app' ? time.at : time.notBefore,
  ...{ lease_id: null, leased_until: null, read_at: null },
});

const rowOfItem = (
  { accountId, part, offset, audience }: PlannedReminder,
  id: string,
  channel: MessageChannel,
) => ({
  ...{ message_id: id, account_id: accountId, channel, kind: part.kind, subject_id: part.id },
  ...{ organization_code: part.organizationCode, period: part.period, last_day: part.lastDay },
  ...{ step: offset, audience },
});

/**
 * Keeps what is to be told: one message for each person and way. A message that still waits takes in what is new, so that
 * days without a mail server end in one letter.
 */
export const insertReminders = async (
  tx: Tx,
  reminders: readonly PlannedReminder[],
  time: MessageTime,
): Promise<void> => {
  const waiting = await lockWaiting(tx);
  const made = new Map<string, ReturnType<typeof rowOfMessage>>();
  const items = reminders.flatMap((reminder) =>
    reminder.channels.map((channel) => {
      const key = `${reminder.accountId} ${channel}`;
      const message = made.get(key) ?? rowOfMessage(newId(), reminder.accountId, channel, time);
      const known = waiting.get(key);
      if (known === undefined) made.set(key, message);
      return rowOfItem(reminder, known ?? message.message_id, channel);
    }),
  );
  const messages = [...made.values()];
  await insertRows(tx, 'reminder_message', messages);
  await insertRows(tx, 'reminder_item', items);
  await appendDeliveries(
    tx,
    messages.map(({ message_id, state }) => ({
      ...{ messageId: message_id, at: time.at, event: state === 'sent' ? 'sent' : 'queued', attempt: 0 },
      ...{ reason: null, items: null },
    })),
  );
};
