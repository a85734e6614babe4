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

/** Name of the province without the word for it, blank while none is registered. */
export const findProvinceName = async (db: Db): Promise<string> => {
  const row = await db
    .selectFrom('organization')
    .select('name')
    .where('kind', '=', 'province')
    .where('valid_to', 'is', null)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  return (row?.name ?? '').replace(/^(?:tỉnh|thành phố)\s+/iu, '');
};

/** Whether the registers have such an item. */
export const isRegistered = async (db: Db, itemId: string): Promise<boolean> =>
  (await db.selectFrom('document_item').select('id').where('id', '=', itemId).executeTakeFirst()) !==
  undefined;
