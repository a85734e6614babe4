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

/** The fractions in a text, in order. Dates (20/12/2026) and document numbers (749/QĐ-TTg) are none. */
export const findFractions = (text: string): readonly Fraction[] =>
  [...text.matchAll(FRACTION)].flatMap((match) => {
    const numerator = parseNumber(match[1] ?? '');
    const denominator = parseNumber((match[2] ?? '').replace(/\.$/u, ''));
    if (numerator === undefined || denominator === undefined || denominator === 0) return [];
    return [{ numerator, denominator, start: match.index, end: match.index + match[0].length }];
  });
