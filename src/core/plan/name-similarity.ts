import { nameKey } from '#core/kernel/text.ts';

const wordsOf = (name: string): readonly string[] => nameKey(name).match(/[\p{L}\p{N}%]+/gu) ?? [];

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

/** How many words two names share, from 0 (none) to 1 (all, in any order): twice the shared over the sum of both. */
export const nameSimilarity = (a: string, b: string): number => {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  return (2 * countShared(left, right)) / (left.length + right.length);
};

/** How much of the shorter name is found in the longer one, from 0 to 1: a name cut short is wholly inside the full one. */
export const nameContainment = (a: string, b: string): number => {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const shorter = Math.min(left.length, right.length);
  return shorter === 0 ? 0 : countShared(left, right) / shorter;
};
