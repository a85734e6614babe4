import { sql } from 'kysely';
import type { AccessReach } from '#core/access/access.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import { measurePeers, type PeerSpread } from '#core/submission/peer-outlier.ts';
import type { TaskRole } from '#core/task-progress/task-role.ts';
import { SENT_STATES, type SubmissionState } from '#core/submission/submission-state.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { extendedUntilOf } from '#features/collection/round/extension-reads.ts';

export interface RequestRow {
  readonly subject: string;
  readonly item: string;
  readonly indicator: string;
  readonly share: 'whole' | 'part';
  /** The task whose progress is asked for; null for a figure. */
  readonly taskId: string | null;
  readonly taskRole: TaskRole | null;
}

/** What a round asks one organization for, in the order of the framework. */
export const listRequestsOf = (
  db: Db | Tx,
  roundId: string,
  organizationCode: string,
): Promise<readonly RequestRow[]> =>
  db
    .selectFrom('round_request')
    .select([
      'subject_code as subject',
      'item_code as item',
      'indicator_code as indicator',
      sql<'whole' | 'part'>`share`.as('share'),
      'task_id as taskId',
      sql<TaskRole | null>`task_role`.as('taskRole'),
    ])
    .where('round_id', '=', roundId)
    .where('organization_code', '=', organizationCode)
    .orderBy('position')
    .execute();

export interface KnownRow {
  readonly subject: string;
  readonly item: string;
  readonly value: DataValue;
  readonly source: 'round' | 'index' | 'register';
  readonly period: string;
}

export interface RequestWithKnown extends RequestRow {
  readonly known: Omit<KnownRow, 'subject' | 'item'> | null;
}

/**
 * What a round asks one organization for, in the order of the framework, with what is known of it already: what it sent to
 * the round before on the same framework (as appraised, where it was), else the present value of the index.
 */
export const listRequestsWithKnown = async (
  db: Db | Tx,
  round: {
    readonly id: string;
    readonly framework: string;
    readonly dueDay: PlainDate;
    readonly year: number;
  },
  organizationCode: string,
): Promise<readonly RequestWithKnown[]> => {
  const { rows } = await sql<RequestWithKnown>`
    with past as materialized (
      select submission.submission_id, past.period, past.due_day
      from submission join reporting_round as past on past.round_id = submission.round_id
      where submission.organization_code = ${organizationCode} and past.framework_code = ${round.framework}
        and past.round_id <> ${round.id} and past.due_day < ${round.dueDay}
        -- Nobody has signed what is still a draft.
        and submission.state = any(${SENT_STATES}))
    select request.subject_code as subject, request.item_code as item, request.indicator_code as indicator,
      request.share, request.task_id as "taskId", request.task_role as "taskRole",
      case
        when earlier.state is not null then json_build_object('source', 'round', 'period', earlier.period,
          'value', json_build_object('state', earlier.state, 'value', earlier.value, 'comparator', '='))
        when known.state is not null then json_build_object('source', 'index', 'period', known.year::text,
          'value', json_build_object('state', known.state, 'value', known.value, 'comparator', '='))
      end as known
    from round_request as request
    left join lateral (
      select coalesce(answer.appraised_state, answer.state) as state,
        case when answer.appraised_state is null then answer.value else answer.appraised_value end as value, past.period
      from (select * from past order by due_day desc) as past
      join answer on answer.submission_id = past.submission_id
        and answer.subject_code = request.subject_code and answer.item_code = request.item_code
      where coalesce(answer.appraised_state, answer.state) <> 'blank'
      order by past.due_day desc limit 1) as earlier on true
    left join lateral (
      select state, value, year from data_value
      where framework_code = ${round.framework} and subject_code = request.subject_code
        and item_code = request.item_code and year <= ${round.year} and comparator = '='
        and state <> 'blank' and origin <> 'simulated'
      order by year desc limit 1) as known on request.share = 'whole'
    where request.round_id = ${round.id} and request.organization_code = ${organizationCode}
    order by request.position`.execute(db);
  return rows;
};

/**
 * What is usual among the figures that organizations of a round have sent, by item, where enough of them have; without those
 * of one organization, where it is named.
 */
export const measurePeerFigures = async (
  db: Db | Tx,
  roundId: string,
  organizationCode: string | null,
): Promise<ReadonlyMap<string, PeerSpread>> => {
  const { rows } = await sql<{ item: string; values: string[] }>`
    select answer.item_code as item, array_agg(coalesce(answer.appraised_value, answer.value)) as values
    from submission
    join answer on answer.submission_id = submission.submission_id
    where submission.round_id = ${roundId} and submission.organization_code is distinct from ${organizationCode}
      and submission.state = any(${SENT_STATES})
      and answer.subject_code = submission.organization_code
      and coalesce(answer.appraised_state, answer.state) = 'value'
      and coalesce(answer.appraised_value, answer.value) ~ '^-?[0-9]+(\\.[0-9]+)?$'
    group by answer.item_code`.execute(db);
  return new Map(
    rows.flatMap(({ item, values }) => {
      const spread = measurePeers(values.map(Number));
      return spread ? [[item, spread] as const] : [];
    }),
  );
};

export interface AttachedEvidence {
  readonly subject: string;
  readonly item: string;
  readonly evidenceId: string;
}

/** Which evidence stands behind which answer of a submission now. */
export const listAttachedEvidence = (
  db: Db | Tx,
  submissionId: string,
): Promise<readonly AttachedEvidence[]> =>
  db
    .selectFrom('answer_evidence')
    .select(['subject_code as subject', 'item_code as item', 'evidence_id as evidenceId'])
    .where('submission_id', '=', submissionId)
    .where('detached_at', 'is', null)
    .orderBy('attached_at')
    .execute();

export interface WorkRow {
  readonly submissionId: string;
  readonly roundId: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly appraiserCodes: readonly string[];
  readonly state: SubmissionState;
  readonly asked: number;
  readonly answered: number;
  readonly returned: number;
  /** How many of what is asked are tasks. */
  readonly tasks: number;
  readonly submittedAt: string | null;
  readonly extendedUntil: PlainDate | null;
}

/** Submissions of open rounds within somebody's reach. */
export const listWork = async (db: Db | Tx, reach: AccessReach): Promise<readonly WorkRow[]> => {
  const within =
    reach.kind === 'all'
      ? sql`true`
      : sql`(submission.organization_code = any(${[...reach.organizationCodes]})
          or submission.appraiser_codes && ${[...reach.appraiserCodes]}::text[])`;
  const { rows } = await sql<WorkRow>`
    select submission.submission_id as "submissionId", submission.round_id as "roundId",
      submission.organization_code as "organizationCode", organization.name as "organizationName",
      submission.appraiser_codes as "appraiserCodes", submission.state, submission.asked_count as asked,
      submission.answered_count as answered, submission.submitted_at as "submittedAt",
      (select count(*)::int from answer
        where answer.submission_id = submission.submission_id and answer.decision = 'returned') as returned,
      (select count(*)::int from round_request as request
        where request.round_id = submission.round_id and request.organization_code = submission.organization_code
          and request.task_id is not null) as tasks,
      ${extendedUntilOf('submission')} as "extendedUntil"
    from submission
    join reporting_round as round on round.round_id = submission.round_id
    join organization on organization.code = submission.organization_code
    where round.state = 'open' and ${within}
    order by round.due_day, organization.position`.execute(db);
  return rows;
};
