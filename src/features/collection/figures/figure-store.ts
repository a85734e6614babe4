import { sql } from 'kysely';
import { BLANK, type DataValue, reported } from '#core/scoring/data-value.ts';
import type { Tx } from '#server/db/database.ts';
import { decimal, isDecimalText } from '#core/kernel/decimal.ts';
import { findSeriesPeriod } from '#core/submission/reporting-period.ts';
import { ACCEPTED_STATES } from '#core/submission/submission-state.ts';
import type { StoredRound } from '#features/collection/round/round-store.ts';

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
        'comparator', '=')) filter (where submission.state = any(${ACCEPTED_STATES})
          and request.organization_code <> ${exceptOrganization}), '[]') as values,
      coalesce(bool_and(submission.state = any(${ACCEPTED_STATES}))
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

/**
 * The figures that final rounds on the framework and period of a round gave, by subject and item: all who were asked have
 * been accepted, or it was decided that the sum counts without the others.
 */
export const listFinalFigures = async (
  tx: Tx,
  { framework, period }: Pick<StoredRound, 'framework' | 'period'>,
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ subject: string; item: string }>`
    select case when request.share = 'part' then (select code from organization
        where kind = 'province' and valid_to is null order by position limit 1)
      else request.subject_code end as subject, request.item_code as item
    from reporting_round as round
    join round_request as request on request.round_id = round.round_id
    join submission on submission.round_id = request.round_id
      and submission.organization_code = request.organization_code
    where round.framework_code = ${framework} and round.period = ${period} and round.value_kind = 'final'
    group by round.round_id, 1, request.item_code
    having bool_and(submission.state = any(${ACCEPTED_STATES}))
      or exists (select from sum_decision as decision where decision.round_id = round.round_id
        and decision.item_code = request.item_code and decision.decision = 'write')`.execute(tx);
  return new Set(rows.map(({ subject, item }) => `${subject}/${item}`));
};

/** The instants at which a round wrote figures where they count. */
export const listWritingTimes = async (tx: Tx, roundId: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ at: string }>`
    select event.at from submission_event as event join submission using (submission_id)
    where submission.round_id = ${roundId} and event.to_state = 'accepted'
    union select decided_at from sum_decision where round_id = ${roundId} and decision = 'write'`.execute(tx);
  return new Set(rows.map(({ at }) => at));
};

interface SavedPeriodValue {
  readonly subject: string;
  readonly item: string;
  /** Null where none was known. */
  readonly before: DataValue | null;
  readonly after: DataValue;
}

interface PeriodWrite {
  readonly at: string;
  readonly accountId: string;
  /** The instants at which the round wrote figures before. */
  readonly earlier: ReadonlySet<string>;
}

interface EarlierFigure {
  readonly subject: string;
  readonly item: string;
  readonly value: string | null;
  readonly kind: string;
  readonly recordedAt: string;
}

const listEarlierFigures = async (
  tx: Tx,
  { framework, period }: { readonly framework: string; readonly period: string },
  figures: readonly { readonly subject: string; readonly item: string }[],
): Promise<ReadonlyMap<string, EarlierFigure>> => {
  const rows = await tx
    .selectFrom('period_value')
    .select([
      ...(['subject_code as subject', 'item_code as item', 'kind', 'recorded_at as recordedAt'] as const),
      sql<string | null>`value::text`.as('value'),
    ])
    .where('framework_code', '=', framework)
    .where('period', '=', period)
    .where('subject_code', 'in', [...new Set(figures.map(({ subject }) => subject))])
    .where('item_code', 'in', [...new Set(figures.map(({ item }) => item))])
    .execute();
  return new Map(rows.map((row) => [`${row.subject}/${row.item}`, row]));
};

type PeriodFigure = Pick<SavedPeriodValue, 'subject' | 'item'> & { readonly value: DataValue };

// What a figure becomes in the series, which knows numbers alone; undefined leaves what stands there.
const decideNumber = (
  { value }: PeriodFigure,
  known: EarlierFigure | undefined,
  round: Pick<StoredRound, 'valueKind'>,
  earlier: ReadonlySet<string>,
): string | null | undefined => {
  if (known?.kind === 'final' && round.valueKind === 'estimate') return undefined;
  const number = value.state === 'value' && isDecimalText(value.value) ? value.value : null;
  const before = known?.value ?? null;
  if (number === null) return before !== null && known && earlier.has(known.recordedAt) ? null : undefined;
  const isSame = before !== null && decimal(before).equals(number) && known?.kind === round.valueKind;
  return isSame ? undefined : number;
};

/**
 * Keeps figures at the end of a period, each with its revision: the series that forecasts go on from. A blank takes back
 * what the round wrote before; an estimate leaves a final figure alone.
 */
export const savePeriodValues = async (
  tx: Tx,
  round: StoredRound,
  figures: readonly PeriodFigure[],
  { at, accountId, earlier }: PeriodWrite,
): Promise<readonly SavedPeriodValue[]> => {
  const period = findSeriesPeriod(round.period);
  if (figures.length === 0 || period === undefined) return [];
  const known = await listEarlierFigures(tx, { framework: round.framework, period }, figures);
  const numbers = figures.flatMap((figure) => {
    const { subject, item } = figure;
    const value = decideNumber(figure, known.get(`${subject}/${item}`), round, earlier);
    return value === undefined ? [] : [{ subject, item, value }];
  });
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ subject: string; item: string; before: string | null; after: string | null }>`
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
    ...{ subject, item, before: before === null ? null : reported(before) },
    after: after === null ? BLANK : reported(after),
  }));
};
