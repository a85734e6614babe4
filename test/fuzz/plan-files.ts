import { docxFile, paragraph, table, cell } from '#test/docx-file.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { gridRules, pdfFile, type PdfPageContent } from '#test/pdf-file.ts';

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

const LINES_OF_A_PAGE = 34;
const MOST_LETTERS_OF_A_LINE = 88;

const toPdf = (text: string): Uint8Array => {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(
      (line) => line.match(new RegExp(`.{1,${String(MOST_LETTERS_OF_A_LINE)}}(?:\\s|$)`, 'gu')) ?? [line],
    );
  const pages: PdfPageContent[] = [];
  for (let at = 0; at < lines.length; at += LINES_OF_A_PAGE) {
    const texts = lines
      .slice(at, at + LINES_OF_A_PAGE)
      .map((words, index) => ({ at: [60, 780 - index * 20] as const, words }));
    pages.push({ texts, rules: gridRules([60, 200, 400], [120, 160, 200]) });
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
