// Hyphens that only show at a line break, characters of no width, marks of the writing direction.
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;
const HYPHENS = /[\u2010\u2011]/gu;
// One sign for two or three letters, as some fonts print "fi".
const LIGATURES = /[\ufb00-\ufb06]/gu;
// An emphasis that ends and begins again at once is one emphasis.
const TOUCHING = /<\/sup><sup>/gu;

/** A text without the characters that nobody sees: marks of the writing direction turn a line round on the screen. */
export const dropUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Words as a person sees them: NFC, single spaces, no character that nobody sees. */
export const cleanWords = (text: string): string =>
  dropUnseen(text)
    .replace(CONTROL, '')
    .replace(HYPHENS, '-')
    .replace(LIGATURES, (sign) => sign.normalize('NFKC'))
    .replace(TOUCHING, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');

const MEASURE_BEFORE = /(?:^|[\s/\d])(?:[kcmd]?m|ha)$/u;
const LONGEST_MEASURE = 4;
const POWERS: Readonly<Record<string, string>> = { '2': '²', '3': '³' };

/** Raised words: the mark of a footnote keeps apart from the words, a power joins its unit, anything else is words. */
export const raisedWords = (words: string, before: string): string => {
  const mark = words.trim();
  if (MEASURE_BEFORE.test(before.slice(-LONGEST_MEASURE))) return POWERS[mark] ?? words;
  return /^\(?\d{1,3}\)?$/u.test(mark) ? `<sup>${mark}</sup>` : words;
};
