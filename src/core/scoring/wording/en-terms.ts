import type { BoundComparison, RatioMeasure } from '#core/scoring/rule.ts';
import { type NumberStyle, withUnit, writeNumber, writeShare } from './number-wording.ts';

/** How English texts write numbers. */
export const STYLE: NumberStyle = {
  decimalMark: '.',
  groupMark: ',',
  over: (text) => `${text} and over`,
  between: (low, high) => `${low} to ${high}`,
};

/** An exact number in words of the page. */
export const number = (text: string): string => writeNumber(text, STYLE);
/** A number with the unit of a measure. */
export const inUnit = (text: string, measure: RatioMeasure): string =>
  withUnit(number(text), measure.unit.en);
/** A share of the maximum points. */
export const ofMaximum = (share: string): string =>
  share === '1' ? 'the maximum' : share === '0' ? 'no points' : `${writeShare(share, STYLE)} of the maximum`;

/** A bound as a sentence names it: "10 or more" or "more than 10". */
export const fromBound = (text: string, comparison: BoundComparison | undefined): string =>
  comparison === 'above' ? `more than ${text}` : `${text} or more`;
