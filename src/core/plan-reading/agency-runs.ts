import { startsAsAgency, type AgencyDirectory } from './language/agencies.ts';

const LONGEST_NAME = 11;
const LONGEST_UNKNOWN = 9;
const SEPARATED = /[;,/]$/u;
const JOINING = /^(?:và|–|-|&)$/iu;

/** Tells how much a run of words looks like a list of agencies: the more, the better. */
export interface AgencyScorer {
  score(from: number, to: number): number;
}

const trimEnd = (words: string): string => words.replace(/[\s;:,.]+$/u, '');

/** Remembers what the directory says: the same words are asked for many times while a row is being cut. */
export const rememberNames = (directory: AgencyDirectory): ((words: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (words) => {
    const found = known.get(words);
    if (found !== undefined) return found;
    const answer = directory.find(words).length > 0;
    known.set(words, answer);
    return answer;
  };
};

const endOfName = (words: readonly string[], from: number, to: number): number => {
  for (let end = from + 1; end < to; end += 1) {
    const word = words[end - 1] ?? '';
    if (SEPARATED.test(word) || JOINING.test(words[end] ?? '')) return end;
  }
  return to;
};

/** Scores runs of words as lists of agencies. Known names count most, words that begin as names do count less. */
export const scoreAgencies = (words: readonly string[], isKnown: (name: string) => boolean): AgencyScorer => {
  const begins = words.map((word, index) => {
    const before = words[index - 1] ?? '';
    const mayBegin = /^\p{Lu}/u.test(word) || SEPARATED.test(before) || JOINING.test(before);
    return mayBegin && startsAsAgency(words.slice(index, index + 3).join(' '));
  });
  const lengths = words.map((_, index) => {
    if (!begins[index]) return [];
    const longest = Math.min(LONGEST_NAME, words.length - index);
    return Array.from({ length: longest }, (_, shorter) => longest - shorter).filter((length) =>
      isKnown(trimEnd(words.slice(index, index + length).join(' '))),
    );
  });
  const score = (from: number, to: number): number => {
    let total = 0;
    let names = 0;
    let at = from;
    while (at < to) {
      if (names > 0 && JOINING.test(words[at] ?? '')) {
        at += 1;
        continue;
      }
      const separated =
        at === from || SEPARATED.test(words[at - 1] ?? '') || JOINING.test(words[at - 1] ?? '');
      if (!separated) total -= 2.5;
      const known = lengths[at]?.find((length) => at + length <= to);
      names += 1;
      if (known !== undefined) {
        total += 3;
        at += known;
        continue;
      }
      const end = endOfName(words, at, to);
      total += begins[at] && end - at <= LONGEST_UNKNOWN ? 1.2 : -1.5 * Math.min(3, end - at);
      at = end;
    }
    return names === 0 ? 0 : total / names;
  };
  return { score };
};
