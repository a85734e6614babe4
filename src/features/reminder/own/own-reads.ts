import { sql, type RawBuilder } from 'kysely';
import { firstWorkingDayFrom } from '#core/calendar/working-days.ts';
import { nameSourceDocument, type TitledDocument } from '#core/plan/document-title.ts';
import { keyOfPart } from '#core/reminder/due-part.ts';
import { isDuty, type ReminderAudience } from '#core/reminder/ladder.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { findOwed } from '#features/reminder/planning/due-reads.ts';
import type { OwnReminder } from './own-contract.ts';
import type { Reminded } from '#features/reminder/planning/people-reads.ts';

interface OwnRow
  extends Omit<OwnReminder, 'isDuty' | 'isLate' | 'organization' | 'document'>, TitledDocument {
  /** Of a step. */
  readonly taskName: string | null;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly lateAfter: PlainDate | null;
  /** Told of a span of years, whose standing knows its last day alone. */
  readonly isOfSpan: boolean;
}

const codesOf = ({ places }: Reminded, audience: ReminderAudience): readonly string[] =>
  places.flatMap((place) =>
    place.audience === audience && place.organizationCode !== null ? [place.organizationCode] : [],
  );

/** Whether an item concerns what the person is today. */
const isForPerson = (person: Reminded): RawBuilder<boolean> => {
  const isOne = (audience: ReminderAudience): boolean =>
    person.places.some((place) => place.audience === audience);
  return sql<boolean>`case item.audience
    when 'officer' then item.organization_code = any(${[...codesOf(person, 'officer')]})
    when 'head' then item.organization_code = any(${[...codesOf(person, 'head')]})
    when 'coordinator' then ${isOne('coordinator')}::boolean else ${isOne('leader')}::boolean end`;
};

const partOf = ({ kind, id, organizationCode, period, lastDay }: OwnRow) => ({
  ...{ kind, id, organizationCode, period },
  lastDay: plainDate(lastDay),
});

/**
 * What a person was told in the application and is still due, by the last day. Standings must be fresh: what was done, paused or
 * put off since is not there.
 */
export const listOwnRows = async (db: Db, person: Reminded, today: PlainDate): Promise<readonly OwnRow[]> => {
  const { rows } = await sql<OwnRow>`
    select * from (
      select distinct on (item.kind, item.subject_id, item.organization_code, item.period, item.last_day)
        item.kind, coalesce(submission.submission_id, step.task_id, item.subject_id) as id,
        coalesce(task.name, round.title, step.name) as name, step_task.name as "taskName",
        document.doc_type as "docType", document.doc_number as "docNumber", document.subject_line as "subjectLine",
        organization.code as "organizationCode", organization.name as "organizationName",
        coalesce(task.due_kind = 'range', false) as "isOfSpan", item.period, item.last_day::text as "lastDay", part.late_after::text as "lateAfter", item.audience,
        message.not_before as "toldAt", message.read_at is null as "isNew"
      from reminder_item as item
      join reminder_message as message on message.message_id = item.message_id
      join organization on organization.code = item.organization_code
      left join document_item as task on item.kind = 'task' and task.id = item.subject_id
      left join document on document.id = task.document_id
      left join part_standing as part on item.kind = 'task' and part.task_id = item.subject_id
        and part.organization_code = item.organization_code
      left join task_standing as whole on whole.task_id = part.task_id
      left join work_step as step on item.kind = 'step' and step.work_step_id = item.subject_id
        and coalesce(step.handed_code, step.organization_code) = item.organization_code
        and step.last_day = item.last_day and step.done_on is null and not step.is_withdrawn
      left join document_item as step_task on step_task.id = step.task_id and step_task.ended_by is null
      left join reporting_round as round on item.kind = 'report' and round.round_id = item.subject_id
      left join submission on submission.round_id = round.round_id
        and submission.organization_code = item.organization_code
      where item.account_id = ${person.accountId} and item.channel = 'in-app' and ${isForPerson(person)}
        and (part.late_after is not null and part.done_on is null and whole.done_on is null
            and (part.last_day <= item.last_day or task.due_kind = 'range')
          or step_task.id is not null
          or round.state = 'open' and submission.state in ('draft', 'ready', 'returned'))
      order by item.kind, item.subject_id, item.organization_code, item.period, item.last_day, item.step desc) as own
    order by "lastDay", name`.execute(db);
  const spans = rows.filter(({ isOfSpan }) => isOfSpan);
  if (spans.length === 0) return rows;
  const owed = await findOwed(db, spans.map(partOf), today);
  return rows.filter((row) => !row.isOfSpan || owed.has(keyOfPart(partOf(row))));
};

/** Marks what a person was told until an instant as read; answers how many messages are still new. */
export const markRead = async (db: Db, accountId: string, upTo: string, at: string): Promise<void> => {
  await db
    .updateTable('reminder_message')
    .set({ read_at: at })
    .where('account_id', '=', accountId)
    .where('channel', '=', 'in-app')
    .where('read_at', 'is', null)
    .where('not_before', '<=', upTo)
    .execute();
};

/** The row as the person sees it. */
export const ownReminderOf = (
  { organizationCode, organizationName, lateAfter, isOfSpan: _, taskName, ...row }: OwnRow,
  today: PlainDate,
): OwnReminder => ({
  ...row,
  document: taskName ?? nameSourceDocument(row),
  organization: { code: organizationCode, name: organizationName },
  isLate: today > (lateAfter ?? firstWorkingDayFrom(plainDate(row.lastDay), duePolicy.calendar)),
  isDuty: isDuty(row.audience),
});
