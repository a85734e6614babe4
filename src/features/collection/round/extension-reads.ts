import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/**
 * Until when the organization of a row of the outer query may still send figures of its round, as one column: the
 * exception that was granted last counts. The table, by its name in that query, has a round and an organization.
 */
export const extendedUntilOf = (table: string): RawBuilder<PlainDate | null> => {
  const row = sql.table(table);
  return sql<PlainDate | null>`(
    select until_day::text from round_extension as extension
    where extension.round_id = ${row}.round_id and extension.organization_code = ${row}.organization_code
    order by granted_at desc limit 1)`;
};
