import { listDifferences, type ItemDifference } from './item-facts.ts';
import { amendEntry } from './amend-entry.ts';
import { matchItems, type RegisteredItem } from './match-items.ts';
import { compareWords, wordsOf } from './name-similarity.ts';
import type { RegisterEntry } from './register-entry.ts';

/** How a statement of a file stands against the register. */
export type ItemMatch = 'new' | 'same' | 'gains-quote' | 'differs';

/** A statement of a file beside the item of the register that it is. */
export interface ComparedEntry {
  readonly entry: RegisterEntry;
  readonly registered: RegisteredItem | undefined;
  readonly match: ItemMatch;
  readonly differences: readonly ItemDifference[];
}

// Renderings part the words of a row over lines and columns in other ways, mark them up and lose one or the other.
const SAME_QUOTE = 0.9;

/** The words on which an item stands, those of its further lines included, without marking up. */
const quotedWords = (quote: string, { continuation = [] }: RegisterEntry['reading']): readonly string[] =>
  wordsOf([quote, ...continuation.map((part) => part.quote)].join(' ').replace(/<[^<>]*>/gu, ' '));

/** Whether the file has words or a place that the register lacks: another rendering of the same words brings nothing. */
const bringsQuote = ({ quote, reading }: RegisterEntry, { quote: known, entry }: RegisteredItem): boolean => {
  if (quote === null) return false;
  if (known === null || (entry.reading.line === null && reading.line !== null)) return true;
  if (quote === known) return false;
  return compareWords(quotedWords(quote, reading), quotedWords(known, entry.reading)).similarity < SAME_QUOTE;
};

const compareEntry = (entry: RegisterEntry, registered: RegisteredItem | undefined): ComparedEntry => {
  if (!registered) return { entry, registered, match: 'new', differences: [] };
  const differences = listDifferences(registered.entry, entry);
  if (differences.length > 0) return { entry, registered, match: 'differs', differences };
  return { entry, registered, match: bringsQuote(entry, registered) ? 'gains-quote' : 'same', differences };
};

/** Compares the statements of a file with the items that the register has of the same document. */
export const compareImport = (
  entries: readonly RegisterEntry[],
  items: readonly RegisteredItem[],
): readonly ComparedEntry[] =>
  matchItems(entries, items).map(({ entry, registered }) => compareEntry(entry, registered));

/** What a person decided about single statements, by reading id. */
export interface ImportDecisions {
  readonly excluded: readonly string[];
  readonly replaced: readonly string[];
  /** Statements that are items of other documents: said again here, and not registered a second time. */
  readonly sameAs?: readonly SameItem[] | undefined;
}

/** A statement of a file and the registered item of another document that it repeats. */
export interface SameItem {
  readonly readingId: string;
  readonly itemId: string;
}

/** An item of the register and the statement that changes it. */
export interface ItemChange {
  readonly itemId: string;
  readonly entry: RegisterEntry;
}

/** An item that ends, with what it said last. */
export interface ItemEnd {
  readonly itemId: string;
  readonly reading: RegisterEntry['reading'];
}

/** What entering an import will do, statement by statement. */
export interface ImportPlan {
  readonly added: readonly RegisterEntry[];
  /** Items that get the words and the place of the source; their values stay. */
  readonly quoted: readonly ItemChange[];
  /** Items whose values are replaced as well. */
  readonly replaced: readonly ItemChange[];
  /** Items of another document whose values this one changes. */
  readonly amended: readonly ItemChange[];
  /** Items of another document that this one carries on in its place. */
  readonly takenOver: readonly ItemChange[];
  /** Items of other documents that this one speaks of without changing them. */
  readonly mentioned: readonly ItemChange[];
  readonly ended: readonly ItemEnd[];
  readonly unchanged: number;
  readonly excluded: number;
}

const changeOf = ({ itemId, entry }: ItemChange): ItemChange => ({ itemId, entry });

/** Parts new statements into those that are added and those that say again what an item of another document says. */
export const partRepeated = (
  fresh: readonly RegisterEntry[],
  sameAs: readonly SameItem[] = [],
): { readonly added: readonly RegisterEntry[]; readonly repeated: readonly ItemChange[] } => {
  const known = new Map(sameAs.map(({ readingId, itemId }) => [readingId, itemId]));
  return {
    added: fresh.filter(({ reading }) => !known.has(reading.id)),
    repeated: fresh.flatMap((entry) => {
      const itemId = known.get(entry.reading.id);
      return itemId === undefined ? [] : [{ itemId, entry }];
    }),
  };
};

/**
 * Decides what an accepted import does: new statements are added, registered items gain their quotes, and values are
 * replaced only where the person said so. What the person excluded does nothing.
 */
export const decideImport = (compared: readonly ComparedEntry[], decisions: ImportDecisions): ImportPlan => {
  const excluded = new Set(decisions.excluded);
  const toReplace = new Set(decisions.replaced);
  const wanted = compared.filter(({ entry }) => !excluded.has(entry.reading.id));
  const { added, repeated } = partRepeated(
    wanted.filter(({ registered }) => !registered).map(({ entry }) => entry),
    decisions.sameAs,
  );
  const known = wanted.flatMap(({ entry, registered, match }) =>
    registered ? [{ itemId: registered.itemId, entry, registered, match }] : [],
  );
  const isReplaced = ({ entry, match }: (typeof known)[number]): boolean =>
    match === 'differs' && toReplace.has(entry.reading.id);
  const replaced = known.filter(isReplaced);
  const quoted = known.filter((item) => !isReplaced(item) && bringsQuote(item.entry, item.registered));
  // Where another document's words hold, a copy of this one tells what this one says and changes nothing else.
  const holding = replaced.filter(({ registered }) => registered.isWording);
  const silent = [...replaced, ...quoted].filter(({ registered }) => !registered.isWording);
  return {
    added,
    quoted: quoted.filter(({ registered }) => registered.isWording).map(changeOf),
    replaced: holding.filter(({ registered }) => !registered.isAmendment).map(changeOf),
    amended: holding
      .filter(({ registered }) => registered.isAmendment)
      .map(({ itemId, entry, registered }) => ({ itemId, entry: amendEntry(registered.entry, entry) })),
    takenOver: [],
    mentioned: [...silent.map(changeOf), ...repeated],
    ended: [],
    unchanged: known.length - replaced.length - quoted.length,
    excluded: compared.length - wanted.length,
  };
};

/** Reading ids that a decision names and the file does not have. */
export const listUnknownIds = (
  compared: readonly ComparedEntry[],
  decisions: ImportDecisions,
): readonly string[] => {
  const known = new Set(compared.map(({ entry }) => entry.reading.id));
  const repeated = (decisions.sameAs ?? []).map(({ readingId }) => readingId);
  return [...decisions.excluded, ...decisions.replaced, ...repeated].filter((id) => !known.has(id));
};
