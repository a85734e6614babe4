import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/** Whether the row of `role_holding` that an outer query calls by a name has begun and is not over on a day; of a lent one that alone says nothing of its lender. */
export const isInForce = (name: string, today: PlainDate): RawBuilder<boolean> => {
  const holding = sql.table(name);
  return sql<boolean>`${holding}.ended_at is null and ${holding}.valid_from <= ${today}::date
    and coalesce(${holding}.valid_to >= ${today}::date, true)`;
};

/**
 * Whether the row of `role_holding` that an outer query calls by a name counts on a day: within its span until it is taken back; a
 * lent one only while its lender's counts, and as long as its lender is not shut out.
 */
export const countsOn = (name: string, today: PlainDate): RawBuilder<boolean> =>
  sql<boolean>`${isInForce(name, today)} and (${sql.table(name)}.delegated_from is null or exists (
    select from role_holding as lent_by join account as lender on lender.account_id = lent_by.account_id
    where lent_by.role_holding_id = ${sql.table(name)}.delegated_from and not lender.is_disabled
      and ${isInForce('lent_by', today)}))`;
