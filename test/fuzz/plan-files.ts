import { docxFile, paragraph, table, cell } from '#test/docx-file.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { gridRules, pdfFile, type PdfText } from '#test/pdf-file.ts';

/** Formats in which files are mutated. */
export const FUZZED_FORMATS = ['txt', 'docx', 'pdf', 'html'] as const;
export type FuzzedFormat = (typeof FUZZED_FORMATS)[number];

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

const isRow = (line: string): boolean => line.startsWith('|');
const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((words) => words.trim());

/** Lines of a text as paragraphs and tables, in their order. */
const partsOf = (text: string): readonly (string | readonly (readonly string[])[])[] => {
  const parts: (string | (readonly string[])[])[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !/^\|[-|: ]+\|$/.test(one))) {
    const last = parts.at(-1);
    if (!isRow(line)) parts.push(line);
    else if (Array.isArray(last)) last.push(cellsOf(line));
    else parts.push([cellsOf(line)]);
  }
  return parts;
};

const toDocx = (text: string): Uint8Array => {
  const words = (line: string): string => paragraph(escapeXml(line));
  const body = partsOf(text).map((part) =>
    typeof part === 'string'
      ? words(part)
      : table(...part.map((row) => row.map((inside) => cell(words(inside))))),
  );
  const footnotes = `<w:footnote w:id="1">${words('Theo báo cáo của xã.')}</w:footnote>`;
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
  const listed = paragraph('Trồng sen', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  const noted = paragraph('<w:r><w:t>Sen</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>');
  return docxFile({ body: [...body, listed, noted].join(''), footnotes, numbering });
};

const toHtml = (text: string): Uint8Array => {
  const body = partsOf(text).map((part) =>
    typeof part === 'string'
      ? `<p>${escapeXml(part)}</p>`
      : `<table>${part.map((row) => `<tr>${row.map((inside) => `<td colspan="1">${escapeXml(inside)}</td>`).join('')}</tr>`).join('')}</table>`,
  );
  return Buffer.from(`<!doctype html><html><body>${body.join('\n')}</body></html>`);
};

const [LEFT, RIGHT, TOP, BOTTOM] = [60, 535, 780, 90];
const SIZE = { words: 12, cells: 8 };
// Letters of the font are half as wide as high.
const wrap = (words: string, width: number, size: number): readonly string[] => {
  const most = Math.floor(width / (size / 2));
  return words.match(new RegExp(`.{1,${String(most)}}(?:\\s|$)|.{1,${String(most)}}`, 'gu')) ?? [words];
};

/** Prints a text page by page: paragraphs, and tables between ruling lines. */
const toPdf = (text: string): Uint8Array => {
  const pages: { texts: PdfText[]; rules: (readonly [number, number, number, number])[] }[] = [];
  let y = 0;
  const pageFor = (height: number) => {
    if (pages.length === 0 || y - height < BOTTOM) {
      pages.push({ texts: [], rules: [] });
      y = TOP;
    }
    return pages.at(-1) ?? { texts: [], rules: [] };
  };
  const printRow = (cells: readonly string[]): void => {
    const width = (RIGHT - LEFT) / cells.length;
    const lines = cells.map((words) => wrap(words, width - 6, SIZE.cells));
    const height = Math.max(...lines.map(({ length }) => length)) * 10 + 6;
    const page = pageFor(height);
    lines.forEach((some, column) =>
      some.forEach((words, line) =>
        page.texts.push({ at: [LEFT + column * width + 3, y - 10 - line * 10], words, size: SIZE.cells }),
      ),
    );
    page.rules.push(
      ...gridRules(
        [...cells, ''].map((_, column) => LEFT + column * width),
        [y - height, y],
      ),
    );
    y -= height;
  };
  for (const part of partsOf(text)) {
    if (typeof part !== 'string') part.forEach(printRow);
    else {
      for (const words of wrap(part, RIGHT - LEFT, SIZE.words)) {
        const page = pageFor(15);
        y -= 15;
        page.texts.push({ at: [LEFT, y], words, size: SIZE.words });
      }
    }
    y -= 9;
  }
  return pdfFile(pages);
};

const MAKERS: Readonly<Record<FuzzedFormat, (text: string) => Uint8Array>> = {
  txt: (text) => Buffer.from(text),
  docx: toDocx,
  html: toHtml,
  pdf: toPdf,
};

/** A text in each format, ready to be mutated. */
export const filesOf = (text: string = writeInventedPlan()): ReadonlyMap<FuzzedFormat, Uint8Array> =>
  new Map(FUZZED_FORMATS.map((format) => [format, MAKERS[format](text)]));
