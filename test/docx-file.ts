import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The XML inside the parts of a Word document; parts left out are not in the file. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Stands before the root of the document. */
  readonly prologue?: string;
}

const part = (root: string, inside: string): Uint8Array => strToU8(`<w:${root} ${W}>${inside}</w:${root}>`);

/** A Word document of the given parts. */
export const docxFile = ({ body, prologue = '', ...others }: DocxParts): Uint8Array => {
  const related = Object.entries(others);
  const relations = related.map(
    ([name]) => `<Relationship Id="${name}" Type="${TYPES}/${name}" Target="${name}.xml"/>`,
  );
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${prologue}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    ...Object.fromEntries(related.map(([name, inside]) => [`word/${name}.xml`, part(name, inside)])),
  });
};

/** A run of words. */
export const run = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A paragraph of runs or of plain words. */
export const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`;

/** A cell of a table. */
export const cell = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside.startsWith('<w:p') || inside.startsWith('<w:tbl') ? inside : paragraph(inside)}</w:tc>`;

/** A table of rows of cells. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
