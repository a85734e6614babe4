import { decimal, decimalText, type DecimalText } from '#core/kernel/decimal.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { SumProgress } from './sum-decision.ts';

/**
 * By how much the sum of parts differs from the figure that the whole had of its own: a finding to look into, never a
 * reason to stop. While parts are missing only a sum that is already larger is one.
 */
export const findSumDifference = (
  { accepted, asked, value }: SumProgress,
  own: DataValue | null,
): DecimalText | null => {
  if (value.state !== 'value' || own?.state !== 'value' || own.comparator !== '=') return null;
  const difference = decimal(value.value).minus(own.value);
  const isExpected = difference.isZero() || (accepted < asked && difference.isNegative());
  return isExpected ? null : decimalText(difference);
};
