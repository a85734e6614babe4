// A spreadsheet puts a cell that holds breaks, tabs or quotes into quotes, and doubles those within.
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gu;

/** Reads a block as spreadsheets put it on the clipboard: cells by tab, rows by line, quotes as they need them. */
export const readBlock = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain = '', end] of text.matchAll(CELL)) {
    if (whole === '' && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"').trim());
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.at(-1)?.length === 0 ? rows.slice(0, -1) : rows;
};
