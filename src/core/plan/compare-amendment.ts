import type { AmendmentRelation } from './amended-document.ts';
import { amendEntry, carryEntry } from './amend-entry.ts';
import {
  partRepeated,
  type ComparedEntry,
  type ImportPlan,
  type ItemChange,
  type SameItem,
} from './compare-import.ts';
import { listDifferences } from './item-facts.ts';
import { listUnmatched, matchItems, type RegisteredItem } from './match-items.ts';
import type { ItemKind } from './plan-item.ts';
import type { RegisterEntry } from './register-entry.ts';

// What a document reports, cites or spends is its own; only what it sets can be changed by a later one.
const AMENDABLE: ReadonlySet<ItemKind> = new Set(['target', 'task', 'project', 'gap', 'reporting-duty']);

/** Whether statements of a kind can be changed by a later document. */
export const isAmendable = (kind: ItemKind): boolean => AMENDABLE.has(kind);

/** The statements of an amending document beside the open items of the amended one. */
export interface ComparedAmendment {
  readonly entries: readonly ComparedEntry[];
  /** Open items that a replacing document no longer has; always empty for one that amends only some of them. */
  readonly dropped: readonly RegisteredItem[];
}

const compareEntry = (entry: RegisterEntry, registered: RegisteredItem | undefined): ComparedEntry => {
  if (!registered) return { entry, registered, match: 'new', differences: [] };
  const differences = listDifferences(registered.entry, entry);
  return { entry, registered, match: differences.length > 0 ? 'differs' : 'same', differences };
};

/** Compares a document with the open items of the one that it amends or replaces. Lines of two documents tell nothing of each other. */
export const compareAmendment = (
  entries: readonly RegisterEntry[],
  items: readonly RegisteredItem[],
  relation: AmendmentRelation,
): ComparedAmendment => {
  const open = items.filter(({ entry }) => isAmendable(entry.kind));
  const setting = entries.filter(({ kind }) => isAmendable(kind));
  const matched = matchItems(setting, open);
  const pairs = new Map(matched.map(({ entry, registered }) => [entry, registered]));
  return {
    entries: entries.map((entry) => compareEntry(entry, pairs.get(entry))),
    dropped: relation === 'replaces' ? listUnmatched(open, matched) : [],
  };
};

/** What a person decided about an amending document: statements left out, applied, or said again of a third document, items that end. */
export interface AmendmentDecisions {
  readonly sameAs?: readonly SameItem[] | undefined;
  readonly excluded: readonly string[];
  readonly applied: readonly string[];
  readonly ended: readonly string[];
}

interface Known {
  readonly entry: RegisterEntry;
  readonly registered: RegisteredItem;
  readonly isChanged: boolean;
}

const takeOver = ({ entry, registered, isChanged }: Known): ItemChange => ({
  itemId: registered.itemId,
  entry: isChanged ? entry : carryEntry(registered.entry, entry),
});

/**
 * Decides what an accepted amending document does, item by item: statements that differ are applied where the person
 * said so and change nothing elsewhere; a replacing document carries unchanged items on; only named items end.
 */
export const decideAmendment = (
  { entries, dropped }: ComparedAmendment,
  { excluded, applied, ended, sameAs }: AmendmentDecisions,
  relation: AmendmentRelation,
): ImportPlan => {
  const [out, apply, end] = [new Set(excluded), new Set(applied), new Set(ended)];
  const wanted = entries.filter(({ entry }) => !out.has(entry.reading.id));
  const known = wanted.flatMap(({ entry, registered, match }) =>
    registered ? [{ entry, registered, isChanged: match === 'differs' }] : [],
  );
  const changed = known.filter(({ entry, isChanged }) => isChanged && apply.has(entry.reading.id));
  const isReplacing = relation === 'replaces';
  const carried = known.filter(({ isChanged }) => isReplacing && !isChanged);
  const left = known.filter((item) => !changed.includes(item) && !carried.includes(item));
  const { added, repeated } = partRepeated(
    wanted.filter(({ registered }) => !registered).map(({ entry }) => entry),
    sameAs,
  );
  return {
    added,
    amended: isReplacing
      ? []
      : changed.map(({ registered, entry }) => ({
          itemId: registered.itemId,
          entry: amendEntry(registered.entry, entry),
        })),
    takenOver: isReplacing ? [...changed, ...carried].map(takeOver) : [],
    // What is kept as it is was spoken of all the same: a further copy of the document finds it.
    mentioned: [...left.map(({ registered, entry }) => ({ itemId: registered.itemId, entry })), ...repeated],
    ended: dropped
      .filter(({ itemId }) => end.has(itemId))
      .map(({ itemId, entry }) => ({ itemId, reading: entry.reading })),
    ...{ quoted: [], replaced: [], unchanged: 0 },
    excluded: entries.length - wanted.length,
  };
};
