import { groupBy } from '#core/kernel/group-by.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import type { ItemChange } from '#core/plan/compare-import.ts';
import type { Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { buildDetailRow, DETAIL_TABLES } from './detail-rows.ts';
import { buildAgencyRows, buildSharedColumns } from './item-rows.ts';
import { deleteItemDetails, updateItems } from '#features/plan-import/store.ts';

/** Inserts what items have beside the shared columns: the rows of their kinds and their agencies. */
export const insertDetails = async (
  tx: Tx,
  items: readonly ItemChange[],
  directory: AgencyDirectory,
): Promise<void> => {
  for (const [kind, some] of groupBy(items, ({ entry }) => entry.kind)) {
    const rows = some.map(({ itemId, entry }) => ({ item_id: itemId, ...buildDetailRow(entry) }));
    await insertRows(tx, DETAIL_TABLES[kind], rows as never);
  }
  await insertRows(
    tx,
    'item_agency',
    items.flatMap(({ itemId, entry }) => buildAgencyRows(entry, itemId, directory)),
  );
};

/** Writes what items say anew, with these columns besides. */
export const rewriteItems = async (
  tx: Tx,
  items: readonly (ItemChange & { readonly columns?: object })[],
  directory: AgencyDirectory,
): Promise<void> => {
  await updateItems(
    tx,
    items.map(({ itemId, entry, columns }) => ({
      itemId,
      columns: { ...buildSharedColumns(entry), ...columns },
    })),
  );
  await deleteItemDetails(
    tx,
    items.map(({ itemId, entry }) => ({ itemId, detailTable: DETAIL_TABLES[entry.kind] })),
  );
  await insertDetails(tx, items, directory);
};

/** The wanted key of an item, or one with a number where the document has it already. */
export const freeKey = (wanted: string, taken: ReadonlySet<string>, attempt = 2): string => {
  if (!taken.has(wanted)) return wanted;
  const key = `${wanted}-${String(attempt)}`;
  return taken.has(key) ? freeKey(wanted, taken, attempt + 1) : key;
};
