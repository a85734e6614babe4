// What XML can't hold is written as _xHHHH_ (ECMA-376, part 1, 22.9.2.19), and so is an underscore that looks like it.
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
const UNWRITABLE = /[\0-\x08\x0b\x0c\r\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML holds it, in elements and attributes. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** The text of a cell as a workbook writes it. */
export const writeCellText = (text: string): string =>
  escapeXml(
    text.replace(
      UNWRITABLE,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );

/** The text that a workbook wrote into a cell. */
export const readCellText = (text: string): string =>
  text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
