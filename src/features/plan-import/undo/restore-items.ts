import { foldRevisions, type ItemRevision, type ItemState } from '#core/plan/item-history.ts';
import { buildRegisterEntry } from '#core/plan/register-entry.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import type { Tx } from '#server/db/database.ts';
import type { ItemHistory } from '#features/plan-import/register/item-history-store.ts';
import { buildPlaceColumns } from '#features/plan-import/register/item-rows.ts';
import { rewriteItems } from '#features/plan-import/register/register-items.ts';
import { updatePlaces } from '#features/plan-import/store.ts';

/** An item that an undone import changed, as it stands without that import. */
export interface RestoredItem {
  readonly history: ItemHistory;
  readonly state: ItemState;
  /** What the undone import did. */
  readonly undone: readonly ItemRevision[];
}

/** Parts the items that an import touched into those that stay without it and those that it alone registered. */
export const separateItems = (
  histories: readonly ItemHistory[],
  importId: string,
): { readonly restored: readonly RestoredItem[]; readonly removed: readonly ItemHistory[] } => {
  const separated = histories.map((history) => ({
    history,
    state: foldRevisions(history.revisions.filter((revision) => revision.importId !== importId)),
    undone: history.revisions.filter((revision) => revision.importId === importId),
  }));
  return {
    restored: separated.flatMap(({ state, ...rest }) => (state ? [{ ...rest, state }] : [])),
    removed: separated.filter(({ state }) => !state).map(({ history }) => history),
  };
};

/** What writing items back needs to know of the registers. */
export interface RestoreContext {
  readonly directory: AgencyDirectory;
  /** Stored texts, by import. */
  readonly sources: ReadonlyMap<string, string>;
  /** Days of issue, by document. */
  readonly issueDates: ReadonlyMap<string, string | null>;
}

const placeOf = ({ state, history }: RestoredItem, { sources }: RestoreContext) =>
  buildPlaceColumns(buildRegisterEntry(state.words.statement, history.position), {
    documentId: state.documentId,
    sourceId: sources.get(state.words.importId) ?? null,
  });

const columnsOf = ({ state, undone }: RestoredItem, { issueDates }: RestoreContext) => {
  const former = undone.find(({ change }) => change === 'taken-over')?.former;
  return {
    worded_by: state.wordedBy,
    ended_by: state.endedBy,
    ended_on: state.endedBy === null ? null : (issueDates.get(state.endedBy) ?? null),
    ...(former && { document_id: former.documentId, item_key: former.itemKey, position: former.position }),
  };
};

const changedValues = ({ undone }: RestoredItem): boolean =>
  undone.some(({ change }) => change !== 'quoted' && change !== 'mentioned');

/** Writes items back as they stand without the import that changed them. */
export const restoreItems = async (
  tx: Tx,
  items: readonly RestoredItem[],
  context: RestoreContext,
): Promise<void> => {
  await updatePlaces(
    tx,
    items.map((item) => ({ id: item.history.itemId, ...placeOf(item, context) })),
  );
  const changed = items.filter(changedValues).map((item) => ({
    itemId: item.history.itemId,
    entry: buildRegisterEntry(item.state.values.statement, item.history.position),
    columns: columnsOf(item, context),
  }));
  await rewriteItems(tx, changed, context.directory);
};
