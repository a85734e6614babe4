import { sql } from 'kysely';
import type { PeriodValueKind } from '#core/forecast/decide-period-value.ts';
import { type Period, period } from '#core/forecast/period.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { IndexKey } from '#server/scoring/data-values.ts';
import type { PERIOD_ORIGINS } from './contract.ts';

/** What an item was at the end of a period, with where that comes from. */
export interface StoredPeriodValue {
  readonly item: string;
  readonly period: Period;
  readonly value: string;
  readonly kind: PeriodValueKind;
  readonly origin: (typeof PERIOD_ORIGINS)[number];
}

/** A figure as it stands, or was taken back: then its value is null. */
export interface StoredFigure extends Omit<StoredPeriodValue, 'value'> {
  readonly value: string | null;
  readonly source: string | null;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

type SeriesKey = Pick<IndexKey, 'framework' | 'subject'>;

/** Waits until nobody else changes the figures by period of this subject; the lock ends with the transaction. */
export const lockSeries = async (tx: Tx, key: SeriesKey): Promise<void> => {
  const name = `period-values/${key.framework}/${key.subject}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
};

/** All figures by period of a subject, those that were taken back too, by item and period. */
export const listFigures = async (db: Db | Tx, key: SeriesKey): Promise<readonly StoredFigure[]> => {
  const rows = await db
    .selectFrom('period_value')
    .select(['item_code', 'period', 'value', 'kind', 'origin', 'source', 'version'])
    .select(['recorded_at', 'changed_by'])
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .orderBy('item_code')
    .orderBy('period')
    .execute();
  return rows.map((row) => ({
    item: row.item_code,
    period: period(row.period),
    value: row.value,
    // Safe: the constraints of period_value admit no other kind and origin.
    kind: row.kind as PeriodValueKind,
    origin: row.origin as StoredFigure['origin'],
    source: row.source,
    version: row.version,
    changedAt: row.recorded_at,
    changedBy: row.changed_by,
  }));
};

/** The figures by period of a subject that forecasts go on from. */
export const listPeriodValues = async (db: Db | Tx, key: SeriesKey): Promise<readonly StoredPeriodValue[]> =>
  (await listFigures(db, key)).flatMap((figure) =>
    figure.value === null ? [] : [{ ...figure, value: figure.value }],
  );

/** Adds figures by period; one that is there already stays as it is. */
export const insertPeriodValues = async (
  tx: Tx,
  key: SeriesKey,
  values: readonly StoredPeriodValue[],
  at: string,
): Promise<void> => {
  if (values.length === 0) return;
  await tx
    .insertInto('period_value')
    .values(
      values.map((value) => ({
        framework_code: key.framework,
        subject_code: key.subject,
        item_code: value.item,
        period: value.period,
        value: value.value,
        kind: value.kind,
        origin: value.origin,
        recorded_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
