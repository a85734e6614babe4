import { sql } from 'kysely';
import type { AccessReach } from '#core/access/access.ts';
import { dueWords } from '#core/plan/wording.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { AskedTask } from '#core/task-progress/task-form.ts';
import type { AssignedTask } from '#core/task-progress/task-requests.ts';
import type { Db, Tx } from '#server/db/database.ts';

// Plans whose number is not given yet are told apart by what they are about.
const planName = sql<string>`
  concat_ws(' ', coalesce(document.attached_doc_type, document.doc_type),
    coalesce(document.doc_number, document.subject_line))`;

/** A plan with the tasks that it gives. */
export interface PlanTasksRow {
  readonly planId: string;
  readonly planName: string;
  readonly tasks: readonly AssignedTask[];
}

/** The tasks of registered documents, the newest document first; of all documents, or of these. Standings must be fresh. */
export const listPlanTasks = async (
  db: Db | Tx,
  planIds: readonly string[] | null,
): Promise<readonly PlanTasksRow[]> => {
  const { rows } = await sql<PlanTasksRow>`
    select document.id as "planId", ${planName} as "planName", json_agg(json_build_object(
        'id', item.id, 'planId', document.id, 'startDay', item.due_start,
        'agencies', coalesce(named.agencies, '[]'), 'doneBy', coalesce(done.codes, '[]'))
        order by item.position) as tasks
    from document_item as item
    join document on document.id = item.document_id
    left join lateral (
      select json_agg(json_build_object('role', agency.role, 'organizationCode', agency.organization_code)
        order by agency.position) as agencies
      from item_agency as agency
      where agency.item_id = item.id and agency.role in ('lead', 'coordinating')
        and agency.organization_code is not null) as named on true
    left join lateral (
      select json_agg(part.organization_code) as codes
      from part_standing as part where part.task_id = item.id and part.done_on is not null) as done on true
    where item.kind = 'task' and item.ended_by is null and (${planIds === null} or document.id = any(${[...(planIds ?? [])]}::uuid[]))
    group by document.id
    order by document.issue_date desc nulls last, document.id`.execute(db);
  return rows;
};

/** A task that a round asks about, in the words of its plan. */
export interface AskedTaskRow extends AskedTask {
  /** What the organization reported of it in another round and had accepted last; null where no one is asked for. */
  readonly previous: { readonly value: DataValue; readonly period: string } | null;
  readonly order: string | null;
  readonly due: string | null;
  /** It runs over years: its progress is that of the whole. */
  readonly isSpan: boolean;
  readonly expectedResult: string | null;
}

type StoredAskedTask = Omit<AskedTaskRow, 'due'> & {
  readonly dueColumn: string | null;
  readonly dueRaw: string | null;
};

/** The tasks whose progress a round asks for: of one organization or of any. */
export const listAskedTasks = async (
  db: Db | Tx,
  roundId: string,
  organizationCode?: string,
): Promise<readonly AskedTaskRow[]> => {
  const whose = organizationCode === undefined ? sql`true` : sql`organization_code = ${organizationCode}`;
  const { rows } = await sql<StoredAskedTask>`
    select item.id, item.name, document.id as "planId", ${planName} as "planName", item.order_label as "order",
      coalesce(item.due_kind = 'range'
        and extract(year from item.due_start) < extract(year from item.due_end), false) as "isSpan",
      task.due_column as "dueColumn", item.due_raw as "dueRaw", task.expected_result as "expectedResult", earlier.previous
    from (
      select task_id, min(position) as position from round_request
      where round_id = ${roundId} and task_id is not null and ${whose}
      group by task_id) as asked
    join document_item as item on item.id = asked.task_id
    join task on task.item_id = item.id
    join document on document.id = item.document_id
    left join lateral (
      select json_build_object('period', round.period, 'value', json_build_object('state', known.state,
        'value', known.percent::text, 'comparator', '=')) as previous
      from task_progress as known
      join submission on submission.submission_id = known.submission_id
      join reporting_round as round on round.round_id = submission.round_id
      where known.task_id = item.id and known.organization_code = ${organizationCode ?? null}
        and round.round_id <> ${roundId}
      order by known.version desc limit 1) as earlier on true
    order by asked.position`.execute(db);
  return rows.map(({ dueColumn, dueRaw, ...row }) => ({ ...row, due: dueWords(dueColumn, dueRaw) }));
};

export interface ProgressRow {
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly version: number;
  readonly state: 'value' | 'blank' | 'not-applicable';
  readonly percent: string | null;
  readonly words: string | null;
  readonly difficulties: string | null;
  readonly result: string | null;
  /** The report of a round that brought it in; null where it was reported outside rounds. */
  readonly submissionId: string | null;
  readonly round: { readonly id: string; readonly title: string; readonly period: string } | null;
  readonly evidence: readonly { readonly id: string; readonly title: string }[];
  readonly recordedAt: string;
  readonly recordedBy: string | null;
}

/** What organizations within reach reported of a task and had accepted, organization by organization, the latest first. */
export const listTaskProgress = async (
  db: Db,
  taskId: string,
  reach: AccessReach,
): Promise<readonly ProgressRow[]> => {
  const within =
    reach.kind === 'all'
      ? sql`true`
      : sql`(known.organization_code = any(${[...reach.organizationCodes]})
          or submission.appraiser_codes && ${[...reach.appraiserCodes]}::text[])`;
  const { rows } = await sql<ProgressRow>`
    select known.organization_code as "organizationCode", organization.name as "organizationName", known.version,
      known.state, known.percent::text as percent, known.words, known.difficulties, known.result,
      known.submission_id as "submissionId",
      case when round.round_id is not null
        then json_build_object('id', round.round_id, 'title', round.title, 'period', round.period) end as round,
      coalesce(proof.pieces, '[]') as evidence, known.recorded_at as "recordedAt",
      account.display_name as "recordedBy"
    from task_progress as known
    join organization on organization.code = known.organization_code
    left join submission on submission.submission_id = known.submission_id
    left join reporting_round as round on round.round_id = submission.round_id
    left join account on account.account_id = known.recorded_by
    left join lateral (
      select json_agg(json_build_object('id', evidence.evidence_id, 'title', evidence.title)
        order by named.at, evidence.title) as pieces
      from (
        select evidence_id, attached_at as at from answer_evidence as attached
        where attached.submission_id = known.submission_id and attached.item_code = ${`task:${taskId}`}
          and attached.attached_at <= known.recorded_at
          and (attached.detached_at is null or attached.detached_at > known.recorded_at)
        union all
        select evidence_id, known.recorded_at from task_event_evidence as reported
        where reported.event_id = known.event_id) as named
      join evidence on evidence.evidence_id = named.evidence_id) as proof on true
    where known.task_id = ${taskId} and ${within}
    order by organization.position, organization.code, known.version desc`.execute(db);
  return rows;
};

/** Whether there is a task with this id. */
export const hasTask = async (db: Db, taskId: string): Promise<boolean> => {
  const row = await db.selectFrom('task').select('item_id').where('item_id', '=', taskId).executeTakeFirst();
  return row !== undefined;
};
