import type { Db } from '#server/db/database.ts';

/** The words of items in their sources, by item; items whose words are not known are left out. */
export const listQuotes = async (
  db: Db,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('document_item')
    .select(['id', 'quote'])
    .where('id', 'in', [...new Set(itemIds)])
    .execute();
  return new Map(rows.flatMap(({ id, quote }) => (quote === null || quote === '' ? [] : [[id, quote]])));
};
