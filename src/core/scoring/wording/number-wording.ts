import { decimal, type DecimalText } from '#core/kernel/decimal.ts';
import type { ShareText } from '#core/scoring/rule.ts';
import type { NumberSpan, TextRange } from '#core/scoring/trace.ts';

/** How a language writes numbers and spans. */
export interface NumberStyle {
  readonly decimalMark: string;
  readonly groupMark: string;
  readonly over: (text: string) => string;
  readonly between: (low: string, high: string) => string;
}

const THIN_SPACE = '\u202F';
const NON_BREAKING_SPACE = '\u00A0';

const group = (digits: string, mark: string): string => digits.replace(/\B(?=(\d{3})+$)/g, mark);

/** Writes an exact number with at most `places` decimals, without trailing zeros. */
export const writeNumber = (text: DecimalText, style: NumberStyle, places = 4): string => {
  const [whole = '0', fraction = ''] = decimal(text).toDecimalPlaces(places).toFixed().split('.');
  const sign = whole.startsWith('-') ? '−' : '';
  const digits = group(whole.replace('-', ''), style.groupMark);
  return fraction === '' ? `${sign}${digits}` : `${sign}${digits}${style.decimalMark}${fraction}`;
};

/** Tells whether writing with `places` decimals leaves something out. */
export const isCut = (text: DecimalText, places = 4): boolean =>
  !decimal(text).toDecimalPlaces(places).equals(text);

const MOST_PLACES = 12;

/** Decimals that a number needs so that, once written, it is still not the bound it is compared with. */
export const placesBeside = (text: DecimalText, bound: DecimalText, places = 4): number => {
  const seemsEqual = decimal(text).toDecimalPlaces(places).equals(bound) && !decimal(text).equals(bound);
  return seemsEqual && places < MOST_PLACES ? placesBeside(text, bound, places + 1) : places;
};

/** Joins a number and its unit: a thin space before %, a fixed one before words. */
export const withUnit = (number: string, unit: string): string =>
  unit === '' ? number : unit === '%' ? `${number}${THIN_SPACE}%` : `${number}${NON_BREAKING_SPACE}${unit}`;

/** Writes what is known of a number: one number, a span, or a lower bound. */
export const writeSpan = (
  span: NumberSpan | TextRange,
  style: NumberStyle,
  unit = '',
  places?: number,
): string => {
  const low = writeNumber(span.low, style, places);
  if (span.high === null) return style.over(withUnit(low, unit));
  if (span.low === span.high) return withUnit(low, unit);
  return withUnit(style.between(low, writeNumber(span.high, style, places)), unit);
};

const FRACTIONS: readonly [string, string][] = [
  ['1', '1'],
  ['0.5', '1/2'],
  ['0.25', '1/4'],
  ['0.75', '3/4'],
  ['0.2', '1/5'],
  ['0.1', '1/10'],
];

/** A share as officials write it: 1/2 rather than 0,5. */
export const writeShare = (share: ShareText, style: NumberStyle): string =>
  share.includes('/')
    ? share
    : (FRACTIONS.find(([text]) => decimal(text).equals(share))?.[1] ?? writeNumber(share, style));
