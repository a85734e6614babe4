import { sql } from 'kysely';
import type { AccessReach } from '#core/access/access.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import type { TaskWait } from '#core/task-state/task-wait.ts';
import type { Db } from '#server/db/database.ts';
import { taskStateOn } from '#server/registers/task-standings.ts';
import { awaitedOf } from '#server/registers/task-waits.ts';

/** An organization's part of a task, as a week tells it. */
export interface WeekPartRow {
  readonly taskId: string;
  readonly name: string;
  readonly organizationCode: string;
  readonly state: TaskState;
  readonly lastDay: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly percent: string | null;
  readonly waits: TaskWait[];
}

/**
 * The parts of some organizations that a week until this Sunday may name: due by then, or sent back or waiting. Done ones only
 * from the Monday on. Standings must be fresh.
 */
export const listWeekParts = async (
  db: Db,
  codes: readonly string[],
  { today, monday, sunday }: Readonly<Record<'today' | 'monday' | 'sunday', PlainDate>>,
): Promise<readonly WeekPartRow[]> => {
  const { rows } = await sql<WeekPartRow>`
    select standing.task_id as "taskId", item.name, standing.organization_code as "organizationCode",
      ${taskStateOn(today)} as state, standing.last_day as "lastDay", standing.done_on as "doneOn",
      standing.percent::text as percent, ${awaitedOf} as waits
    from part_standing as standing join document_item as item on item.id = standing.task_id
    where standing.organization_code = any(${[...codes]}) and (
      standing.last_day between ${monday}::date and ${sunday}::date
      or (standing.done_on is null and not standing.is_paused and (standing.last_day < ${monday}::date
        or standing.awaits_confirmation or standing.awaits_extension or standing.is_sent_back)))
    order by standing.last_day, item.name, standing.task_id`.execute(db);
  return rows;
};

/** A step, as a week tells it. */
export interface WeekStepRow {
  readonly id: string;
  readonly name: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly organizationCode: string;
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate;
  readonly doneOn: PlainDate | null;
  readonly assignee: string | null;
  readonly isPaused: boolean;
}

/** The steps of some organizations, and those handed to them, that are due by this Sunday; those of ended tasks are left out. */
export const listWeekSteps = async (
  db: Db,
  codes: readonly string[],
  { monday, sunday }: Readonly<Record<'monday' | 'sunday', PlainDate>>,
): Promise<readonly WeekStepRow[]> => {
  const { rows } = await sql<WeekStepRow>`
    select step.work_step_id as id, step.name, step.task_id as "taskId", item.name as "taskName",
      step.organization_code as "organizationCode", step.first_day as "firstDay", step.last_day as "lastDay",
      step.done_on as "doneOn", coalesce(assignee.display_name, step.assignee_words) as assignee,
      coalesce(part.is_paused, false) as "isPaused"
    from work_step as step
    join document_item as item on item.id = step.task_id and item.ended_by is null
    left join account as assignee on assignee.account_id = step.assignee_id
    left join part_standing as part
      on part.task_id = step.task_id and part.organization_code = step.organization_code
    where (step.organization_code = any(${[...codes]}) or step.handed_code = any(${[...codes]}))
      and not step.is_withdrawn and step.last_day <= ${sunday}::date
      and (step.done_on is null or step.last_day >= ${monday}::date)
    order by step.last_day, item.name, step.position, step.work_step_id`.execute(db);
  return rows;
};

/** Organizations within reach that answer for a task, in official order: whose week can be looked at. */
export const listWeekChoices = async (
  db: Db,
  reach: AccessReach,
): Promise<readonly { readonly code: string; readonly name: string }[]> => {
  const within =
    reach.kind === 'all' ? sql`true` : sql`organization.code = any(${[...reach.organizationCodes]})`;
  const { rows } = await sql<{ code: string; name: string }>`
    select organization.code, organization.name from organization
    where ${within} and organization.kind <> 'group'
      and (${reach.kind === 'some'} or exists (
        select from part_standing as standing where standing.organization_code = organization.code))
    order by organization.position, organization.code`.execute(db);
  return rows;
};
