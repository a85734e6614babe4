import {
  ABBREVIATIONS,
  CONCEPTS,
  CONDITIONS,
  POPULATIONS,
  POPULATION_PART_WORDS,
  STOP_PHRASES,
  STOP_WORDS,
} from './measure-lexicon.ts';
import { searchKey } from '#core/kernel/text.ts';

/** What a name measures: its content words, who is counted and under which condition. */
export interface Measure {
  readonly words: ReadonlySet<string>;
  /** Who or what is counted and under which conditions: two measures that differ here are never one. */
  readonly counted: string;
  /** Which part of a people is counted, where the name says so. */
  readonly parts: ReadonlySet<string>;
}

interface Replacement {
  readonly phrase: string;
  readonly token: string;
}

const replacements = (
  lexicon: Readonly<Record<string, readonly string[]>>,
  mark: string,
): readonly Replacement[] =>
  Object.entries(lexicon).flatMap(([token, phrases]) =>
    phrases.map((phrase) => ({ phrase, token: `${mark}${token}` })),
  );

// Longest first, whatever the lexicon: "doanh nghiep cong nghe so" must not fall to "doanh nghiep".
const REPLACEMENTS: readonly Replacement[] = [
  ...replacements(CONCEPTS, '§'),
  ...replacements(POPULATIONS, '@'),
  ...replacements(POPULATION_PART_WORDS, '#'),
  ...replacements(CONDITIONS, '!'),
  ...STOP_PHRASES.map((phrase) => ({ phrase, token: '' })),
].sort((a, b) => b.phrase.length - a.phrase.length);

// An explanation of the formula follows in brackets or after a slash; a short bracket is another name.
const withoutExplanation = (name: string): string =>
  name.replace(/\([^()]{25,}\)?/gu, ' ').replace(/\/\s*(tổng|tong)\b.*$/iu, ' ');

const spelled = (name: string): string =>
  ` ${searchKey(withoutExplanation(name))
    .split(/[^a-z0-9/%]+/u)
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(' ')
    .trim()} `;

const tokens = (name: string): readonly string[] =>
  REPLACEMENTS.reduce(
    (text, { phrase, token }) => text.replaceAll(` ${phrase} `, ` ${token} `),
    spelled(name),
  )
    .split(/[\s/]+/u)
    .filter((word) => word !== '' && !STOP_WORDS.has(word));

const marked = (all: readonly string[], mark: string): ReadonlySet<string> =>
  new Set(all.filter((token) => token.startsWith(mark)).map((token) => token.slice(mark.length)));

/** Reads what a name measures; the basis ("of GRDP") counts as a content word. */
export const readMeasure = (name: string, basis: string | null): Measure => {
  const all = tokens(basis === null ? name : `${name} ${basis}`);
  return {
    words: new Set(all.filter((token) => !/^[@#!]/u.test(token))),
    counted: [...new Set(all.filter((token) => /^[@!]/u.test(token)))].sort().join(' '),
    parts: marked(all, '#'),
  };
};

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((entry) => b.has(entry));

/** Whether the names say differently which part of a people is counted. */
export const populationsDiffer = (a: Measure, b: Measure): boolean => !sameSet(a.parts, b.parts);

const CONCEPT_WEIGHT = 3;
const weight = (word: string): number => (word.startsWith('§') ? CONCEPT_WEIGHT : 1);

/** What words say about a measure together: a known concept weighs three words. */
export const weigh = (words: Iterable<string>): number =>
  Array.from(words).reduce((total, word) => total + weight(word), 0);

/** How two measures compare, word by word. */
export interface MeasureComparison {
  /** Weight of the words they share over the weight of all their words, 0 to 1. */
  readonly likeness: number;
  /** How many words and concepts they share. */
  readonly shared: number;
  readonly sharesConcept: boolean;
  readonly sameWords: boolean;
  /** They count the same kind of things, or one does not say which. */
  readonly sameCounted: boolean;
  /** One is narrowed by a condition that the other does not state. */
  readonly conditionsDiffer: boolean;
}

const marksOf = (counted: string, mark: string): string =>
  counted
    .split(' ')
    .filter((entry) => entry.startsWith(mark))
    .join(' ');

/** Compares the words of two measures, whom they count and under which conditions. */
export const compareMeasures = (a: Measure, b: Measure): MeasureComparison => {
  const shared = [...a.words].filter((word) => b.words.has(word));
  const sharedWeight = weigh(shared);
  const [one, other] = [marksOf(a.counted, '@'), marksOf(b.counted, '@')];
  return {
    likeness: shared.length === 0 ? 0 : sharedWeight / (weigh(a.words) + weigh(b.words) - sharedWeight),
    shared: shared.length,
    sharesConcept: shared.some((word) => word.startsWith('§')),
    sameWords: shared.length > 0 && shared.length === a.words.size && shared.length === b.words.size,
    sameCounted: one === other || one === '' || other === '',
    conditionsDiffer: marksOf(a.counted, '!') !== marksOf(b.counted, '!'),
  };
};

/**
 * How alike two measures are, 0 to 1: the weight of the words they share over the weight of all their words.
 * 0 when they count different things or one is narrowed by a condition that the other does not state, and when they
 * share no known concept: chance words in common prove nothing unless all are.
 */
export const computeSimilarity = (a: Measure, b: Measure): number => {
  if (a.counted !== b.counted) return 0;
  const { likeness, sharesConcept, sameWords } = compareMeasures(a, b);
  return sameWords || sharesConcept ? likeness : 0;
};
