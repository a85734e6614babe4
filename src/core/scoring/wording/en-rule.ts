import type { Adjustment, BandsRule, CountTiersRule, Rule } from '#core/scoring/rule.ts';
import { fromBound, inUnit, number, ofMaximum } from './en-terms.ts';
import { withUnit } from './number-wording.ts';
import type { WordingNames } from './scoring-wording.ts';

const level = (rule: Extract<Rule, { kind: 'level' }>, names: WordingNames): string => {
  const parts = rule.levels.map(
    ({ code, share }) =>
      `${names.level(rule.item, code)}: ${share === null ? 'points unknown' : ofMaximum(share)}`,
  );
  return `By level: ${parts.join('; ')}.`;
};

const countTiers = (given: CountTiersRule, names: WordingNames): string => {
  const tiers = given.tiers
    .toReversed()
    .map(
      ({ from, share }) =>
        `${withUnit(number(from), names.unit(given.count))} or more earn ${ofMaximum(share)}`,
    );
  return `By count (${names.item(given.count)}): ${tiers.join('; ')}; fewer earn no points.`;
};

const bands = (given: BandsRule): string => {
  const parts = given.bands
    .toReversed()
    .map(
      ({ from, share }) =>
        `${fromBound(inUnit(from, given.measure), given.comparison)} earns ${ofMaximum(share)}`,
    );
  return `By range: ${parts.join('; ')}; less earns no points.`;
};

const adjustment = (given: Adjustment): string =>
  `${given.direction === 'bonus' ? 'Added' : 'Taken off'} for each (${given.name.en}): ${ofMaximum(given.shareEach)}, no more than ${ofMaximum(given.cap)}.`;

/** The rule as a sentence. */
export const rule = (given: Rule, names: WordingNames): string => {
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
      if (given.thresholdIs === 'exact' && given.comparison === 'above') {
        return `More than ${threshold} earns the maximum; ${threshold} or less earns no points.`;
      }
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
    case 'count-tiers':
      return countTiers(given, names);
    case 'count-capped':
      return `${names.item(given.count)}: each earns ${ofMaximum(given.shareEach)}, together no more than the maximum.`;
    case 'ratio-with-floor':
      return `From ${fromBound(inUnit(given.floor, given.measure), given.comparison)} on, the result divided by ${inUnit(given.measure.multiplier, given.measure)}, times the maximum; less earns no points.`;
    case 'bands':
      return bands(given);
    case 'piecewise-linear':
      return `Between fixed points in proportion: ${given.points
        .map(({ at, share }) => `${inUnit(at, given.measure)} earns ${ofMaximum(share)}`)
        .join('; ')}.`;
    case 'normalised-to-best':
      return 'The result divided by the best of those ranked together, times the maximum.';
    case 'survey':
      return `By survey (${given.source.en}): its score divided by ${number(given.outOf)}, times the maximum.`;
    case 'external':
      return `As published elsewhere (${given.source.en}): that score divided by ${number(given.outOf)}, times the maximum.`;
    case 'manual':
      return `Decided by the appraisal council (${given.source.en}): its score divided by ${number(given.outOf)}, times the maximum.`;
    case 'derived-mean':
      return 'A merged unit: the mean of the scores of the former units.';
    case 'best-of':
      return `The case that gives most counts. ${given.cases
        .map((part) => `${part.name.en} (at most ${ofMaximum(part.share)}): ${rule(part.rule, names)}`)
        .join(' ')}`;
    case 'adjusted':
      return `${rule(given.base, names)} ${given.adjustments.map(adjustment).join(' ')}`;
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
