/**
 * VNI for Windows: a vowel followed by one mark, each a letter of the Western code page (windows-1252).
 * The mark after a small vowel is small; after a capital it may be either.
 */
const TONES = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' } as const;
const CIRCUMFLEX = { â: '', à: '\u0300', á: '\u0301', å: '\u0309', ã: '\u0303', ä: '\u0323' } as const;
const BREVE = { ê: '', è: '\u0300', é: '\u0301', ú: '\u0309', ü: '\u0303', ë: '\u0323' } as const;
const ALONE = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' } as const;

const capitalized = (written: string): string => `${written.charAt(0).toUpperCase()}${written.slice(1)}`;

const buildPairs = (): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>();
  const add = (written: string, letter: string): void => {
    pairs.set(written, letter.normalize('NFC'));
    pairs.set(written.toUpperCase(), letter.normalize('NFC').toUpperCase());
    pairs.set(capitalized(written), letter.normalize('NFC').toUpperCase());
  };
  for (const [mark, tone] of Object.entries(TONES)) {
    for (const vowel of ['a', 'e', 'o', 'u', 'y']) add(`${vowel}${mark}`, `${vowel}${tone}`);
    add(`ô${mark}`, `ơ${tone}`);
    add(`ö${mark}`, `ư${tone}`);
  }
  for (const [mark, tone] of Object.entries(CIRCUMFLEX)) {
    for (const [vowel, letter] of [
      ['a', 'â'],
      ['e', 'ê'],
      ['o', 'ô'],
    ] as const)
      add(`${vowel}${mark}`, `${letter}${tone}`);
  }
  for (const [mark, tone] of Object.entries(BREVE)) add(`a${mark}`, `ă${tone}`);
  for (const [written, letter] of Object.entries(ALONE)) add(written, letter);
  return pairs;
};

const PAIRS = buildPairs();

/** Turns text in VNI letters into Vietnamese. */
export const decodeVni = (western: string): string => {
  let text = '';
  for (let index = 0; index < western.length; index += 1) {
    const pair = PAIRS.get(western.slice(index, index + 2));
    if (pair !== undefined) {
      text += pair;
      index += 1;
      continue;
    }
    text += PAIRS.get(western.charAt(index)) ?? western.charAt(index);
  }
  return text;
};
