import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';

/** A step of a work plan that is still to be done. */
export interface DueStep {
  readonly id: string;
  readonly day: PlainDate;
  readonly name: string;
  /** Whose plan it stands in. */
  readonly organization: string;
  readonly assignee: string | null;
  readonly taskId: string;
  readonly taskName: string;
  /** The organization by which it is theirs: whose plan it is, or to which it was handed. */
  readonly code: string;
  /** How often it was written, and when last. */
  readonly revision: number;
  readonly changedAt: string;
}

/**
 * The open steps of organizations and those handed to them, each once; those of ended tasks, and of plans of organizations
 * that are no more, are left out.
 */
export const listDueSteps = async (
  db: Db,
  codes: readonly string[],
  today: PlainDate,
): Promise<readonly DueStep[]> => {
  const own = [...codes];
  const { rows } = await sql<DueStep>`
    select step.work_step_id as id, step.last_day as day, step.name, organization.name as organization,
      coalesce(assignee.display_name, step.assignee_words) as assignee, step.task_id as "taskId", item.name as "taskName",
      case when step.organization_code = any(${own}) then step.organization_code else step.handed_code end as code,
      history.revision, history."changedAt"
    from work_step as step
    join document_item as item on item.id = step.task_id and item.ended_by is null
    join organization on organization.code = step.organization_code
    join lateral (
      select count(*)::int as revision, max(event.at) as "changedAt" from work_step_event as event
      where event.work_step_id = step.work_step_id) as history on true
    left join account as assignee on assignee.account_id = step.assignee_id
    where coalesce(organization.valid_to >= ${today}::date, true) and step.done_on is null and not step.is_withdrawn
      and (step.organization_code = any(${own}) or step.handed_code = any(${own}))
    order by step.last_day, step.work_step_id`.execute(db);
  return rows;
};
