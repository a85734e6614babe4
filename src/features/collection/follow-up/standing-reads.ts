import { sql } from 'kysely';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { SumDecision } from '#core/submission/sum-decision.ts';
import { ACCEPTED_STATES, SENT_STATES } from '#core/submission/submission-state.ts';
import type { Db, Tx } from '#server/db/database.ts';

export interface IndicatorRow {
  readonly roundId: string;
  readonly code: string;
  readonly asked: number;
  readonly sent: number;
  readonly accepted: number;
  readonly late: number;
  readonly returned: number;
}

/** How many organizations each indicator of rounds is asked of, and how they stand; the late ones are named. */
export const countByIndicator = async (
  db: Db,
  roundIds: readonly string[],
  lateSubmissions: readonly string[],
): Promise<readonly IndicatorRow[]> => {
  if (roundIds.length === 0) return [];
  const { rows } = await sql<IndicatorRow>`
    with asked as (
      select round_id, indicator_code, organization_code, min(position) as position
      from round_request where round_id = any(${[...roundIds]}::uuid[])
      group by round_id, indicator_code, organization_code)
    select asked.round_id as "roundId", asked.indicator_code as code, count(*)::int as asked,
      count(*) filter (where state = any(${SENT_STATES}))::int as sent,
      count(*) filter (where state = any(${ACCEPTED_STATES}))::int as accepted,
      count(*) filter (where submission_id = any(${[...lateSubmissions]}::uuid[]))::int as late,
      count(*) filter (where state = 'returned')::int as returned
    from asked left join submission using (round_id, organization_code)
    group by asked.round_id, asked.indicator_code
    order by min(asked.position)`.execute(db);
  return rows;
};

export interface SumRow {
  readonly item: string;
  readonly indicator: string;
  readonly asked: number;
  readonly accepted: number;
  /** The accepted parts. */
  readonly values: readonly DataValue[];
}

/** Every item of a round whose figure is the sum of what the organizations give, with the parts accepted so far. */
export const listSums = async (db: Db | Tx, roundId: string, item?: string): Promise<readonly SumRow[]> => {
  const { rows } = await sql<SumRow>`
    select request.item_code as item, min(request.indicator_code) as indicator, count(*)::int as asked,
      count(*) filter (where submission.state = any(${ACCEPTED_STATES}))::int as accepted,
      coalesce(json_agg(json_build_object('state', coalesce(answer.appraised_state, answer.state, 'blank'),
        'value', case when answer.appraised_state is null then answer.value else answer.appraised_value end,
        'comparator', '=')) filter (where submission.state = any(${ACCEPTED_STATES})), '[]') as values
    from round_request as request
    left join submission on submission.round_id = request.round_id
      and submission.organization_code = request.organization_code
    left join answer on answer.submission_id = submission.submission_id
      and answer.subject_code = request.subject_code and answer.item_code = request.item_code
    where request.round_id = ${roundId} and request.share = 'part'
      and (${item ?? null}::text is null or request.item_code = ${item ?? null})
    group by request.item_code
    order by min(request.position)`.execute(db);
  return rows;
};

/** The province's own figures of items as they were when a round was opened. */
export const listOwnFigures = async (
  db: Db,
  round: { readonly id: string; readonly framework: string; readonly year: number },
): Promise<ReadonlyMap<string, DataValue>> => {
  const { rows } = await sql<{ item: string; value: DataValue }>`
    select known.item_code as item, coalesce(
      (select old_value from data_value_revision as revision
        where revision.framework_code = known.framework_code and revision.subject_code = known.subject_code
          and revision.year = known.year and revision.item_code = known.item_code
          and revision.changed_at >= round.opened_at
        order by revision.version limit 1),
      jsonb_build_object('state', known.state, 'value', known.value, 'comparator', known.comparator)) as value
    from reporting_round as round
    join organization on organization.kind = 'province' and organization.valid_to is null
    join data_value as known on known.framework_code = round.framework_code and known.year = round.year
      and known.subject_code = organization.code
    where round.round_id = ${round.id} and known.origin <> 'simulated'
      and known.item_code in (select item_code from round_request
        where round_request.round_id = ${round.id} and share = 'part')`.execute(db);
  return new Map(rows.filter(({ value }) => value.state !== 'blank').map(({ item, value }) => [item, value]));
};

export interface SumDecisionRow {
  readonly item: string;
  readonly decision: SumDecision;
  readonly accepted: number;
  readonly asked: number;
  readonly reason: string;
  readonly at: string;
  readonly by: string | null;
}

/** The latest decision about each sum of a round. */
export const listSumDecisions = async (db: Db | Tx, roundId: string): Promise<readonly SumDecisionRow[]> => {
  const { rows } = await sql<SumDecisionRow>`
    select distinct on (decision.item_code) decision.item_code as item, decision.decision,
      decision.accepted_count as accepted, decision.asked_count as asked, decision.reason,
      decision.decided_at as at, account.display_name as by
    from sum_decision as decision join account on account.account_id = decision.decided_by
    where decision.round_id = ${roundId}
    order by decision.item_code, decision.decided_at desc`.execute(db);
  return rows;
};
