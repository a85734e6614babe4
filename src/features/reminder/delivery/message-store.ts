import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { DuePartKey } from '#core/reminder/due-part.ts';
import { decideDelivery, type DeliveryStep } from '#core/reminder/delivery.ts';
import type { MessageChannel, ReminderAudience } from '#core/reminder/ladder.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { appendDeliveries } from './delivery-log-store.ts';

/** A message that one run of one server sends, by a lease. */
export interface ClaimedMessage {
  readonly messageId: string;
  readonly accountId: string;
  readonly channel: MessageChannel;
  readonly day: string;
  /** Number of this attempt, from 1. */
  readonly attempt: number;
  /** Of how many attempts before this one nobody knows whether the message was taken. */
  readonly uncertain: number;
  readonly leaseId: string;
}

// Longer than any way out of the house waits for the other side.
const LEASE_SECONDS = 120;

/**
 * Takes the next message that may be sent, the least tried first. That it is tried is written before it is, so that the log
 * tells of an attempt that nobody survived.
 */
export const claimMessage = (
  db: Db,
  channels: readonly MessageChannel[],
  at: string,
): Promise<ClaimedMessage | undefined> =>
  db.transaction().execute(async (tx) => {
    const leaseId = newId();
    const { rows } = await sql<Omit<ClaimedMessage, 'leaseId'>>`
      update reminder_message set state = 'sending', attempts = attempts + 1, lease_id = ${leaseId},
        leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
      where message_id = (
        select message_id from reminder_message
        where channel = any(${[...channels]}) and state = 'queued' and not_before <= ${at}::timestamptz
        order by attempts, not_before, message_id limit 1 for update skip locked)
      returning message_id as "messageId", account_id as "accountId", channel, day::text as day,
        attempts as attempt, uncertain`.execute(tx);
    const [row] = rows;
    if (!row) return undefined;
    const { messageId, attempt } = row;
    await appendDeliveries(tx, [{ messageId, at, event: 'attempted', attempt, reason: null, items: null }]);
    return { ...row, leaseId };
  });

/**
 * Takes up messages whose sender has fallen silent: it may have handed them over before it died. They wait again, or are left to
 * a person where that has happened too often.
 */
export const releaseSilent = (db: Db, channels: readonly MessageChannel[], at: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<SilentMessage>`
      select message_id as "messageId", account_id as "accountId", day::text as day, attempts as attempt, uncertain
      from reminder_message
      where channel = any(${[...channels]}) and state = 'sending' and leased_until < now()
      order by message_id for update skip locked`.execute(tx);
    for (const row of rows) {
      const { messageId, attempt, uncertain } = row;
      // It is we who fell silent and not the other side: whoever sends again does not wait.
      const { state } = decideDelivery('uncertain', attempt, uncertain);
      await tx
        .updateTable('reminder_message')
        .set({ state, uncertain: uncertain + 1, lease_id: null, leased_until: null, not_before: at })
        .where('message_id', '=', messageId)
        .execute();
      await appendDeliveries(tx, [
        { messageId, at, event: 'uncertain', attempt, reason: 'stopped', items: null },
      ]);
      if (state === 'uncertain') await tellInApplication(tx, row, { at, reason: 'beside-letter' });
    }
  });

/** Whether something waits that may be sent now. */
export const hasDueMessage = async (
  db: Db,
  channels: readonly MessageChannel[],
  at: string,
): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from reminder_message where channel = any(${[...channels]}) and (
      (state = 'queued' and not_before <= ${at}::timestamptz) or (state = 'sending' and leased_until < now()))
    limit 1`.execute(db);
  return rows.length > 0;
};

type TellableMessage = Pick<ClaimedMessage, 'messageId' | 'accountId' | 'day'>;

type SilentMessage = TellableMessage & Pick<ClaimedMessage, 'attempt' | 'uncertain'>;

/** What a message was planned to tell. */
export interface MessageItem extends DuePartKey {
  readonly step: number;
  readonly audience: ReminderAudience;
}

export const listMessageItems = async (db: Db, messageId: string): Promise<readonly MessageItem[]> => {
  const { rows } = await sql<MessageItem>`
    select distinct on (kind, subject_id, organization_code, period, last_day) kind, subject_id as id,
      organization_code as "organizationCode", period, last_day::text as "lastDay", step, audience
    from reminder_item where message_id = ${messageId}
    order by kind, subject_id, organization_code, period, last_day, step desc`.execute(db);
  return rows.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
};

/** What came of an attempt: what follows, why, and of how many things the message told. */
export interface AttemptResult {
  readonly step: DeliveryStep | { readonly state: 'dropped' };
  /** It was handed over, and nobody knows whether it was taken. */
  readonly isUncertain: boolean;
  readonly reason: string | null;
  readonly items: number;
  readonly at: string;
}

const EVENTS = {
  sent: 'sent',
  dropped: 'dropped',
  'given-up': 'given-up',
  uncertain: 'uncertain',
  queued: 'failed',
} as const;

const IN_APPLICATION: Partial<Record<AttemptResult['step']['state'], string>> = {
  'given-up': 'instead-of-letter',
  uncertain: 'beside-letter',
};

const later = (at: string, seconds: number) =>
  sql<string>`${at}::timestamptz + make_interval(secs => ${seconds})`;

/**
 * Writes what came of an attempt, unless another has taken the message over. Where the other side does not answer, all that
 * waits for the same way waits as long: nobody is tried in vain, and no attempt is counted for it.
 */
export const settleMessage = (
  db: Db,
  claimed: ClaimedMessage,
  { step, isUncertain, reason, items, at }: AttemptResult,
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const { messageId, leaseId, channel, attempt } = claimed;
    const isAgain = step.state === 'queued';
    const row = await tx
      .updateTable('reminder_message')
      .set({
        ...{ state: step.state, lease_id: null, leased_until: null },
        uncertain: claimed.uncertain + (isUncertain ? 1 : 0),
        ...(isAgain && { not_before: later(at, step.afterSeconds) }),
      })
      .where('message_id', '=', messageId)
      .where('lease_id', '=', leaseId)
      .returning('message_id')
      .executeTakeFirst();
    if (!row) return false;
    const event = isUncertain ? 'uncertain' : EVENTS[step.state];
    await appendDeliveries(tx, [{ messageId, at, event, attempt, reason, items }]);
    if (isAgain) {
      await tx
        .updateTable('reminder_message')
        .set({ not_before: sql`greatest(not_before, ${later(at, step.afterSeconds)})` })
        .where('channel', '=', channel)
        .where('state', '=', 'queued')
        .execute();
    }
    const told = IN_APPLICATION[step.state];
    if (told !== undefined) await tellInApplication(tx, claimed, { at, reason: told });
    return true;
  });

/** What a person could not be sent, or may not have got, stands in the application, where it was not told of there before. */
const tellInApplication = async (
  tx: Tx,
  { messageId, accountId, day }: TellableMessage,
  { at, reason }: { readonly at: string; readonly reason: string },
): Promise<void> => {
  const id = newId();
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from reminder_item as item where message_id = ${messageId} and not exists (
      select 1 from reminder_item as told where told.channel = 'in-app' and told.account_id = item.account_id
        and told.kind = item.kind and told.subject_id = item.subject_id
        and told.organization_code = item.organization_code and told.period = item.period
        and told.last_day = item.last_day and told.step = item.step)`.execute(tx);
  if ((rows[0]?.count ?? 0) === 0) return;
  await tx
    .insertInto('reminder_message')
    .values({ message_id: id, account_id: accountId, channel: 'in-app', day, state: 'sent', not_before: at })
    .execute();
  await sql`
    insert into reminder_item (message_id, account_id, channel, kind, subject_id, organization_code, period, last_day,
      step, audience)
    select ${id}, account_id, 'in-app', kind, subject_id, organization_code, period, last_day, step, audience
    from reminder_item where message_id = ${messageId}
    on conflict on constraint reminder_item_told_once do nothing`.execute(tx);
  await appendDeliveries(tx, [
    { messageId: id, at, event: 'sent', attempt: 0, reason, items: rows[0]?.count ?? 0 },
  ]);
};
