import { looseOrganizationKey } from '#core/organization/spelling.ts';
import { compareWords, wordKey, wordsOf } from './name-similarity.ts';
import type { ItemKind } from './plan-item.ts';
import type { RegisterEntry } from './register-entry.ts';

/** Why two items seem to speak of one thing. */
export const LIKENESS_REASONS = ['wording', 'unit', 'basis', 'lead', 'component'] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** An item of another document that a statement seems to repeat. */
export interface SimilarItem {
  readonly itemId: string;
  /** 0 to 1: how much of the wording they share, and a little for each further thing in common. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

/** What likeness is told by. */
export interface LikenessFacts {
  readonly kind: ItemKind;
  readonly name: string;
  readonly unit: string | null;
  readonly basis: string | null;
  readonly indicatorCode: string | null;
  /** The agencies that lead, as written. */
  readonly leads: readonly string[];
}

/** An item of the registers that statements are compared with. */
export interface KnownItem extends LikenessFacts {
  readonly itemId: string;
}

/** The facts of a statement by which it is likened to others. */
export const likenessFacts = (entry: RegisterEntry): LikenessFacts => ({
  ...{ kind: entry.kind, name: entry.name, indicatorCode: entry.indicatorCode },
  unit: entry.kind === 'target' ? entry.reading.unit : null,
  basis: entry.kind === 'target' ? entry.reading.basis : null,
  leads: entry.agencies.filter(({ role }) => role === 'lead' || role === 'investor').map(({ name }) => name),
});

// Two names that share fewer words are of two things, whatever else they have in common.
const LEAST_WORDING = 0.6;
const LEAST_SCORE = 0.65;
const MOST_LISTED = 5;
const WEIGHT_OF_WORDING = 0.8;
const WEIGHT_OF_REASON = 0.05;
// The rarest words of a name lead to whatever else has them; common ones lead everywhere.
const SEARCHED_WORDS = 4;
// A name so full of common words is found by its first candidates alone: comparing with thousands would take seconds.
const MOST_COMPARED = 200;

interface Comparable {
  readonly item: KnownItem;
  readonly words: readonly string[];
}

const sameWords = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && wordKey(one) === wordKey(other);

const listReasons = (
  read: LikenessFacts,
  known: LikenessFacts,
  wording: number,
): readonly LikenessReason[] => {
  const leads = new Set(known.leads.map(looseOrganizationKey));
  const holds: Readonly<Record<LikenessReason, boolean>> = {
    wording: wording === 1,
    unit: sameWords(read.unit, known.unit),
    basis: sameWords(read.basis, known.basis),
    lead: read.leads.some((lead) => leads.has(looseOrganizationKey(lead))),
    component: read.indicatorCode !== null && read.indicatorCode === known.indicatorCode,
  };
  return LIKENESS_REASONS.filter((reason) => holds[reason]);
};

const compare = (
  read: LikenessFacts,
  words: readonly string[],
  known: Comparable,
): SimilarItem | undefined => {
  const { similarity } = compareWords(words, known.words);
  if (similarity < LEAST_WORDING) return undefined;
  const reasons = listReasons(read, known.item, similarity);
  const others = reasons.filter((reason) => reason !== 'wording').length;
  const score = Math.min(1, WEIGHT_OF_WORDING * similarity + WEIGHT_OF_REASON * others);
  if (score < LEAST_SCORE) return undefined;
  return { itemId: known.item.itemId, score: Math.round(score * 100) / 100, reasons };
};

/** Items by kind and word. */
const indexByWord = (known: readonly Comparable[]): ReadonlyMap<string, readonly Comparable[]> => {
  const index = new Map<string, Comparable[]>();
  for (const comparable of known) {
    for (const word of new Set(comparable.words)) {
      const key = `${comparable.item.kind} ${word}`;
      const found = index.get(key);
      if (found) found.push(comparable);
      else index.set(key, [comparable]);
    }
  }
  return index;
};

/**
 * For each statement the items of other documents that speak of the same thing, the likeliest first: of the same kind,
 * found by their rarest words and weighed by wording, unit, denominator, lead and index component.
 */
export const findSimilar = (
  statements: readonly LikenessFacts[],
  known: readonly KnownItem[],
): readonly (readonly SimilarItem[])[] => {
  const index = indexByWord(known.map((item) => ({ item, words: wordsOf(item.name) })));
  const candidatesOf = (kind: string, words: readonly string[]): readonly Comparable[] => {
    const lists = [...new Set(words)]
      .map((word) => index.get(`${kind} ${word}`) ?? [])
      .filter((list) => list.length > 0)
      .toSorted((a, b) => a.length - b.length);
    return [...new Set(lists.slice(0, SEARCHED_WORDS).flat())].slice(0, MOST_COMPARED);
  };
  return statements.map((statement) => {
    const words = wordsOf(statement.name);
    return candidatesOf(statement.kind, words)
      .flatMap((candidate) => compare(statement, words, candidate) ?? [])
      .toSorted((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1))
      .slice(0, MOST_LISTED);
  });
};
