import type { ItemChange } from '#core/plan/compare-import.ts';
import type { FormerPlace } from '#core/plan/item-history.ts';
import type { Tx } from '#server/db/database.ts';
import { buildPlaceColumns, type ItemOrigin } from './item-rows.ts';
import type { Registration } from './registration.ts';
import { freeKey, rewriteItems } from './register-items.ts';
import {
  appendRevisions,
  listFormerPlaces,
  listItemKeys,
  updateItems,
  updatePlaces,
} from '#features/plan-import/store.ts';

const placeAndRewrite = async (
  tx: Tx,
  { directory }: Registration,
  origin: ItemOrigin,
  items: readonly (ItemChange & { readonly columns: object })[],
): Promise<void> => {
  await updatePlaces(
    tx,
    items.map(({ itemId, entry }) => ({ id: itemId, ...buildPlaceColumns(entry, origin) })),
  );
  await rewriteItems(tx, items, directory);
};

const amendItems = async (tx: Tx, registration: Registration, origin: ItemOrigin): Promise<void> => {
  const { plan, row, at } = registration;
  const columns = { worded_by: origin.documentId };
  await placeAndRewrite(
    tx,
    registration,
    origin,
    plan.amended.map((item) => ({ ...item, columns })),
  );
  const changes = plan.amended.map(({ itemId, entry }) => ({ itemId, reading: entry.reading }));
  await appendRevisions(tx, 'amended', row.id, at, changes);
};

const takeOverItems = async (tx: Tx, registration: Registration, origin: ItemOrigin): Promise<void> => {
  const { plan, row, at } = registration;
  if (plan.takenOver.length === 0) return;
  const ids = plan.takenOver.map(({ itemId }) => itemId);
  const former: ReadonlyMap<string, FormerPlace> = await listFormerPlaces(tx, ids);
  const taken = new Set(await listItemKeys(tx, origin.documentId));
  const items = plan.takenOver.map((item) => {
    const key = freeKey(item.entry.reading.id, taken);
    taken.add(key);
    const { position } = item.entry;
    return {
      ...item,
      columns: { document_id: origin.documentId, item_key: key, position, worded_by: null },
    };
  });
  await placeAndRewrite(tx, registration, origin, items);
  const changes = items.map(({ itemId, entry }) => ({
    ...{ itemId, reading: entry.reading, former: former.get(itemId) },
  }));
  await appendRevisions(tx, 'taken-over', row.id, at, changes);
};

const endItems = async (tx: Tx, { plan, row, at }: Registration, origin: ItemOrigin): Promise<void> => {
  const columns = { ended_by: origin.documentId, ended_on: row.reading.document.issueDate };
  await updateItems(
    tx,
    plan.ended.map(({ itemId }) => ({ itemId, columns })),
  );
  await appendRevisions(tx, 'ended', row.id, at, plan.ended);
};

/** Changes items of other documents: amends them, takes them over, mentions them, ends them. */
export const changeOtherDocuments = async (
  tx: Tx,
  registration: Registration,
  origin: ItemOrigin,
): Promise<void> => {
  const { plan, row, at } = registration;
  await amendItems(tx, registration, origin);
  await takeOverItems(tx, registration, origin);
  const mentions = plan.mentioned.map(({ itemId, entry }) => ({ itemId, reading: entry.reading }));
  await appendRevisions(tx, 'mentioned', row.id, at, mentions);
  await endItems(tx, registration, origin);
};
