/** Unicode NFC with all white space collapsed to single spaces: the form in which text is kept and compared. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

// Word writes a line break within a paragraph as a vertical tab.
const OTHER_BREAKS = /[\u000b\u000c\u0085\u2028\u2029]/gu;
// Control characters but for tab and line ends, marks of the writing direction, halves of surrogate pairs, what is no character.
const NEVER_SHOWN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\p{Surrogate}]/gu;

/**
 * A text without the characters that nobody types and nobody sees: they turn lines round on the screen, and neither XML nor the
 * database holds all of them.
 */
export const withoutControls = (text: string): string =>
  text.replace(OTHER_BREAKS, '\n').replace(NEVER_SHOWN, '');

/** What a text must match to say something: a character that is seen. Spaces without width, control characters and fillers are none. */
export const SAYS_SOMETHING = /(?![\u115F\u1160\u2800\u3164\uFFA0])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a text says something, for wherever a note, a reason or a name is required. */
export const saysSomething = (text: string): boolean => SAYS_SOMETHING.test(text);

// Offices write the tone mark of a final oa, oe, uy on either vowel (hòa, hoà). Before a consonant there is one place (hoàn).
const TONE_PLACEMENT: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
const TONE_PATTERN = new RegExp(`(?:${Object.keys(TONE_PLACEMENT).join('|')})(?!\\p{L})`, 'gu');
// After q the u is no vowel (Quý).
const TONE_IN_ANY_CASE = new RegExp(`(?<!q)${TONE_PATTERN.source}`, 'giu');

/** The same text with the tone marks of a final oa, oe, uy where the standard has them: "Uỷ ban" → "Ủy ban". */
export const placeTones = (text: string): string =>
  text.replace(TONE_IN_ANY_CASE, (found) =>
    Array.from(TONE_PLACEMENT[found.toLowerCase()] ?? found, (letter, index) =>
      /\p{Lu}/u.test(found.charAt(index)) ? letter.toUpperCase() : letter,
    ).join(''),
  );

/** Lower case, tidy, one tone placement, dashes alike; diacritics stay. Two spellings of a name share it. */
export const nameKey = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(TONE_PATTERN, (found) => TONE_PLACEMENT[found] ?? found);

/** The ways in which offices write one lower-case word: "ủy" and "uỷ". The word itself comes first. */
export const listToneSpellings = (word: string): readonly string[] => {
  const other = Object.entries(TONE_PLACEMENT).find(([, modern]) => word.endsWith(modern));
  return other ? [word, `${word.slice(0, -other[1].length)}${other[0]}`] : [word];
};

/** Lower case without any diacritic and with đ as d: what a search without a Vietnamese keyboard types. */
export const searchKey = (text: string): string =>
  nameKey(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/[^\p{L}\p{N}%.,/&-]+/gu, ' ')
    .trim();

/**
 * A quote without the marks of emphasis of a Markdown source, also where only one of a pair is inside it: for reading by
 * people. The kept quote has them still, as its source does.
 */
export const withoutEmphasis = (quote: string): string =>
  quote
    .replace(/\*{2,}/gu, '')
    .replace(/(?<![^\s(“"])\*(?=[\p{L}\p{N}“])([^*]*[^*\s])\*(?![\p{L}\p{N}])/gu, '$1');
