import { valueFact } from './item-facts.ts';
import { compareWords, wordKey, wordsOf } from './name-similarity.ts';
import type { RegisterEntry } from './register-entry.ts';

/** An item of the register, as it was last read. */
export interface RegisteredItem {
  readonly itemId: string;
  readonly entry: RegisterEntry;
  /** The words of the source that the register shows; null until the document itself has been imported. */
  readonly quote: string | null;
  /** Whether the words of this very document hold; false of an item that another document amended or only mentioned here. */
  readonly isWording: boolean;
  /** Whether this document amended an item of another one. */
  readonly isAmendment: boolean;
}

/** A statement of the file with the item of the register that it is, if any. */
export interface MatchedEntry {
  readonly entry: RegisterEntry;
  readonly registered: RegisteredItem | undefined;
}

interface Candidate {
  readonly entry: RegisterEntry;
  readonly registered: RegisteredItem;
  readonly weight: number;
}

// Names are broken over lines and pages and cut short by people, so half the words are enough where the place agrees.
const CONTAINED_AT_SAME_PLACE = 0.5;

const placeKeys = (entry: RegisterEntry): readonly string[] => {
  const { line, order, appendix } = entry.reading;
  return [
    ...(line === null ? [] : [`line ${String(line)}`]),
    ...(order === null ? [] : [`order ${appendix ?? ''} ${order}`]),
    `name ${wordKey(entry.name)}`,
  ].map((key) => `${entry.kind} ${key}`);
};

const searchedKeys = (entry: RegisterEntry): readonly string[] => {
  const { line } = entry.reading;
  const neighbours =
    line === null ? [] : [line - 1, line + 1].map((near) => `${entry.kind} line ${String(near)}`);
  return [...placeKeys(entry), ...neighbours];
};

const indexByPlace = (items: readonly RegisteredItem[]): ReadonlyMap<string, readonly RegisteredItem[]> => {
  const index = new Map<string, RegisteredItem[]>();
  for (const item of items) {
    for (const key of placeKeys(item.entry)) {
      const found = index.get(key);
      if (found) found.push(item);
      else index.set(key, [item]);
    }
  }
  return index;
};

const lineDistance = (a: RegisterEntry, b: RegisterEntry): number =>
  a.reading.line === null || b.reading.line === null ? Infinity : Math.abs(a.reading.line - b.reading.line);

/** What comparing needs of an entry, worked out once and not for each pair. */
interface Comparable {
  readonly entry: RegisterEntry;
  readonly words: readonly string[];
  /** The words as one text. */
  readonly key: string;
  readonly value: string;
}

const comparable = (entry: RegisterEntry): Comparable => ({
  entry,
  words: wordsOf(entry.name),
  key: wordKey(entry.name),
  value: valueFact(entry),
});

/** How surely two readings speak of one item; 0 when they don't. */
const weigh = (read: Comparable, known: Comparable): number => {
  const { similarity, containment } = compareWords(read.words, known.words);
  const [place, knownPlace] = [read.entry.reading, known.entry.reading];
  const distance = lineDistance(read.entry, known.entry);
  const sameOrder = place.order !== null && place.order === knownPlace.order;
  const sameAppendix = place.appendix === knownPlace.appendix;
  const samePlace = distance <= 1 || (sameOrder && sameAppendix);
  // Candidates from elsewhere are searched by their whole name.
  if (samePlace && containment < CONTAINED_AT_SAME_PLACE) return 0;
  return (
    4 * similarity +
    // "khoản 1" and "khoản 2" are nearly one name; in another rendering the line of one is where the other stood.
    (read.key === known.key ? 3 : 0) +
    (distance === 0 ? 2 : distance === 1 ? 1 : 0) +
    (read.value === known.value ? 1.5 : 0) +
    (sameOrder ? 1 : 0) +
    (sameAppendix ? 0.5 : 0)
  );
};

// Hundreds of rows of one name are told apart by their order; comparing each with each would take minutes.
const NEAR_NAMESAKES = 20;

const around = (namesakes: readonly RegisteredItem[], ordinal: number): readonly RegisteredItem[] => {
  if (namesakes.length <= 2 * NEAR_NAMESAKES) return namesakes;
  const middle = Math.min(ordinal, namesakes.length - 1);
  return namesakes.slice(Math.max(0, middle - NEAR_NAMESAKES), middle + NEAR_NAMESAKES);
};

const listCandidates = (
  entries: readonly RegisterEntry[],
  items: readonly RegisteredItem[],
): readonly Candidate[] => {
  const index = indexByPlace(items);
  const known = new Map(items.map((item) => [item, comparable(item.entry)]));
  const searched = new Map<string, number>();
  const findNear = (key: string): readonly RegisteredItem[] => {
    const ordinal = searched.get(key) ?? 0;
    searched.set(key, ordinal + 1);
    return around(index.get(key) ?? [], ordinal);
  };
  return entries.flatMap((entry) => {
    const read = comparable(entry);
    const near = new Set(searchedKeys(entry).flatMap(findNear));
    return [...near].flatMap((registered) => {
      const other = known.get(registered);
      const weight = other ? weigh(read, other) : 0;
      return weight > 0 ? [{ entry, registered, weight }] : [];
    });
  });
};

/**
 * Pairs the statements of a file with the items that the register already has of the same document, one to one, the
 * surest pairs first: same kind, and the same line give or take one, the same number in the same appendix, or the same name.
 */
export const matchItems = (
  entries: readonly RegisterEntry[],
  items: readonly RegisteredItem[],
): readonly MatchedEntry[] => {
  const pairs = new Map<RegisterEntry, RegisteredItem>();
  const taken = new Set<string>();
  const bySurety = listCandidates(entries, items).toSorted((a, b) => b.weight - a.weight);
  for (const { entry, registered } of bySurety) {
    if (pairs.has(entry) || taken.has(registered.itemId)) continue;
    pairs.set(entry, registered);
    taken.add(registered.itemId);
  }
  return entries.map((entry) => ({ entry, registered: pairs.get(entry) }));
};

/** The items of the register that no statement of the file was paired with. */
export const listUnmatched = (
  items: readonly RegisteredItem[],
  matched: readonly MatchedEntry[],
): readonly RegisteredItem[] => {
  const found = new Set(matched.map(({ registered }) => registered?.itemId));
  return items.filter(({ itemId }) => !found.has(itemId));
};
