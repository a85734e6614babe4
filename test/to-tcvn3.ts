import { TCVN3_LETTERS } from '#server/read/tcvn3.ts';

// What Word puts for straight quotes and three points, at the places where Windows keeps them in every western font.
const PUNCTUATION: readonly (readonly [string, number])[] = [
  ['…', 0x85],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['–', 0x96],
  ['—', 0x97],
];

const BYTES: ReadonlyMap<string, number> = new Map([
  ...[...TCVN3_LETTERS].map(([byte, letter]) => [letter, byte] as const),
  ...PUNCTUATION,
]);

const byteOf = (letter: string): number => {
  const small = letter.toLowerCase();
  const code = letter.codePointAt(0) ?? 0;
  return BYTES.get(letter) ?? BYTES.get(small) ?? (code < 0x80 ? code : 0x3f);
};

/**
 * Writes text as an office of the nineties kept it: in TCVN3, which has no capitals with tones. They become small letters,
 * as they do when a font of capitals showed them.
 */
export const toTcvn3 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text.normalize('NFC'), byteOf));
