import { sql } from 'kysely';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';

/** Steps that one organization has handed to another under one task and that are still open. */
export interface StepNotice {
  readonly taskId: string;
  /** The steps by their names. */
  readonly names: string;
  /** Who handed them over. */
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly handedCode: string;
  /** When the last of them was handed over. */
  readonly at: string;
  readonly isLate: boolean;
  /** One is due soon or was handed over lately. */
  readonly isNew: boolean;
}

const MOST = 20;
const DAYS_AHEAD = 7;
const DAYS_NEW = 3;

/**
 * What was handed to some organizations and waits for them, by task, the first due first. It follows from the steps as they
 * stand, so that nothing is told of what was done, withdrawn or ended.
 */
export const listStepNotices = async (
  db: Db,
  organizations: readonly string[],
  {
    today,
    missedDay,
    now,
  }: { readonly today: PlainDate; readonly missedDay: PlainDate; readonly now: string },
): Promise<readonly StepNotice[]> => {
  if (organizations.length === 0) return [];
  const { rows } = await sql<StepNotice>`
    select step.task_id as "taskId", string_agg(step.name, '; ' order by step.last_day, step.position) as names,
      step.organization_code as "organizationCode", organization.name as "organizationName",
      step.handed_code as "handedCode", max(handed.at) as at, min(step.last_day) <= ${missedDay}::date as "isLate",
      min(step.last_day) <= ${addDays(today, DAYS_AHEAD)}::date
        or max(handed.at) > ${now}::timestamptz - make_interval(days => ${DAYS_NEW}) as "isNew"
    from work_step as step
    join document_item as item on item.id = step.task_id and item.ended_by is null
    join organization on organization.code = step.organization_code
    join lateral (
      select max(event.at) as at from work_step_event as event
      where event.work_step_id = step.work_step_id and event.handed_code = step.handed_code) as handed on true
    where step.handed_code = any(${[...organizations]}) and step.done_on is null and not step.is_withdrawn
    group by step.task_id, step.organization_code, organization.name, step.handed_code
    order by min(step.last_day), step.task_id limit ${MOST}`.execute(db);
  return rows;
};
