/**
 * Measures of an administrative document: Nghị định 30/2020/NĐ-CP, Phụ lục I, sections I and II. Lengths in millimetres,
 * sizes of letters in points.
 */
export const PAGE = {
  width: 210,
  height: 297,
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  /** From the edge of the paper to the page number, which stands within the top margin. */
  header: 10,
} as const;

/** Width of the text of a portrait or a landscape page. */
export const textWidth = (orientation: 'portrait' | 'landscape'): number =>
  (orientation === 'portrait' ? PAGE.width : PAGE.height) - PAGE.margin.left - PAGE.margin.right;

export const FONT = 'Times New Roman';

/** Sizes in points. */
export const SIZE = {
  nationalName: 13,
  motto: 14,
  issuingBody: 13,
  number: 13,
  date: 14,
  title: 14,
  dispatchSubject: 12,
  body: 14,
  table: 12,
  caption: 13,
  recipientsTitle: 12,
  recipients: 11,
  page: 14,
  origin: 9,
} as const;

/** Of the body: first line in millimetres, space between paragraphs in points, lines as multiples of a single one. */
export const BODY = { firstLine: 12.7, after: 6, line: 1.15 } as const;

/** Widths of the two halves of the head and of the close. */
export const HEAD_COLUMNS = { left: 65, right: 100 } as const;
export const CLOSE_COLUMNS = { left: 80, right: 85 } as const;

const MILLIMETRES_PER_POINT = 25.4 / 72;

// Means over Vietnamese text in Times New Roman bold, as shares of the size.
const UPPER_SHARE = 0.66;
const LOWER_SHARE = 0.43;

/** About how long a line of text in bold is, in millimetres: enough for rules that the decree gives a span for. */
const estimateLength = (text: string, size: number): number =>
  Array.from(text).reduce(
    (length, letter) => length + (/[\p{Lu}\d]/u.test(letter) ? UPPER_SHARE : LOWER_SHARE) * size,
    0,
  ) * MILLIMETRES_PER_POINT;

// Before what is joined to it, behind a comma, at last anywhere.
const JOINTS = [/ (?=(?:VÀ|ỦY BAN) )/gu, /(?<=,) /gu, / /gu] as const;

// A name may have wider letters than the mean.
const SURE_SHARE = 0.95;

/**
 * A line of capitals in bold as two where it is longer than a width: at a joint of the name, or else in its middle; left alone
 * where two are not enough.
 */
export const breakCapitals = (text: string, size: number, available: number): readonly string[] => {
  const fits = (line: string): boolean => estimateLength(line, size) <= available * SURE_SHARE;
  if (fits(text)) return [text];
  const halves = JOINTS.flatMap((joint) => {
    const [best] = [...text.matchAll(joint)]
      .map(({ index }) => [text.slice(0, index), text.slice(index + 1)])
      .toSorted((a, b) => Math.max(...a.map((one) => one.length)) - Math.max(...b.map((one) => one.length)));
    return best ? [best] : [];
  });
  return halves.find((lines) => lines.every(fits)) ?? [text];
};

/** Length of a rule below a name or a title: the decree asks for a third to a half of the text, which may take lines. */
export const shortRule = (text: string, size: number, available: number): number =>
  Math.min(estimateLength(text, size), available) * 0.42;

/** The rule below the motto is as long as the motto. */
export const MOTTO_RULE = 60.4;
