import { decimal, decimalText, sum } from '#core/kernel/decimal.ts';
import { BLANK, NOT_APPLICABLE, reported, type DataValue } from '#core/scoring/data-value.ts';

/** The figure of the whole with what it rests on. */
export interface PartsSum {
  readonly value: DataValue;
  /** How many parts gave a number, left it blank, or are not concerned. */
  readonly counted: number;
  readonly blank: number;
  readonly notApplicable: number;
}

/**
 * Adds the parts that organizations gave, exactly. Blank parts are left out and counted, so that a sum with gaps is known
 * as one; the whole is not applicable only where no part is, and blank where none gave a number.
 * Numerators and denominators are added one by one: the province's rate is that of the sums, never a mean of rates.
 */
export const sumParts = (parts: readonly DataValue[]): PartsSum => {
  const numbers = parts.flatMap((part) => (part.state === 'value' ? [decimal(part.value)] : []));
  const count = (state: DataValue['state']): number => parts.filter((part) => part.state === state).length;
  const counts = {
    counted: numbers.length,
    blank: count('blank'),
    notApplicable: count('not-applicable'),
  };
  if (numbers.length > 0) return { ...counts, value: reported(decimalText(sum(numbers))) };
  return { ...counts, value: counts.notApplicable > 0 && counts.blank === 0 ? NOT_APPLICABLE : BLANK };
};
