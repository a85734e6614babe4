import type { DecimalText } from '#core/kernel/decimal.ts';
import type { Comparator } from '#core/plan/plan-item.ts';
import type { Format } from '#web/i18n/format.ts';
import type { PlanItemWords } from './messages.ts';

/** A value as a document sets it: one number, several, the two ends of a range, or words alone. */
export interface Measure {
  readonly comparator: Comparator | null;
  readonly value: DecimalText | null;
  readonly values: readonly DecimalText[] | null;
  readonly unit: string | null;
}

const numbersOf = (measure: Measure, format: Format, words: PlanItemWords): string | undefined => {
  if (measure.value !== null) return format.number(measure.value);
  const numbers = measure.values?.map((value) => format.number(value)) ?? [];
  const [low, high] = numbers;
  if (low === undefined) return undefined;
  if (measure.comparator === 'range' && high !== undefined) return words.range(low, high);
  return numbers.join('; ');
};

/** The value without its unit, for a column of a table: `≥ 80`; undefined when there is no number. */
export const findShortMeasure = (
  measure: Measure,
  format: Format,
  words: PlanItemWords,
): string | undefined => {
  const numbers = numbersOf(measure, format, words);
  if (numbers === undefined) return undefined;
  const sign = measure.comparator === null ? '' : words.signs[measure.comparator];
  return `${sign} ${numbers}`.trim();
};

/** The value with its unit, for a sentence or a fact: `tối thiểu 80 %`; undefined when there is no number. */
export const findFullMeasure = (
  measure: Measure,
  format: Format,
  words: PlanItemWords,
): string | undefined => {
  const numbers = numbersOf(measure, format, words);
  if (numbers === undefined) return undefined;
  const comparator =
    measure.comparator === null || measure.comparator === '=' ? '' : words.comparators[measure.comparator];
  return `${comparator} ${withUnit(numbers, measure.unit)}`.trim();
};

const THIN_SPACE = '\u202f';

/** A number with its unit behind it; `%` stands after a thin space. */
export const withUnit = (number: string, unit: string | null): string => {
  if (unit === null) return number;
  return unit.startsWith('%') ? `${number}${THIN_SPACE}${unit}` : `${number} ${unit}`;
};
