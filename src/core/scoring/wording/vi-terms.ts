import type { BoundComparison, RatioMeasure } from '#core/scoring/rule.ts';
import { type NumberStyle, withUnit, writeNumber, writeShare } from './number-wording.ts';

/** How Vietnamese official documents write numbers. */
export const STYLE: NumberStyle = {
  decimalMark: ',',
  groupMark: '.',
  over: (text) => `từ ${text} trở lên`,
  between: (low, high) => `${low} đến ${high}`,
};

/** An exact number in words of the page. */
export const number = (text: string): string => writeNumber(text, STYLE);
/** A number with the unit of a measure. */
export const inUnit = (text: string, measure: RatioMeasure): string =>
  withUnit(number(text), measure.unit.vi);
/** A share of the maximum points. */
export const ofMaximum = (share: string): string =>
  share === '1' ? 'điểm tối đa' : share === '0' ? '0 điểm' : `${writeShare(share, STYLE)} điểm tối đa`;
/** For a name that goes on a sentence; abbreviations keep their capitals. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A bound as a sentence names it: "từ 10 trở lên" or "trên 10". */
export const fromBound = (text: string, comparison: BoundComparison | undefined): string =>
  comparison === 'above' ? `trên ${text}` : `từ ${text} trở lên`;
