import { v7 as newId } from 'uuid';
import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { extendedUntilOf } from '#features/collection/round/extension-reads.ts';

/** Reminds organizations of what a round still asks them for; answers whom, without those reminded that day before. */
export const insertReminders = async (
  tx: Tx,
  roundId: string,
  organizations: readonly string[],
  deed: { readonly day: PlainDate; readonly at: string; readonly by: string },
): Promise<readonly string[]> => {
  if (organizations.length === 0) return [];
  const rows = await tx
    .insertInto('reminder')
    .values(
      organizations.map((organization) => ({
        ...{ reminder_id: newId(), round_id: roundId, organization_code: organization, day: deed.day },
        ...{ sent_at: deed.at, sent_by: deed.by },
      })),
    )
    .onConflict((conflict) => conflict.constraint('reminder_once_a_day').doNothing())
    .returning('organization_code')
    .execute();
  return rows.map((row) => row.organization_code);
};

/** Those organizations of a round whose figures have not left their house, or came back. */
export const listUnsent = async (
  tx: Tx,
  roundId: string,
  organizations: readonly string[],
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('submission')
    .select('organization_code')
    .where('round_id', '=', roundId)
    .where('organization_code', 'in', [...organizations])
    .where('state', 'in', ['draft', 'ready', 'returned'])
    .orderBy('organization_code')
    .execute();
  return rows.map((row) => row.organization_code);
};

export interface LatestReminder {
  readonly organization: string;
  readonly day: PlainDate;
  readonly sentAt: string;
}

/** The latest reminder of each organization that was reminded in a round. */
export const listLatestReminders = async (db: Db, roundId: string): Promise<readonly LatestReminder[]> => {
  const { rows } = await sql<LatestReminder>`
    select distinct on (organization_code) organization_code as organization, day::text as day, sent_at as "sentAt"
    from reminder where round_id = ${roundId} order by organization_code, sent_at desc`.execute(db);
  return rows;
};

export interface ReminderRow {
  readonly id: string;
  readonly roundId: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly submissionId: string;
  readonly extendedUntil: PlainDate | null;
  readonly sentAt: string;
  readonly sentBy: string | null;
  readonly isRead: boolean;
}

/** The latest reminder of each submission that is still owed in an open round, for the people of some organizations. */
export const listOpenReminders = async (
  db: Db,
  organizations: readonly string[],
  accountId: string,
): Promise<readonly ReminderRow[]> => {
  if (organizations.length === 0) return [];
  const { rows } = await sql<ReminderRow>`
    select * from (
      select distinct on (reminder.round_id, reminder.organization_code)
        reminder.reminder_id as id, reminder.round_id as "roundId",
        reminder.organization_code as "organizationCode", organization.name as "organizationName",
        submission.submission_id as "submissionId", reminder.sent_at as "sentAt",
        account.display_name as "sentBy", reading.account_id is not null as "isRead",
        ${extendedUntilOf('reminder')} as "extendedUntil"
      from reminder
      join reporting_round as round on round.round_id = reminder.round_id
      join organization on organization.code = reminder.organization_code
      join submission on submission.round_id = reminder.round_id
        and submission.organization_code = reminder.organization_code
      join account on account.account_id = reminder.sent_by
      left join reminder_reading as reading on reading.reminder_id = reminder.reminder_id
        and reading.account_id = ${accountId}
      where reminder.organization_code = any(${[...organizations]}) and round.state = 'open'
        and submission.state in ('draft', 'ready', 'returned')
      order by reminder.round_id, reminder.organization_code, reminder.sent_at desc) as latest
    order by "sentAt" desc`.execute(db);
  return rows;
};

/** Notes that a person has read those of the reminders that went to the person's organizations. */
export const insertReadings = async (
  tx: Tx,
  reminders: readonly string[],
  reader: { readonly accountId: string; readonly organizations: readonly string[]; readonly at: string },
): Promise<void> => {
  await sql`
    insert into reminder_reading (reminder_id, account_id, read_at)
    select reminder_id, ${reader.accountId}::uuid, ${reader.at}::timestamptz from reminder
    where reminder_id = any(${[...reminders]}::uuid[]) and organization_code = any(${[...reader.organizations]})
    on conflict on constraint reminder_reading_pk do nothing`.execute(tx);
};

export interface ReturnedRow {
  readonly roundId: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly submissionId: string;
  readonly extendedUntil: PlainDate | null;
  readonly at: string;
  readonly reason: string | null;
}

/** Submissions of some organizations that came back in open rounds, with what was said of the whole, the latest first. */
export const listReturned = async (
  db: Db,
  organizations: readonly string[],
): Promise<readonly ReturnedRow[]> => {
  if (organizations.length === 0) return [];
  const { rows } = await sql<ReturnedRow>`
    select submission.round_id as "roundId", submission.organization_code as "organizationCode",
      organization.name as "organizationName", submission.submission_id as "submissionId",
      ${extendedUntilOf('submission')} as "extendedUntil", step.at, step.reason
    from submission
    join reporting_round as round on round.round_id = submission.round_id
    join organization on organization.code = submission.organization_code
    cross join lateral (
      select event.at, event.reason from submission_event as event
      where event.submission_id = submission.submission_id and event.to_state = 'returned'
      order by event.at desc, event.event_id desc limit 1) as step
    where submission.organization_code = any(${[...organizations]}) and submission.state = 'returned'
      and round.state = 'open'
    order by step.at desc`.execute(db);
  return rows;
};
