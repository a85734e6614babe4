import type { Db, Tx } from '#server/db/database.ts';

/** Names of the people behind accounts. */
export const listAccountNames = async (
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['account_id', 'display_name'])
    .where('account_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.account_id, row.display_name]));
};
