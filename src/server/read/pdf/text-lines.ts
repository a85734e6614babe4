import { raisedWords } from '#server/read/source/clean-words.ts';
import type { PrintedWord } from './page-marks.ts';

/** Words that stand on one line, from the left. */
export interface TextLine {
  readonly words: readonly PrintedWord[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Size of most of its letters. */
  readonly size: number;
  readonly isBold: boolean;
}

const SAME_LINE = 0.45;
const RAISED = 0.86;
const FULL = 0.95;
// A letter that a bold font lacks is printed in another one.
const MOSTLY = 0.85;
const GAP_BETWEEN_WORDS = 0.17;
const MARK = /^\(?\d{1,3}\)?$/u;
const HIGH = 0.22;
const HIGHEST = 0.62;

/** What most letters of the words have in common. */
const usual = (words: readonly PrintedWord[], measure: (word: PrintedWord) => number): number | undefined => {
  const letters = new Map<number, number>();
  for (const word of words) letters.set(measure(word), (letters.get(measure(word)) ?? 0) + word.text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
};

const countLetters = (words: readonly PrintedWord[]): number =>
  words.reduce((sum, { text }) => sum + text.length, 0);

/** A line of these words. */
export const lineOf = (words: readonly PrintedWord[]): TextLine => {
  const sorted = words.toSorted((a, b) => a.left - b.left);
  const size = usual(words, (word) => Math.round(word.size * 2) / 2) ?? 0;
  const full = sorted.filter((word) => word.size >= size * FULL);
  // A raised mark may be as large as the words that it is raised from.
  const base = usual(full, (word) => word.base) ?? sorted[0]?.base ?? 0;
  return {
    words: sorted,
    left: sorted[0]?.left ?? 0,
    right: Math.max(...sorted.map(({ right }) => right)),
    base,
    size,
    isBold: countLetters(full.filter(({ isBold }) => isBold)) > countLetters(full) * MOSTLY,
  };
};

/** Puts words together into lines, from the top; a raised mark belongs to the line that it is raised from. */
export const groupLines = (words: readonly PrintedWord[]): readonly TextLine[] => {
  const lines: { base: number; size: number; words: PrintedWord[] }[] = [];
  // Large letters first, marks last: what stands a little higher finds its line there.
  const isMark = ({ text }: PrintedWord): number => (MARK.test(text) ? 1 : 0);
  const sorted = words.toSorted((a, b) => b.size - a.size || isMark(a) - isMark(b) || a.base - b.base);
  for (const word of sorted) {
    const line = lines.find(({ base, size }) => {
      const above = base - word.base;
      return word.size < size * RAISED
        ? above > -size * 0.25 && above < size * 0.75
        : Math.abs(above) < size * SAME_LINE || (isMark(word) === 1 && above > 0 && above < size * HIGHEST);
    });
    if (line) line.words.push(word);
    else lines.push({ base: word.base, size: word.size, words: [word] });
  }
  return lines.toSorted((a, b) => a.base - b.base).map((line) => lineOf(line.words));
};

const LEAST_LETTERS = 4;

/** The letters of a word that is printed with white space between them; undefined for a line of words. */
const joinLetters = (words: readonly PrintedWord[]): string | undefined => {
  const isSpread = words.length >= LEAST_LETTERS && words.every(({ text }) => /^\p{L}$/u.test(text));
  if (!isSpread) return undefined;
  const gaps = words.slice(1).map((word, index) => word.left - (words[index]?.right ?? word.left));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return words
    .map(({ text }, index) => (index > 0 && (gaps[index - 1] ?? 0) > usual * 1.8 ? ` ${text}` : text))
    .join('');
};

/** The words of a line as text; the mark of a footnote keeps apart. */
export const textOfLine = ({ words, size, base }: TextLine): string => {
  const spread = joinLetters(words);
  if (spread !== undefined) return spread;
  let text = '';
  let right: number | undefined;
  for (const word of words) {
    const above = base - word.base;
    const isMark = MARK.test(word.text) && above > size * HIGH;
    const isRaised = (word.size < size * RAISED && above > size * 0.12) || isMark;
    const isApart = right !== undefined && (word.spaced || word.left - right > size * GAP_BETWEEN_WORDS);
    const printed = isRaised ? raisedWords(word.text, text) : word.text;
    text += isApart ? ` ${printed}` : printed;
    right = word.right;
  }
  return text;
};

/** The parts of a line between gaps of at least this width. */
export const splitLine = ({ words }: TextLine, gap: number): readonly TextLine[] => {
  const parts: PrintedWord[][] = [];
  let right = -Infinity;
  for (const word of words) {
    if (word.left - right >= gap) parts.push([]);
    parts.at(-1)?.push(word);
    right = Math.max(right, word.right);
  }
  return parts.map(lineOf);
};

const CUT_WORD = /[\p{L}\d][-/]$/u;
const ADDRESS = /https?:\/\/\S*$/u;

/** "05/5/20" and "22": a narrow column cuts a date within its year. */
const isCutDate = (before: string, after: string): boolean => {
  const begun = /\d{1,2}\/\d{1,2}\/(\d{1,3})$/u.exec(before)?.[1];
  const rest = /^\d+/u.exec(after)?.[0];
  return begun !== undefined && rest !== undefined && begun.length + rest.length === 4;
};

/** "Sở KH&C" and "N": a narrow column cuts the short name of an office. */
const isCutName = (before: string, after: string): boolean =>
  /&(?:\p{Lu}{1,2})?$/u.test(before) && /^\p{Lu}{1,3}(?![\p{L}&])/u.test(after);

/** "https://sen.edu" and ".vn/": print breaks addresses of pages at their signs. */
const isCutAddress = (before: string, after: string): boolean =>
  /(?:https?:\/\/|www\.)\S*$/u.test(before) && /^[./?#&=]/u.test(after);

/** Two lines of text as one: what was cut at its hyphen, at its stroke or before its per cent sign is one again. */
export const joinWords = (before: string, after: string): string => {
  const isWhole = isCutDate(before, after) || isCutName(before, after) || isCutAddress(before, after);
  if (isWhole || /^[%;,:)]/u.test(after)) return `${before}${after}`;
  const isCut = CUT_WORD.test(before) && !ADDRESS.test(before) && /^[\p{L}\d]/u.test(after);
  return isCut ? `${before}${after}` : `${before} ${after}`;
};
