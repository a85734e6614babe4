import { sql } from 'kysely';
import type { Tx } from '#server/db/database.ts';
import { DETAIL_TABLES } from '#features/plan-import/register/detail-rows.ts';

/** Lets nobody build on items any more, and waits for those who are building on them now. */
export const lockItems = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await sql`select from document_item where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
};

/** Takes items out of the registers; their history stays. */
export const removeItems = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  // Derived from the items, and from nothing that a person wrote.
  await sql`delete from task_standing where task_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from item_agency where item_id = any(${ids}::uuid[])`.execute(tx);
  for (const table of Object.values(DETAIL_TABLES)) {
    await sql`delete from ${sql.table(table)} where item_id = any(${ids}::uuid[])`.execute(tx);
  }
  await sql`delete from document_item where id = any(${ids}::uuid[])`.execute(tx);
};

/** Marks an accepted import as undone. */
export const markUndone = async (
  tx: Tx,
  id: string,
  undone: { readonly at: string; readonly by: string | null },
): Promise<void> => {
  await tx
    .updateTable('plan_import')
    .set({ state: 'undone', undone_at: undone.at, undone_by: undone.by })
    .where('id', '=', id)
    .execute();
};

/** Removes the stored text of an undone import; the import itself keeps it. */
export const removeUndoneSource = async (tx: Tx, importId: string): Promise<void> => {
  await sql`select remove_undone_source(${importId}::uuid)`.execute(tx);
};

/** Takes a document out of the registers that nothing refers to any more. */
export const removeDocument = async (tx: Tx, documentId: string): Promise<void> => {
  await tx
    .updateTable('plan_import')
    .set({ document_id: null })
    .where('document_id', '=', documentId)
    .execute();
  await tx.deleteFrom('plan').where('document_id', '=', documentId).execute();
  await tx.deleteFrom('document').where('id', '=', documentId).execute();
};
