import { sql } from 'kysely';
import { firstWorkingDayFrom } from '#core/calendar/working-days.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { isAfter } from '#core/kernel/plain-date.ts';
import { nameSourceDocument, type TitledDocument } from '#core/plan/document-title.ts';
import { keyOfPart, listDueParts, type DuePart, type DuePartKey } from '#core/reminder/due-part.ts';
import { deriveTaskLines } from '#core/task-state/derive-lines.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { readExecutedTasks } from '#server/registers/executed-tasks.ts';

// So many that one statement stays quick, and so few that their lines fit in memory.
const TASKS_AT_ONCE = 1000;

const listOwedTasks = async (db: Db | Tx): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct part.task_id as id from part_standing as part
    join task_standing as whole on whole.task_id = part.task_id
    where part.done_on is null and part.late_after is not null and whole.done_on is null order by id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};

const partsOfTasks = async (
  db: Db | Tx,
  ids: readonly string[],
  today: PlainDate,
): Promise<readonly DuePart[]> => {
  const organizations = await listOrganizations(db);
  const parts: DuePart[] = [];
  for (let from = 0; from < ids.length; from += TASKS_AT_ONCE) {
    const some = ids.slice(from, from + TASKS_AT_ONCE);
    const tasks = await readExecutedTasks(db, some, organizations, today);
    parts.push(...tasks.flatMap((task) => listDueParts(task.id, deriveTaskLines(task, duePolicy))));
  }
  return parts;
};

/** Parts of tasks that are still owed; of these tasks alone, or of all, whose standings must be fresh then. */
export const listOwedParts = async (
  db: Db | Tx,
  today: PlainDate,
  ids?: readonly string[],
): Promise<readonly DuePart[]> => partsOfTasks(db, ids ?? (await listOwedTasks(db)), today);

/** Reports that organizations still owe in open rounds; of these rounds alone, or of all. */
export const listOwedReports = async (
  db: Db | Tx,
  rounds?: readonly string[],
): Promise<readonly DuePart[]> => {
  const { rows } = await sql<{ id: string; organizationCode: string; lastDay: string }>`
    select round.round_id as id, submission.organization_code as "organizationCode",
      greatest(round.due_day - round.due_before::int, (
        select until_day from round_extension as extension
        where extension.round_id = round.round_id
          and extension.organization_code = submission.organization_code
        order by granted_at desc limit 1)) as "lastDay"
    from submission join reporting_round as round on round.round_id = submission.round_id
    where round.state = 'open' and submission.state in ('draft', 'ready', 'returned')
      ${rounds ? sql`and round.round_id = any(${[...rounds]}::uuid[])` : sql``}
    order by id, "organizationCode"`.execute(db);
  return rows.map(({ id, organizationCode, lastDay }) => ({
    ...{ kind: 'report', id, organizationCode, role: 'lead', period: '', lastDay: plainDate(lastDay) },
    lateAfter: firstWorkingDayFrom(plainDate(lastDay), duePolicy.calendar),
    isMilestone: false,
  }));
};

/**
 * Steps of work plans that are still to be done, as who does them owes them: of these steps alone, or of all. Plans of
 * organizations that are no more are nobody's.
 */
export const listOwedSteps = async (
  db: Db | Tx,
  today: PlainDate,
  ids?: readonly string[],
): Promise<readonly DuePart[]> => {
  const { rows } = await sql<{ id: string; organizationCode: string; lastDay: string }>`
    select step.work_step_id as id, doer.code as "organizationCode", step.last_day::text as "lastDay"
    from work_step as step
    join document_item as item on item.id = step.task_id and item.ended_by is null
    join organization as owner on owner.code = step.organization_code
    join organization as doer on doer.code = coalesce(step.handed_code, step.organization_code)
    where step.done_on is null and not step.is_withdrawn
      and coalesce(owner.valid_to >= ${today}::date, true) and coalesce(doer.valid_to >= ${today}::date, true)
      ${ids ? sql`and step.work_step_id = any(${[...ids]}::uuid[])` : sql``}
    order by id`.execute(db);
  return rows.map(({ id, organizationCode, lastDay }) => ({
    ...{ kind: 'step', id, organizationCode, role: 'lead', period: '', lastDay: plainDate(lastDay) },
    isMilestone: false,
    lateAfter: firstWorkingDayFrom(plainDate(lastDay), duePolicy.calendar),
  }));
};

/** Which of some things that were told are still owed, by their keys; a milestone until it is over. */
export const findOwed = async (
  db: Db | Tx,
  told: readonly DuePartKey[],
  today: PlainDate,
): Promise<ReadonlyMap<string, DuePart>> => {
  const idsOf = (kind: DuePart['kind']): readonly string[] => [
    ...new Set(told.filter((item) => item.kind === kind).map(({ id }) => id)),
  ];
  const parts = [
    ...(await listOwedParts(db, today, idsOf('task'))),
    ...(await listOwedReports(db, idsOf('report'))),
    ...(await listOwedSteps(db, today, idsOf('step'))),
  ].filter(({ isMilestone, lateAfter }) => !isMilestone || !isAfter(today, lateAfter));
  return new Map(parts.map((part) => [keyOfPart(part), part]));
};

/** What something due is called. */
export interface DueName {
  readonly name: string;
  /** The plan of a task, the task of a step; null of a round. */
  readonly document: string | null;
  /** The task, also of a step; null of a round. */
  readonly taskId: string | null;
}

interface NameRow extends TitledDocument {
  readonly id: string;
  readonly name: string;
  readonly taskId: string | null;
  /** Of a step. */
  readonly taskName: string | null;
}

/** Names of tasks, rounds and steps by their ids; what is gone has none. */
export const listDueNames = async (
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DueName>> => {
  const { rows } = await sql<NameRow>`
    select item.id, item.name, item.id as "taskId", null as "taskName", document.doc_type as "docType",
      document.doc_number as "docNumber", document.subject_line as "subjectLine"
    from document_item as item join document on document.id = item.document_id where item.id = any(${[...ids]}::uuid[])
    union all
    select round_id, title, null, null, null, null, null from reporting_round where round_id = any(${[...ids]}::uuid[])
    union all
    select step.work_step_id, step.name, task.id, task.name, null, null, null from work_step as step
    join document_item as task on task.id = step.task_id where step.work_step_id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(
    rows.map(({ id, name, taskId, taskName, ...document }) => [
      id,
      { name, taskId, document: taskName ?? nameSourceDocument(document) },
    ]),
  );
};

/** The submissions of some rounds, by round and organization: `submissionKey`. */
export const listSubmissionIds = async (
  db: Db | Tx,
  rounds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (rounds.length === 0) return new Map();
  const rows = await db
    .selectFrom('submission')
    .select(['submission_id', 'round_id', 'organization_code'])
    .where('round_id', 'in', rounds)
    .execute();
  return new Map(rows.map((row) => [submissionKey(row.round_id, row.organization_code), row.submission_id]));
};

/** By what the submission of an organization in a round is known. */
export const submissionKey = (roundId: string, organizationCode: string): string =>
  `${roundId} ${organizationCode}`;
