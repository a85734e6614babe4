import { Decimal, decimalText, isDecimalText } from '#core/kernel/decimal.ts';

/** A number as Vietnamese documents print it, without sign: "1.308,9", "96.30", "02", "14,5". */
export const NUMBER_PATTERN = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;

const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u;

// A hyphen or the minus sign, at the number without a space between.
const SIGNED = /^([-−])?(\d[\d.,]*)$/u;

// Longer than any decimal that registers keep, its points and zeros included; no figure of a plan comes near.
const LONGEST_NUMBER = 64;

/** The number when it says the same as its digits and registers can keep it. */
const carryExactly = (plain: string): number | undefined => {
  const value = Number(plain);
  if (!Number.isFinite(value)) return undefined;
  const written = new Decimal(plain);
  return written.eq(value) && isDecimalText(decimalText(written)) ? value : undefined;
};

/**
 * Reads a printed number. A dot before three digits parts thousands; any other dot and every comma is the decimal mark.
 * Undefined when the text is not one number, or has more digits than a number carries exactly: it stays words then.
 */
export const parseNumber = (text: string): number | undefined => {
  const [, sign = '', digits = ''] = SIGNED.exec(text.trim()) ?? [];
  if (digits === '' || digits.length > LONGEST_NUMBER) return undefined;
  const plain = THOUSANDS.test(digits)
    ? digits.replaceAll('.', '').replace(',', '.')
    : digits.replace(',', '.');
  return carryExactly(sign === '' ? plain : `-${plain}`);
};

// Fifteen digits are carried exactly wherever the point stands.
const SURELY_EXACT = 15;
const WHOLE_NUMBER = new RegExp(`(?<![\\d.,])(?:${NUMBER_PATTERN})(?![\\d]|[.,]\\d)`, 'gu');

/** Where a text prints a number that is too long to be read, in order. */
export const findUnreadNumbers = (
  text: string,
): readonly { readonly raw: string; readonly start: number }[] =>
  [...text.matchAll(WHOLE_NUMBER)]
    .filter(([raw]) => raw.length > SURELY_EXACT && parseNumber(raw) === undefined)
    .map((match) => ({ raw: match[0], start: match.index }));

/** A part of a whole: "5/8", "145/226". */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
  readonly start: number;
  readonly end: number;
}

const FRACTION = /(?<![\d/.,\p{L}-])(\d[\d.]*(?:,\d+)?)\s?\/\s?(\d[\d.]*)(?![\d/]|[-\p{L}])/gu;

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
