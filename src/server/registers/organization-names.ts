import type { Db, Tx } from '#server/db/database.ts';

/** Names of organizations by code. */
export const listOrganizationNames = async (
  db: Db | Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('organization')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
};
