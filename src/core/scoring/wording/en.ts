import type { DataValue } from '#core/scoring/data-value.ts';
import type { RatioMeasure, Rule } from '#core/scoring/rule.ts';
import type { NumberSpan, TextRange, TraceStep } from '#core/scoring/trace.ts';
import {
  isCut,
  type NumberStyle,
  placesBeside,
  withUnit,
  writeNumber,
  writeShare,
  writeSpan,
} from './number-wording.ts';
import type { ScoringWording, WordingNames } from './scoring-wording.ts';

const STYLE: NumberStyle = {
  decimalMark: '.',
  groupMark: ',',
  over: (text) => `${text} and over`,
  between: (low, high) => `${low} to ${high}`,
};

const SHARE_PLACES = 6;

const number = (text: string): string => writeNumber(text, STYLE);
const inUnit = (text: string, measure: RatioMeasure): string => withUnit(number(text), measure.unit.en);
const ofMaximum = (share: string): string =>
  share === '1' ? 'the maximum' : share === '0' ? 'no points' : `${writeShare(share, STYLE)} of the maximum`;

const level = (rule: Extract<Rule, { kind: 'level' }>, names: WordingNames): string => {
  const parts = rule.levels.map(
    ({ code, share }) =>
      `${names.level(rule.item, code)}: ${share === null ? 'points unknown' : ofMaximum(share)}`,
  );
  return `By level: ${parts.join('; ')}.`;
};

const rule = (given: Rule, names: WordingNames): string => {
  switch (given.kind) {
    case 'boolean':
      return `${names.item(given.item)}: the maximum; otherwise no points.`;
    case 'level':
      return level(given, names);
    case 'count-step': {
      const full = withUnit(number(given.fullFrom), names.unit(given.count));
      const subject = given.requires === null ? '' : `${names.item(given.requires)}: `;
      const missing = given.requires === null ? '' : '; no points without it';
      return `${subject}${full} or more earn the maximum; fewer earn ${ofMaximum(given.shareBelow)}${missing}.`;
    }
    case 'ratio': {
      const full = inUnit(given.measure.multiplier, given.measure);
      return `In proportion: the result divided by ${full}, times the maximum; full at ${full}.`;
    }
    case 'ratio-to-threshold': {
      const threshold = inUnit(given.threshold, given.measure);
      return `${threshold} or more earn the maximum; below, the result divided by ${threshold}, times the maximum.`;
    }
    case 'step-threshold': {
      const threshold = inUnit(given.threshold, given.measure);
      return given.thresholdIs === 'exact'
        ? `${threshold} or more earn the maximum; less earns no points.`
        : `The maximum from a threshold on, no points below; the threshold is unknown, inferred to be no higher than ${threshold}.`;
    }
    case 'checklist':
      return `Each part adds its points: ${given.parts
        .map((part) => `${names.item(part.item)} (${ofMaximum(part.share)})`)
        .join('; ')}.`;
    case 'checklist-share':
      return `The number of things done divided by the ${number(given.listLength)} on the list, times the maximum.`;
    case 'composite':
      return `The parts add up. ${given.parts
        .map((part) => `${part.name.en} (${ofMaximum(part.share)}): ${rule(part.rule, names)}`)
        .join(' ')}`;
    case 'unknown':
      return given.candidates.length === 0
        ? 'The rule is unknown: the points lie between none and the maximum.'
        : `The rule is unknown: the points lie within what ${String(given.candidates.length)} possible rules give.`;
  }
};

const COMPARATORS = { '=': '', '<': 'under ', '<=': 'at most ', '>': 'over ', '>=': 'at least ' } as const;

const valueWords = (item: string, value: DataValue, names: WordingNames): string => {
  if (value.state === 'blank') return 'no data';
  if (value.state === 'not-applicable') return 'does not apply';
  if (value.value === 'yes' || value.value === 'no') return value.value;
  if (!/^-?\d/.test(value.value)) return names.level(item, value.value);
  return `${COMPARATORS[value.comparator]}${withUnit(number(value.value), names.unit(item))}`;
};

const equals = (span: NumberSpan | TextRange, places?: number): string =>
  isCut(span.low, places) || (span.high !== null && isCut(span.high, places)) ? '≈' : '=';

const REACHED = { yes: 'reached', no: 'not reached', open: 'undecided' } as const;

const step = (given: TraceStep, names: WordingNames): string => {
  switch (given.kind) {
    case 'value':
      return `${names.item(given.item)}: ${valueWords(given.item, given.value, names)}`;
    case 'fraction': {
      const times = given.multiplier === '1' ? '' : ` × ${number(given.multiplier)}`;
      return `${writeSpan(given.numerator, STYLE)} ÷ ${writeSpan(given.denominator, STYLE)}${times} ${equals(given.result)} ${writeSpan(given.result, STYLE, given.unit.en)}`;
    }
    case 'given-rate':
      return `Rate as stated: ${writeSpan(given.rate, STYLE, given.unit.en)}; numerator and denominator are missing`;
    case 'unused-rate': {
      const rate = `The stated rate of ${writeSpan(given.rate, STYLE, given.unit.en)} is not used: the count behind it is known`;
      return given.agrees ? rate : `${rate}, and gives another rate, rounding included`;
    }
    case 'compare': {
      const unit = given.unit?.en ?? '';
      const threshold = withUnit(number(given.threshold), unit);
      const value =
        given.value.low === given.value.high
          ? `${writeSpan(given.value, STYLE, unit, placesBeside(given.value.low, given.threshold))} against`
          : 'Against';
      return `${value} the ${given.thresholdIs === 'at-most' ? 'highest possible ' : ''}threshold of ${threshold}: ${REACHED[given.reached]}`;
    }
    case 'share-of': {
      const unit = given.unit?.en ?? '';
      const value = writeSpan(given.value, STYLE, unit, placesBeside(given.value.low, given.full));
      const full = withUnit(number(given.full), unit);
      if (given.capped) return `${value} ≥ ${full}: full, counted as 1`;
      return `${value} ÷ ${full} ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    }
    case 'fixed-share':
      return given.share.low === given.share.high
        ? `Earns ${ofMaximum(given.share.low)}`
        : `Earns from ${ofMaximum(given.share.low)} to ${ofMaximum(given.share.high)}`;
    case 'unknown-share':
      return 'What this level earns is unknown';
    case 'part':
      return `${given.name?.en ?? names.item(given.code)}: ${writeSpan(given.share, STYLE)} × ${writeShare(given.weight, STYLE)} of the maximum`;
    case 'candidate':
      return `${given.note.en} Gives ${writeSpan(given.points, STYLE, 'points')}`;
    case 'envelope':
      return given.candidates === 0
        ? 'The rule is unknown'
        : `Which one holds is unknown, so the points are ${writeSpan(given.points, STYLE, 'points')}`;
    case 'no-data':
      return `No data: ${given.items.map((item) => names.item(item)).join('; ')}`;
    case 'not-applicable':
      return given.policy === 'zero'
        ? 'Does not apply to the unit: no points'
        : 'Does not apply to the unit: the maximum';
    case 'zero-denominator':
      return given.policy === 'zero'
        ? 'The denominator is zero: no points'
        : 'The denominator is zero: there is no rate';
    case 'points': {
      const written = writeSpan(given.share, STYLE, '', SHARE_PLACES);
      const share = given.share.low === given.share.high ? written : `(${written})`;
      return `${share} × ${withUnit(number(given.maximum), 'points')} ${equals(given.points)} ${writeSpan(given.points, STYLE, 'points')}`;
    }
  }
};

/** Sentences in English. */
export const english: ScoringWording = { language: 'en', rule, step };
