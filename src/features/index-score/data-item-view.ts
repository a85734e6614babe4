import { BLANK, type DataItem } from '#core/scoring/data-value.ts';
import { findDataItem, type Framework, listIndicators } from '#core/scoring/framework.ts';
import type { CurrentDataItem, Revision } from './contract.ts';
import type { PlaceResolver } from '#server/registers/document-places.ts';
import type { StoredValue } from '#server/scoring/data-values.ts';
import type { StoredChange, StoredRevision } from './store.ts';

/** Codes of the components that a data item feeds. */
const feedsOf = (framework: Framework, item: string): string[] =>
  listIndicators(framework)
    .filter((indicator) => indicator.dataItems.includes(item))
    .map((indicator) => indicator.code);

/** A data item with its present value and where that comes from. */
export const dataItemView = (
  framework: Framework,
  item: DataItem,
  stored: StoredValue | undefined,
  names: ReadonlyMap<string, string>,
  place: PlaceResolver,
): CurrentDataItem => ({
  item,
  value: stored?.value ?? BLANK,
  origin: stored?.origin ?? null,
  note: stored?.note ?? null,
  place: stored ? place(stored.place) : null,
  version: stored?.version ?? 0,
  changedAt: stored?.changedAt ?? null,
  changedBy: stored?.changedBy ? (names.get(stored.changedBy) ?? null) : null,
  feeds: feedsOf(framework, item.code),
});

/** What a write did to each component, with its name. */
export const changedComponents = (framework: Framework, change: StoredChange) => {
  const names = new Map(
    [...framework.components, ...listIndicators(framework)].map((component) => [
      component.code,
      component.name,
    ]),
  );
  return change.components.map(({ code, change: points }) => ({
    code,
    name: names.get(code) ?? { vi: code, en: code },
    change: points,
  }));
};

/** One entry of the history of a data item. */
export const revisionView = (
  framework: Framework,
  revision: StoredRevision,
  names: ReadonlyMap<string, string>,
): Revision => ({
  id: revision.id,
  itemCode: revision.item,
  itemName: findDataItem(framework, revision.item)?.name ?? { vi: revision.item, en: revision.item },
  oldValue: revision.oldValue,
  newValue: revision.newValue,
  changedAt: revision.changedAt,
  changedBy: revision.changedBy === null ? null : (names.get(revision.changedBy) ?? null),
  reason: revision.reason,
  total: revision.scoreChange?.total ?? null,
});
