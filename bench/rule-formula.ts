import type { DataValue } from '#core/scoring/data-value.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import type { LevelRule, RatioMeasure, Rule } from '#core/scoring/rule.ts';

/** How another program writes what rules need. */
export interface FormulaSyntax {
  /** The value of an item: a number; yes is 1 and no is 0; a level is its place among the levels. */
  readonly value: (item: string) => string;
  readonly choose: (condition: string, then: string, otherwise: string) => string;
  readonly least: (values: readonly string[]) => string;
  readonly most: (values: readonly string[]) => string;
}

/** The lowest and the highest share of the points that a rule gives, as formulas; both are the same when it is exact. */
export interface RuleFormulas {
  readonly low: string;
  readonly high: string;
}

const exactly = (formula: string): RuleFormulas => ({ low: formula, high: formula });

const measureOf = ({ fraction, rate, multiplier }: RatioMeasure, { value }: FormulaSyntax): string =>
  fraction
    ? `${value(fraction.numerator)} / ${value(fraction.denominator)} * ${multiplier}`
    : value(rate ?? '');

const shareOfLevel = (rule: LevelRule, { value, choose }: FormulaSyntax): string =>
  rule.levels.reduceRight(
    (otherwise, { share }, place) =>
      choose(`${value(rule.item)} = ${String(place)}`, share ?? '0', otherwise),
    '0',
  );

const addUp = (
  parts: readonly { readonly share: string; readonly rule: Rule }[],
  syntax: FormulaSyntax,
): RuleFormulas => {
  const written = parts.map(({ share, rule }) => ({ share, formulas: writeRule(rule, syntax) }));
  const sum = (bound: keyof RuleFormulas) =>
    written.map(({ share, formulas }) => `(${share}) * (${formulas[bound]})`).join(' + ');
  return { low: sum('low'), high: sum('high') };
};

/** Writes a rule of decision 405 as formulas of another program. Throws on shapes that it has not. */
export const writeRule = (rule: Rule, syntax: FormulaSyntax): RuleFormulas => {
  const { value, choose, least, most } = syntax;
  switch (rule.kind) {
    case 'boolean':
      return exactly(value(rule.item));
    case 'level':
      return exactly(shareOfLevel(rule, syntax));
    case 'count-step': {
      const byCount = choose(`${value(rule.count)} >= ${rule.fullFrom}`, '1', rule.shareBelow);
      return exactly(rule.requires === null ? byCount : choose(`${value(rule.requires)} = 1`, byCount, '0'));
    }
    case 'ratio':
      return exactly(least(['1', `${measureOf(rule.measure, syntax)} / ${rule.measure.multiplier}`]));
    case 'ratio-to-threshold':
      return exactly(least(['1', `${measureOf(rule.measure, syntax)} / ${rule.threshold}`]));
    case 'step-threshold': {
      const isReached = `${measureOf(rule.measure, syntax)} >= ${rule.threshold}`;
      const low = choose(isReached, '1', '0');
      return { low, high: rule.thresholdIs === 'at-most' ? '1' : low };
    }
    case 'checklist':
      return addUp(
        rule.parts.map(({ item, share }) => ({ share, rule: { kind: 'boolean', item } })),
        syntax,
      );
    case 'checklist-share':
      return exactly(least(['1', `${value(rule.done)} / ${rule.listLength}`]));
    case 'composite':
      return addUp(rule.parts, syntax);
    case 'unknown': {
      const written = rule.candidates.map((candidate) => writeRule(candidate.rule, syntax));
      return { low: least(written.map(({ low }) => low)), high: most(written.map(({ high }) => high)) };
    }
    case 'count-tiers':
    case 'count-capped':
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
    case 'normalised-to-best':
    case 'survey':
    case 'external':
    case 'manual':
    case 'derived-mean':
    case 'best-of':
    case 'adjusted':
      throw new Error(`No formula for a rule of kind ${rule.kind}`);
  }
};

/** What a value is for the other program: see `FormulaSyntax`. */
export const numberOf = (framework: Framework, item: string, value: DataValue): string => {
  if (value.state !== 'value') throw new Error(`${item} has no value`);
  if (value.value === 'yes') return '1';
  if (value.value === 'no') return '0';
  const found = findDataItem(framework, item);
  if (found?.kind !== 'level') return value.value;
  return String(found.levels.findIndex(({ code }) => code === value.value));
};
