/** A number as Vietnamese documents print it, without sign: "1.308,9", "96.30", "02", "14,5". */
export const NUMBER_PATTERN = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;

const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u;

/**
 * Reads a printed number. A dot before three digits parts thousands; any other dot and every comma is the decimal mark.
 * Undefined when the text is not one number.
 */
export const parseNumber = (text: string): number | undefined => {
  const digits = text.trim();
  if (!/^\d[\d.,]*$/u.test(digits)) return undefined;
  const plain = THOUSANDS.test(digits)
    ? digits.replaceAll('.', '').replace(',', '.')
    : digits.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
};

/** A part of a whole: "5/8", "145/226". */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
  readonly start: number;
  readonly end: number;
}

const FRACTION = /(?<![\d/.,\p{L}-])(\d[\d.]*)\s?\/\s?(\d[\d.]*)(?![\d/]|[-\p{L}])/gu;

// "tháng 10/2025", "xếp hạng 27/34": a time or a place in a ranking, which is no part of a whole.
const NO_PART_BEFORE = /(?<![A-Za-zÀ-ỹ])(?:tháng|ngày|hạng|thứ)\s*$/iu;
const MONTH_OF_YEAR = /^(?:0?[1-9]|1[0-2])\s?\/\s?(?:19|20)\d{2}\.?$/u;
const WORDS_BEFORE = 12;

const isPart = (text: string, { 0: words, index }: RegExpExecArray): boolean =>
  !MONTH_OF_YEAR.test(words) && !NO_PART_BEFORE.test(text.slice(Math.max(0, index - WORDS_BEFORE), index));

/** The fractions in a text, in order. Dates (20/12/2026, 10/2025), ranks and document numbers (749/QĐ-TTg) are none. */
export const findFractions = (text: string): readonly Fraction[] =>
  [...text.matchAll(FRACTION)].flatMap((match) => {
    const numerator = parseNumber(match[1] ?? '');
    const denominator = parseNumber((match[2] ?? '').replace(/\.$/u, ''));
    if (numerator === undefined || denominator === undefined || denominator === 0) return [];
    if (!isPart(text, match)) return [];
    return [{ numerator, denominator, start: match.index, end: match.index + match[0].length }];
  });
