import { type Decimal, decimal, ZERO } from '#core/kernel/decimal.ts';
import type { DataValue } from './data-value.ts';
import { traceNumber } from './interval.ts';
import type { BoundComparison } from './rule.ts';
import type { NumberSpan, Verdict } from './trace.ts';

/**
 * What a reported number tells: the number, or only a bound of it. Counts and rates are never negative,
 * so "under 52" reaches down to zero; `high` is null when nothing bounds it above.
 */
export interface Quantity {
  readonly low: Decimal;
  readonly lowIncluded: boolean;
  readonly high: Decimal | null;
  readonly highIncluded: boolean;
}

/** A number as it was reported, with what it bounds. */
export type Reported = Extract<DataValue, { state: 'value' }>;

/** Reads a reported number. The value must be decimal text: input is checked before it is stored. */
export const readQuantity = ({ value, comparator }: Reported): Quantity => {
  const number = decimal(value);
  switch (comparator) {
    case '=':
      return { low: number, lowIncluded: true, high: number, highIncluded: true };
    case '<':
    case '<=':
      return { low: ZERO, lowIncluded: true, high: number, highIncluded: comparator === '<=' };
    case '>':
    case '>=':
      return { low: number, lowIncluded: comparator === '>=', high: null, highIncluded: false };
  }
};

/** Whether only one number is meant. */
export const isExactQuantity = (quantity: Quantity): boolean =>
  quantity.high !== null && quantity.low.equals(quantity.high);

/** numerator ÷ denominator × multiplier. The denominator must be above zero. */
export const divideQuantities = (
  numerator: Quantity,
  denominator: Quantity,
  multiplier: Decimal,
): Quantity => {
  const high =
    numerator.high === null || denominator.low.isZero()
      ? null
      : numerator.high.times(multiplier).dividedBy(denominator.low);
  return {
    low: denominator.high === null ? ZERO : numerator.low.times(multiplier).dividedBy(denominator.high),
    lowIncluded: numerator.lowIncluded && denominator.highIncluded,
    high,
    highIncluded: numerator.highIncluded && denominator.lowIncluded,
  };
};

/** Whether the quantity is at least the bound. */
export const isAtLeast = (quantity: Quantity, bound: Decimal): Verdict => {
  if (quantity.low.greaterThanOrEqualTo(bound)) return 'yes';
  if (quantity.high === null || quantity.high.greaterThan(bound)) return 'open';
  return quantity.high.equals(bound) && quantity.highIncluded ? 'open' : 'no';
};

const exceeds = (quantity: Quantity, bound: Decimal): Verdict => {
  if (quantity.low.greaterThan(bound)) return 'yes';
  if (quantity.low.equals(bound) && !quantity.lowIncluded) return 'yes';
  return quantity.high === null || quantity.high.greaterThan(bound) ? 'open' : 'no';
};

/** Whether the quantity reaches the bound, or exceeds it where only that counts. */
export const compareQuantity = (quantity: Quantity, bound: Decimal, comparison: BoundComparison): Verdict =>
  comparison === 'above' ? exceeds(quantity, bound) : isAtLeast(quantity, bound);

/** numerator ÷ denominator − 1, as a growth in the unit of the multiplier. The denominator must be above zero. */
export const growthOf = (numerator: Quantity, denominator: Quantity, multiplier: Decimal): Quantity => {
  const ratio = divideQuantities(numerator, denominator, multiplier);
  return {
    ...ratio,
    low: ratio.low.minus(multiplier),
    high: ratio.high === null ? null : ratio.high.minus(multiplier),
  };
};

/** Text of a quantity for a trace. */
export const quantitySpan = (quantity: Quantity): NumberSpan => ({
  low: traceNumber(quantity.low),
  high: quantity.high === null ? null : traceNumber(quantity.high),
});
