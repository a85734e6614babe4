import { Decimal, decimalText, type DecimalText } from '#core/kernel/decimal.ts';
import type { ReadValue } from '#core/plan-reading/reading.ts';

/** The exact decimal that a number in a reading was written as; nothing stays null, never zero. */
export const numberText = (value: number | null | undefined): DecimalText | null =>
  value === undefined || value === null ? null : decimalText(new Decimal(value));

/** A read value as one decimal, or as several (the ends of a range): one of the two is always null. */
export const splitValue = (
  value: ReadValue | undefined,
): { readonly value: DecimalText | null; readonly values: readonly DecimalText[] | null } => {
  if (typeof value === 'number') return { value: numberText(value), values: null };
  if (value === undefined || value === null || value.length === 0) return { value: null, values: null };
  return { value: null, values: value.map((part) => decimalText(new Decimal(part))) };
};
