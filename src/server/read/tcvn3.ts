import { restoreCapitals } from './restore-capitals.ts';

/**
 * TCVN3 ("ABC"), the third code set of TCVN 5712:1993, which the .VnTime fonts show: bytes above 0x7F and their letters.
 * It has no capitals with tones: those were set in a font of capitals, so they come out as small letters.
 */
const LETTERS: Readonly<Record<string, string>> = {
  a1: 'ĂÂÊÔƠƯĐ',
  a8: 'ăâêôơưđ',
  b5: 'àảãáạ',
  bb: 'ằẳẵắ',
  c6: 'ặầẩẫấậè',
  ce: 'ẻẽéẹềểễếệìỉ',
  dc: 'ĩíịò',
  e1: 'ỏõóọồổỗốộờởỡớợù',
  f1: 'ủũúụừửữứựỳỷỹýỵ',
};

// The fonts kept the punctuation of Windows, which Word puts for straight quotes and three points.
const WINDOWS_PUNCTUATION = new Map<number, string>([
  [0x85, '…'],
  [0x91, '‘'],
  [0x92, '’'],
  [0x93, '“'],
  [0x94, '”'],
  [0x95, '•'],
  [0x96, '–'],
  [0x97, '—'],
  [0xa0, ' '],
]);

const buildTable = (): ReadonlyMap<number, string> => {
  const table = new Map<number, string>();
  for (const [start, letters] of Object.entries(LETTERS)) {
    Array.from(letters.normalize('NFC')).forEach((letter, index) =>
      table.set(Number.parseInt(start, 16) + index, letter),
    );
  }
  return table;
};

/** The letters of the code set by their byte. */
export const TCVN3_LETTERS = buildTable();

const CHARACTERS: readonly string[] = Array.from({ length: 0x100 }, (_, byte) =>
  byte < 0x80
    ? String.fromCharCode(byte)
    : (TCVN3_LETTERS.get(byte) ?? WINDOWS_PUNCTUATION.get(byte) ?? '\ufffd'),
);

/**
 * Decodes TCVN3 bytes; a byte that the code set leaves open becomes the replacement character. Capitals with tones are
 * given back where the letters beside them are capitals.
 */
export const decodeTcvn3 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += CHARACTERS[byte] ?? '';
  return restoreCapitals(text);
};
