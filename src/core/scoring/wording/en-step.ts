import type { DataValue } from '#core/scoring/data-value.ts';
import type { NumberSpan, TextRange, TraceStep } from '#core/scoring/trace.ts';
import { number, ofMaximum, STYLE } from './en-terms.ts';
import { isCut, placesBeside, withUnit, writeShare, writeSpan } from './number-wording.ts';
import type { WordingNames } from './scoring-wording.ts';

const SHARE_PLACES = 6;

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

const GIVEN_BY = {
  survey: 'Score of the survey',
  external: 'Score as published',
  manual: 'Score of the appraisal council',
} as const;

const NOT_APPLICABLE = {
  zero: 'Does not apply to the unit: no points',
  full: 'Does not apply to the unit: the maximum',
  excluded: 'Does not apply to the unit: not counted; the rest of the group is scaled to its maximum',
  redistributed:
    'Does not apply to the unit: not counted; its points go to the rest of the group in equal parts',
} as const;

const ZERO_DENOMINATOR = {
  zero: 'The denominator is zero: no points',
  full: 'The denominator is zero: the maximum',
  'no-data': 'The denominator is zero: there is no rate',
  'not-applicable': 'The denominator is zero: it does not apply to the unit',
} as const;

const shareSpan = (share: TextRange): string =>
  share.low === share.high
    ? ofMaximum(share.low)
    : `from ${ofMaximum(share.low)} to ${ofMaximum(share.high)}`;

/** Where a value lies: from which bound on, up to which. */
const place = (given: Extract<TraceStep, { kind: 'in-band' | 'on-line' }>): string => {
  const unit = given.unit?.en ?? '';
  const value = writeSpan(given.value, STYLE, unit, placesBeside(given.value.low, given.to ?? given.from));
  const from = withUnit(number(given.from), unit);
  const start = given.fromIncluded ? `from ${from}` : `over ${from}`;
  return given.to === null
    ? `${value}, ${start} on`
    : `${value}, ${start} to ${withUnit(number(given.to), unit)}`;
};

/** One step of the arithmetic as a line. */
export const step = (given: TraceStep, names: WordingNames): string => {
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
    case 'growth': {
      const times = given.multiplier === '1' ? '' : ` × ${number(given.multiplier)}`;
      return `(${writeSpan(given.current, STYLE)} ÷ ${writeSpan(given.previous, STYLE)} − 1)${times} ${equals(given.result)} ${writeSpan(given.result, STYLE, given.unit.en)}`;
    }
    case 'in-band':
      return `${place(given)}: earns ${shareSpan(given.share)}`;
    case 'on-line':
      return `${place(given)}: in proportion ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'counted-share':
      return `${writeSpan(given.count, STYLE)} × ${writeShare(given.shareEach, STYLE)}, no more than 1 ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'share-of-best': {
      const best = withUnit(number(given.best), given.unit.en);
      return `${writeSpan(given.value, STYLE, given.unit.en)} ÷ ${best} (the best of the league) ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    }
    case 'no-league':
      return 'There are no figures of others to compare with';
    case 'given-score':
      return `${GIVEN_BY[given.by]} (${given.source.en}): ${writeSpan(given.score, STYLE)} ÷ ${number(given.outOf)} ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'mean':
      return `The mean of ${String(given.units)} former units ${equals(given.mean)} ${writeSpan(given.mean, STYLE)}; divided by ${number(given.outOf)} ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'best-of':
      return `The case that gives most: ${shareSpan(given.share)}`;
    case 'adjustment': {
      const verb = given.direction === 'bonus' ? 'adds' : 'takes off';
      const count =
        given.count === null
          ? given.share.low === given.share.high
            ? 'none'
            : 'not reported'
          : `${writeSpan(given.count, STYLE)} × ${writeShare(given.shareEach, STYLE)}, no more than ${writeShare(given.cap, STYLE)}`;
      return `${given.name.en}: ${count}; ${verb} ${shareSpan(given.share)}`;
    }
    case 'adjusted':
      return `With what is added and taken off (from 0 to 1): ${writeSpan(given.before, STYLE, '', SHARE_PLACES)} → ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'rebased':
      return `Only ${String(given.parts)} of ${String(given.of)} parts apply to the unit: scaled to the maximum`;
    case 'blank-is-zero':
      return 'No data: no points';
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
      return NOT_APPLICABLE[given.policy];
    case 'zero-denominator':
      return ZERO_DENOMINATOR[given.policy];
    case 'points': {
      const written = writeSpan(given.share, STYLE, '', SHARE_PLACES);
      const share = given.share.low === given.share.high ? written : `(${written})`;
      return `${share} × ${withUnit(number(given.maximum), 'points')} ${equals(given.points)} ${writeSpan(given.points, STYLE, 'points')}`;
    }
  }
};
