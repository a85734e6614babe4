import type { Db } from '#server/db/database.ts';

/** Whether the registers have such an item. */
export const isRegistered = async (db: Db, itemId: string): Promise<boolean> =>
  (await db.selectFrom('document_item').select('id').where('id', '=', itemId).executeTakeFirst()) !==
  undefined;
