import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';

/** What the coordinator has decided of an organization's part of a task. */
export interface TaskNotice {
  readonly kind: 'task-sent-back' | 'task-confirmed' | 'extension-granted' | 'extension-refused';
  readonly taskId: string;
  readonly name: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly at: string;
  readonly reason: string | null;
  /** Somebody of the organization has read or acted on it. */
  readonly isRead: boolean;
}

// After that it is found in the history of the task.
const DAYS_TOLD = 14;
const MOST = 20;

/**
 * What was decided of the parts of some organizations: a report that was sent back until it is made again; confirmations
 * and decided requests for two weeks, new ones until the person reads them. The latest first.
 */
export const listTaskNotices = async (
  db: Db,
  organizations: readonly string[],
  { accountId, now }: { readonly accountId: string; readonly now: string },
): Promise<readonly TaskNotice[]> => {
  if (organizations.length === 0) return [];
  const { rows } = await sql<TaskNotice>`
    select case event.kind when 'send-back' then 'task-sent-back' when 'confirm' then 'task-confirmed'
        when 'grant-extension' then 'extension-granted' else 'extension-refused' end as kind,
      event.task_id as "taskId", item.name, event.organization_code as "organizationCode",
      organization.name as "organizationName", event.at, event.reason, reading.account_id is not null as "isRead"
    from task_event as event
    join document_item as item on item.id = event.task_id and item.ended_by is null
    join organization on organization.code = event.organization_code
    left join task_event_reading as reading
      on reading.event_id = event.event_id and reading.account_id = ${accountId}::uuid
    where event.organization_code = any(${[...organizations]})
      and event.kind in ('send-back', 'confirm', 'grant-extension', 'refuse-extension')
      and (event.kind = 'send-back' or event.at > ${now}::timestamptz - make_interval(days => ${DAYS_TOLD}))
      and not exists (
        select from task_event as later where later.task_id = event.task_id
          and later.organization_code = event.organization_code and later.period = event.period
          and later.version > event.version
          and case event.kind when 'send-back' then later.kind = 'report'
            else later.kind in ('confirm', 'send-back', 'grant-extension', 'refuse-extension') end)
    order by event.at desc, event.event_id limit ${MOST}`.execute(db);
  return rows;
};
