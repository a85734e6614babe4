import { sql } from 'kysely';
import { type DataValue, reported } from '#core/scoring/data-value.ts';
import type { Tx } from '#server/db/database.ts';
import { isDecimalText } from '#core/kernel/decimal.ts';
import { findSeriesPeriod } from '#core/submission/reporting-period.ts';
import type { StoredRound } from './round-store.ts';

/** What the other organizations gave for an item that is a sum. */
export interface AcceptedParts {
  readonly values: readonly DataValue[];
  /** All others that were asked have been accepted. */
  readonly isComplete: boolean;
  /** Code of the unit that the sum describes: the province. */
  readonly whole: string | null;
}

/** The accepted parts of items, without those of one organization. */
export const listAcceptedParts = async (
  tx: Tx,
  roundId: string,
  exceptOrganization: string,
  items: readonly string[],
): Promise<ReadonlyMap<string, AcceptedParts>> => {
  const { rows } = await sql<{ item: string; values: DataValue[]; complete: boolean; whole: string | null }>`
    select request.item_code as item,
      coalesce(json_agg(json_build_object('state', coalesce(answer.appraised_state, answer.state, 'blank'),
        'value', case when answer.appraised_state is null then answer.value else answer.appraised_value end,
        'comparator', '=')) filter (where submission.state in ('accepted', 'locked', 'published')
          and request.organization_code <> ${exceptOrganization}), '[]') as values,
      coalesce(bool_and(submission.state in ('accepted', 'locked', 'published'))
        filter (where request.organization_code <> ${exceptOrganization}), true) as complete,
      (select code from organization where kind = 'province' and valid_to is null order by position limit 1) as whole
    from round_request as request
    join submission on submission.round_id = request.round_id
      and submission.organization_code = request.organization_code
    left join answer on answer.submission_id = submission.submission_id
      and answer.subject_code = request.subject_code and answer.item_code = request.item_code
    where request.round_id = ${roundId} and request.share = 'part' and request.item_code = any(${[...items]})
    group by request.item_code`.execute(tx);
  return new Map(
    rows.map(({ item, values, complete, whole }) => [item, { values, isComplete: complete, whole }]),
  );
};

interface SavedPeriodValue {
  readonly subject: string;
  readonly item: string;
  /** Null where none was known. */
  readonly before: DataValue | null;
  readonly after: DataValue;
}

/** Keeps figures at the end of a period, each with its revision: the series that forecasts go on from. */
export const savePeriodValues = async (
  tx: Tx,
  round: StoredRound,
  figures: readonly { readonly subject: string; readonly item: string; readonly value: DataValue }[],
  { at, accountId }: { readonly at: string; readonly accountId: string },
): Promise<readonly SavedPeriodValue[]> => {
  const period = findSeriesPeriod(round.period);
  const numbers = figures.flatMap(({ subject, item, value }) =>
    value.state === 'value' && isDecimalText(value.value) ? [{ subject, item, value: value.value }] : [],
  );
  if (numbers.length === 0 || period === undefined) return [];
  const { rows } = await sql<{ subject: string; item: string; before: string | null; after: string }>`
    with figure as (
      select * from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as figure (subject text, item text, value numeric)
    ), earlier as (
      select figure.subject, figure.item, known.value, known.kind, known.version
      from figure
      left join period_value as known on known.framework_code = ${round.framework} and known.subject_code = figure.subject
        and known.item_code = figure.item and known.period = ${period}
    ), saved as (
      insert into period_value (framework_code, subject_code, item_code, period, value, origin, recorded_at,
        kind, source, version, changed_by)
      select ${round.framework}, figure.subject, figure.item, ${period}, figure.value, 'entered', ${at}::timestamptz,
        ${round.valueKind}, ${round.title}, 1, ${accountId}::uuid
      from figure
      on conflict on constraint period_value_pk do update
        set value = excluded.value, origin = excluded.origin, recorded_at = excluded.recorded_at,
          kind = excluded.kind, source = excluded.source, changed_by = excluded.changed_by,
          version = period_value.version + 1
      returning subject_code, item_code, value, version)
    insert into period_value_revision (revision_id, framework_code, subject_code, item_code, period, version,
      old_value, old_kind, new_value, new_kind, source, write_id, changed_at, changed_by)
    select gen_random_uuid(), ${round.framework}, saved.subject_code, saved.item_code, ${period}, saved.version,
      earlier.value, earlier.kind, saved.value, ${round.valueKind}, ${round.title}, gen_random_uuid(),
      ${at}::timestamptz, ${accountId}::uuid
    from saved join earlier on earlier.subject = saved.subject_code and earlier.item = saved.item_code
    returning subject_code as subject, item_code as item, old_value::text as before, new_value::text as after`.execute(
    tx,
  );
  return rows.map(({ subject, item, before, after }) => ({
    ...{ subject, item, before: before === null ? null : reported(before), after: reported(after) },
  }));
};
