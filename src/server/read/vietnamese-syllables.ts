// Tone marks as combining characters: grave, acute, tilde, hook above, dot below.
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ONSET = '(?:b|ch?|d|đ|gh|gi?|h|kh?|l|m|ngh?|nh?|n|ph?|qu|r|s|th?|tr|v|x)?';
const NUCLEUS = [
  'uyê|uya|uyu|uôi|uây|ươi|ươu|iêu|yêu|oai|oay|oeo|oao|uêu',
  'iê|yê|uô|ươ|ua|ưa|ia|oa|oă|oe|uâ|uê|uơ|uy|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu',
  'a|ă|â|e|ê|i|o|ô|ơ|u|ư|y',
].join('|');
const SYLLABLE = new RegExp(`^${ONSET}(?:${NUCLEUS})(?:ch|ng|nh|c|m|n|p|t)?$`, 'u');
// Symbols that a wrong decoding puts inside words count as letters, so that they spoil the word they stand in.
const WORD = /[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7\u0192\u02c6\u02dc\u2013-\u203a\u2122]+/gu;
const NOT_ASCII = /[^\u0020-\u007e]/u;
const QUOTES = /^[\u2013-\u201f\u2026«»]+|[\u2013-\u201f\u2026«»]+$/gu;

/** Whether a word is spelled as a Vietnamese syllable. */
export const isSyllable = (word: string): boolean => {
  const plain = word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');
  return SYLLABLE.test(plain);
};

/** How Vietnamese a text reads. */
export interface SpellingScore {
  /** Words that hold a character outside ASCII. */
  readonly marked: number;
  /** Share of these words that are Vietnamese syllables, 0 to 1; 0 when there are none. */
  readonly share: number;
}

const SAMPLE = 200_000;

/** Tells how many of the words with marks are Vietnamese syllables: a wrong decoding hardly has any. */
export const scoreSpelling = (text: string): SpellingScore => {
  let marked = 0;
  let valid = 0;
  // A language has a few thousand syllables: each is judged once.
  const judged = new Map<string, boolean>();
  for (const match of text.slice(0, SAMPLE).normalize('NFC').matchAll(WORD)) {
    const word = match[0].replace(QUOTES, '');
    if (!NOT_ASCII.test(word)) continue;
    marked += 1;
    const known = judged.get(word) ?? isSyllable(word);
    judged.set(word, known);
    if (known) valid += 1;
  }
  return { marked, share: marked === 0 ? 0 : valid / marked };
};
