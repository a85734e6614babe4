import { nameKey } from '#core/kernel/text.ts';

const wordsOf = (name: string): readonly string[] => nameKey(name).match(/[\p{L}\p{N}%]+/gu) ?? [];

/** The name as words alone: two printings that differ in punctuation, case or line breaks share it. */
export const wordKey = (name: string): string => wordsOf(name).join(' ');

const countWords = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** How many words two names share, from 0 (none) to 1 (all, in any order): twice the shared over the sum of both. */
export const nameSimilarity = (a: string, b: string): number => {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const counts = countWords(left);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
};
