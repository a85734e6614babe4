import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { WorkStepEventKind } from '#core/work-plan/work-step.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { countsOn } from '#server/registers/role-holdings.ts';

/** What was written or changed of a step. */
interface StepEventRow {
  readonly kind: WorkStepEventKind;
  readonly name: string | null;
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly day: PlainDate | null;
  readonly words: string | null;
  readonly at: string;
  readonly by: string | null;
}

/** A step as it stands. */
export interface StepRow {
  readonly id: string;
  readonly taskId: string;
  readonly organizationCode: string;
  readonly name: string;
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate;
  readonly assigneeId: string | null;
  /** The name of the account, or the words. */
  readonly assignee: string | null;
  readonly handedCode: string | null;
  readonly result: string | null;
  readonly doneOn: PlainDate | null;
  readonly isWithdrawn: boolean;
  readonly version: number;
  /** The latest first; the first of all wrote the step. */
  readonly history: readonly StepEventRow[];
}

const HISTORY = sql`(
  select json_agg(json_build_object('kind', event.kind, 'name', event.name, 'firstDay', event.first_day,
    'lastDay', event.last_day, 'day', event.day, 'words', event.words, 'at', event.at, 'by', writer.display_name)
    order by event.version desc)
  from work_step_event as event left join account as writer on writer.account_id = event.by
  where event.work_step_id = step.work_step_id)`;

const readSteps = async (db: Db | Tx, where: RawBuilder<SqlBool>): Promise<readonly StepRow[]> => {
  const { rows } = await sql<StepRow>`
    select step.work_step_id as id, step.task_id as "taskId", step.organization_code as "organizationCode",
      step.name, step.first_day as "firstDay", step.last_day as "lastDay", step.assignee_id as "assigneeId",
      coalesce(assignee.display_name, step.assignee_words) as assignee, step.handed_code as "handedCode",
      step.result, step.done_on as "doneOn", step.is_withdrawn as "isWithdrawn", step.version,
      ${HISTORY} as history
    from work_step as step left join account as assignee on assignee.account_id = step.assignee_id
    where ${where} order by step.organization_code, step.position, step.work_step_id`.execute(db);
  return rows;
};

/** The steps under a task that were not withdrawn, plan by plan in their order. */
export const listStepsOfTask = (db: Db | Tx, taskId: string): Promise<readonly StepRow[]> =>
  readSteps(db, sql<SqlBool>`step.task_id = ${taskId} and not step.is_withdrawn`);

/** A step; undefined when there is none with this id. */
export const findStep = async (db: Db | Tx, id: string): Promise<StepRow | undefined> =>
  (await readSteps(db, sql<SqlBool>`step.work_step_id = ${id}`))[0];

/** A task with whether another document has ended it; undefined when there is none with this id. */
export const findPlannedTask = async (
  db: Db | Tx,
  id: string,
): Promise<{ readonly id: string; readonly name: string; readonly isEnded: boolean } | undefined> => {
  const { rows } = await sql<{ id: string; name: string; isEnded: boolean }>`
    select id, name, ended_by is not null as "isEnded" from document_item
    where id = ${id} and kind = 'task'`.execute(db);
  return rows[0];
};

/** Who reports or approves for organizations on a day, by name. */
export const listOfficers = async (
  db: Db | Tx,
  codes: readonly string[],
  today: PlainDate,
): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select account.account_id as id, account.display_name as name from account
    where not account.is_disabled and account.account_id in (
      select holding.account_id from role_holding as holding
      where holding.organization_code = any(${[...codes]}) and holding.role in ('reporter', 'approver')
        and ${countsOn('holding', today)})
    order by account.display_name, account.account_id`.execute(db);
  return rows;
};
