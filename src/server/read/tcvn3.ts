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

const buildTable = (): ReadonlyMap<number, string> => {
  const table = new Map<number, string>();
  for (const [start, letters] of Object.entries(LETTERS)) {
    Array.from(letters.normalize('NFC')).forEach((letter, index) =>
      table.set(Number.parseInt(start, 16) + index, letter),
    );
  }
  return table;
};

const TABLE = buildTable();

/** Decodes TCVN3 bytes; a byte that the code set leaves open becomes the replacement character. */
export const decodeTcvn3 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (TABLE.get(byte) ?? (byte === 0xa0 ? ' ' : '\ufffd')),
  ).join('');
