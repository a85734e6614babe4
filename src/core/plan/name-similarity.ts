import { nameKey } from '#core/kernel/text.ts';

/** The words of a name, lower case, without punctuation. */
export const wordsOf = (name: string): readonly string[] => nameKey(name).match(/[\p{L}\p{N}%]+/gu) ?? [];

/** The name as words alone: two printings that differ in punctuation, case or line breaks share it. */
export const wordKey = (name: string): string => wordsOf(name).join(' ');

const countWords = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const countShared = (left: readonly string[], right: readonly string[]): number => {
  const counts = countWords(left);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared += 1;
  }
  return shared;
};

/** How alike two names are, from 0 to 1. */
export interface NameLikeness {
  /** The words that they share, in any order: twice the shared over the sum of both. */
  readonly similarity: number;
  /** How much of the shorter is found in the longer: a name cut short is wholly inside the full one. */
  readonly containment: number;
}

/** Compares two names given as words. */
export const compareWords = (left: readonly string[], right: readonly string[]): NameLikeness => {
  if (left.length === 0 || right.length === 0) {
    const similarity = left.length === right.length ? 1 : 0;
    return { similarity, containment: similarity };
  }
  const shared = countShared(left, right);
  return {
    similarity: (2 * shared) / (left.length + right.length),
    containment: shared / Math.min(left.length, right.length),
  };
};

/** Compares two names by their words. */
export const compareNames = (a: string, b: string): NameLikeness => compareWords(wordsOf(a), wordsOf(b));
