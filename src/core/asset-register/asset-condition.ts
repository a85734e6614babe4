import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { AssetValues } from './asset-values.ts';

/** What an entry must fulfil to count. */
export type AssetCondition =
  | { readonly kind: 'all'; readonly of: readonly AssetCondition[] }
  | { readonly kind: 'any'; readonly of: readonly AssetCondition[] }
  | { readonly kind: 'is-one-of'; readonly field: string; readonly values: readonly string[] }
  /** The day is not later than the day asked about. */
  | { readonly kind: 'by-day'; readonly field: string }
  /** A day of the log lies in the year of the day asked about, and not after it. */
  | { readonly kind: 'within-year'; readonly field: string };

/** Whether something holds; `unknown` where a blank leaves it open. */
export type Verdict = 'yes' | 'no' | 'unknown';

const verdict = (holds: boolean): Verdict => (holds ? 'yes' : 'no');

const decideAll = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
};

const decideAny = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes('yes')) return 'yes';
  return verdicts.includes('unknown') ? 'unknown' : 'no';
};

/**
 * Decides a condition for an entry as of a day, in the three-valued logic of Kleene: a blank is not a "no". A log without
 * days says that nothing has happened.
 */
export const decideCondition = (condition: AssetCondition, values: AssetValues, day: PlainDate): Verdict => {
  switch (condition.kind) {
    case 'all':
      return decideAll(condition.of.map((part) => decideCondition(part, values, day)));
    case 'any':
      return decideAny(condition.of.map((part) => decideCondition(part, values, day)));
    case 'is-one-of': {
      const value = values[condition.field];
      return typeof value === 'string' ? verdict(condition.values.includes(value)) : 'unknown';
    }
    case 'by-day': {
      const value = values[condition.field];
      return typeof value === 'string' ? verdict(value <= day) : 'unknown';
    }
    case 'within-year': {
      const days = [values[condition.field] ?? []].flat();
      return verdict(days.some((one) => one.slice(0, 4) === day.slice(0, 4) && one <= day));
    }
  }
};

/** The fields that a condition asks about. */
export const listConditionFields = (condition: AssetCondition): readonly string[] =>
  'of' in condition ? condition.of.flatMap(listConditionFields) : [condition.field];
