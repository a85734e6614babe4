import { type Period, period } from '#core/forecast/period.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { IndexKey } from '#server/scoring/data-values.ts';
import type { PERIOD_ORIGINS } from './contract.ts';

/** What an item was at the end of a period, with where that comes from. */
export interface StoredPeriodValue {
  readonly item: string;
  readonly period: Period;
  readonly value: string;
  readonly origin: (typeof PERIOD_ORIGINS)[number];
}

type SeriesKey = Pick<IndexKey, 'framework' | 'subject'>;

/** The figures by period of a subject, by item and period. */
export const listPeriodValues = async (
  db: Db | Tx,
  key: SeriesKey,
): Promise<readonly StoredPeriodValue[]> => {
  const rows = await db
    .selectFrom('period_value')
    .select(['item_code', 'period', 'value', 'origin'])
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .orderBy('item_code')
    .orderBy('period')
    .execute();
  return rows.map((row) => ({
    item: row.item_code,
    period: period(row.period),
    value: row.value,
    // Safe: the constraint of period_value admits no other origin.
    origin: row.origin as StoredPeriodValue['origin'],
  }));
};

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
        origin: value.origin,
        recorded_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
