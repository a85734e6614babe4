import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { DecimalText } from '#core/kernel/decimal.ts';
import { reported, type DataValue } from '#core/scoring/data-value.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { TargetYearValue } from '#features/collection/follow-up-contract.ts';
import type { StoredRound } from '#features/collection/round/round-store.ts';

/** A target that names the indicator by which it is measured. */
export interface LinkedTarget {
  readonly id: string;
  readonly indicator: string;
  readonly unit: string | null;
}

/** The targets of all registered plans that name one of the indicators. */
export const listLinkedTargets = async (
  tx: Tx,
  indicators: readonly string[],
): Promise<readonly LinkedTarget[]> => {
  if (indicators.length === 0) return [];
  const { rows } = await sql<LinkedTarget>`
    select item.id, item.indicator_code as indicator, target.unit
    from document_item as item join target on target.item_id = item.id
    where item.kind = 'target' and item.ended_by is null and item.indicator_code = any(${[...indicators]})
    order by item.id`.execute(tx);
  return rows;
};

/** The figures of a subject at the end of a year that its framework does not assess. */
export const listYearFigures = async (
  tx: Tx,
  framework: string,
  subject: string,
  year: number,
): Promise<ReadonlyMap<string, DataValue>> => {
  const rows = await tx
    .selectFrom('period_value')
    .select(['item_code', 'value'])
    .where('framework_code', '=', framework)
    .where('subject_code', '=', subject)
    .where('period', '=', String(year))
    .execute();
  return new Map(rows.map((row) => [row.item_code, reported(String(row.value))]));
};

export interface ReachedValue {
  readonly target: string;
  readonly value: DecimalText;
  readonly unit: string;
}

/** Appends what was reached of targets in a year, where it is not what is known of them already. */
export const appendYearValues = async (
  tx: Tx,
  round: StoredRound,
  reached: readonly ReachedValue[],
  { at, accountId }: { readonly at: string; readonly accountId: string },
): Promise<void> => {
  if (reached.length === 0) return;
  const rows = reached.map((row) => ({ ...row, id: newId() }));
  await sql`
    insert into target_year_value (target_year_value_id, item_id, year, version, value, unit, value_kind, round_id,
      recorded_at, recorded_by)
    select reached.id, reached.target, ${round.year}, coalesce(latest.version, 0) + 1, reached.value, reached.unit,
      ${round.valueKind}, ${round.id}, ${at}::timestamptz, ${accountId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as reached (id uuid, target uuid, value numeric, unit text)
    left join lateral (
      select version, value, unit, value_kind from target_year_value as known
      where known.item_id = reached.target and known.year = ${round.year}
      order by version desc limit 1) as latest on true
    where latest.version is null
      or not (latest.value_kind = 'final' and ${round.valueKind} = 'estimate')
      and (latest.value, latest.unit, latest.value_kind) is distinct from (reached.value, reached.unit, ${round.valueKind})`.execute(
    tx,
  );
};

/** Whether there is a target with this id. */
export const hasTarget = async (db: Db, targetId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('target')
    .select('item_id')
    .where('item_id', '=', targetId)
    .executeTakeFirst();
  return row !== undefined;
};

/** What was reached of a target, the latest year and version first. */
export const listYearValues = async (db: Db, targetId: string): Promise<readonly TargetYearValue[]> => {
  const { rows } = await sql<TargetYearValue>`
    select known.year, known.value::text as value, known.unit, known.value_kind as "valueKind", known.version,
      json_build_object('id', round.round_id, 'title', round.title, 'period', round.period) as round,
      known.recorded_at as "recordedAt", account.display_name as "recordedBy"
    from target_year_value as known
    join reporting_round as round on round.round_id = known.round_id
    left join account on account.account_id = known.recorded_by
    where known.item_id = ${targetId}
    order by known.year desc, known.version desc`.execute(db);
  return rows;
};
