import { isSyllable } from './vietnamese-syllables.ts';

// A letter with a tone has one form for both cases in the source; every other letter tells its case.
const TONED: ReadonlySet<string> = new Set(
  Array.from('aăâeêioôơuưy').flatMap((vowel) =>
    Array.from('\u0300\u0301\u0303\u0309\u0323', (tone) => `${vowel}${tone}`.normalize('NFC')),
  ),
);
// The letters of a tag are no words.
const WORD = /(?:<[^<>]{1,20}>)|(\p{L}+)/gu;

type Case = 'capital' | 'small' | 'open';

/** The case of a word by its letters without tones. "Tỷ" may be the beginning of a sentence or of a heading: it stays open. */
const caseOf = (word: string): Case => {
  const telling = Array.from(word).filter((letter) => !TONED.has(letter));
  if (telling.some((letter) => letter !== letter.toUpperCase())) return 'small';
  if (telling.length > 0 && TONED.has(word.charAt(0))) return 'capital';
  // "Sở Y tế", "Sở TT&TT": one letter and an abbreviation tell nothing of the words beside them.
  const isWord = telling.length > 1 && (telling.length < word.length || isSyllable(word));
  return isWord ? 'capital' : 'open';
};

interface Word {
  readonly text: string;
  readonly start: number;
  readonly case: Case;
}

/** For each word the case of the last word before it that tells one. */
const listCasesBefore = (words: readonly Word[]): readonly (Case | undefined)[] => {
  let told: Case | undefined;
  return words.map((word) => {
    const before = told;
    if (word.case !== 'open') told = word.case;
    return before;
  });
};

/** Which words are in capitals. An open word goes with the nearest words that tell their case, when they agree. */
const listCapitals = (words: readonly Word[]): readonly boolean[] => {
  const before = listCasesBefore(words);
  const after = listCasesBefore(words.toReversed()).toReversed();
  return words.map((word, index) => {
    if (word.case !== 'open') return word.case === 'capital';
    const beside = [before[index], after[index]];
    return beside.includes('capital') && !beside.includes('small');
  });
};

const restoreWord = (word: string): string =>
  Array.from(word, (letter) => (TONED.has(letter) ? letter.toUpperCase() : letter)).join('');

const restoreLine = (line: string): string => {
  const words = [...line.matchAll(WORD)].flatMap(({ 1: text, index: start }) =>
    text === undefined ? [] : [{ text, start, case: caseOf(text) }],
  );
  const capitals = listCapitals(words);
  let restored = '';
  let end = 0;
  words.forEach(({ text, start }, index) => {
    restored += line.slice(end, start) + (capitals[index] ? restoreWord(text) : text);
    end = start + text.length;
  });
  return restored + line.slice(end);
};

/**
 * Gives capitals with tones back to a text whose code set has none: "QUYếT ĐịNH" becomes "QUYẾT ĐỊNH". A capital with a
 * tone that begins a word in small letters can't be told from a small one, and stays small.
 */
export const restoreCapitals = (text: string): string =>
  text
    .split('\n')
    .map((line) => (/\p{Lu}/u.test(line) ? restoreLine(line) : line))
    .join('\n');
