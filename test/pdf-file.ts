/** Words at a place of a page: points from its lower left corner. */
export interface PdfText {
  readonly at: readonly [number, number];
  readonly words: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A page: words and straight lines from one point to another. */
export interface PdfPageContent {
  readonly texts: readonly PdfText[];
  readonly rules?: readonly (readonly [number, number, number, number])[];
}

const SIZE = 12;

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

/** Numbers the letters of a document, so that a simple font with a table of its letters can print any of them. */
const numberLetters = (pages: readonly PdfPageContent[]): ReadonlyMap<string, number> => {
  const letters = new Set(pages.flatMap(({ texts }) => texts.flatMap(({ words }) => Array.from(words))));
  return new Map([...letters].map((letter, index) => [letter, index + 33]));
};

const toUnicode = (letters: ReadonlyMap<string, number>): string => {
  const lines = [...letters].map(([letter, code]) => `<${hex(code, 2)}> <${hex(letter.charCodeAt(0), 4)}>`);
  return `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${lines.length} beginbfchar ${lines.join(' ')} endbfchar endcmap`;
};

const contentOf = (page: PdfPageContent, letters: ReadonlyMap<string, number>): string => {
  const texts = page.texts.map(({ at: [x, y], words, size = SIZE, bold = false }) => {
    const codes = Array.from(words, (letter) => hex(letters.get(letter) ?? 0, 2)).join('');
    return `BT /${bold ? 'B' : 'R'} ${size} Tf ${x} ${y} Td <${codes}> Tj ET`;
  });
  const rules = (page.rules ?? []).map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S`);
  return [...texts, ...rules].join('\n');
};

const stream = (content: string): string => `<< /Length ${content.length} >> stream\n${content}\nendstream`;

/** A PDF of A4 pages in one font whose letters are all half as wide as high. */
export const pdfFile = (pages: readonly PdfPageContent[], trailer = ''): Uint8Array => {
  const letters = numberLetters(pages);
  const widths = Array.from({ length: 223 }, () => '500').join(' ');
  const font = (name: string): string =>
    `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /FirstChar 33 /LastChar 255 /Widths [${widths}] /ToUnicode 3 0 R >>`;
  const first = 6;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    stream(toUnicode(letters)),
    font('Sen'),
    font('Sen-Bold'),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /R 4 0 R /B 5 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
      stream(contentOf(page, letters)),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

/** The lines of a table: its columns and rows by their edges. */
export const gridRules = (
  xs: readonly number[],
  ys: readonly number[],
): readonly (readonly [number, number, number, number])[] => {
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  return [...xs.map((x) => [x, bottom, x, top] as const), ...ys.map((y) => [left, y, right, y] as const)];
};
