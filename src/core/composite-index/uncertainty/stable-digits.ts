import type { Estimate } from './sensitivity-indices.ts';

/** What may be printed of an estimate: one number whose every digit is stable, or the span it lies in. */
export type Printable =
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'span'; readonly low: number; readonly high: number; readonly decimals: number };

const MOST_DECIMALS = 6;

const roundTo = (value: number, decimals: number): number => {
  const rounded = Math.round(value * 10 ** decimals) / 10 ** decimals;
  // Of a small negative number nothing may be left: there is no "-0.0".
  return rounded === 0 ? 0 : rounded;
};

/**
 * As many decimals as both ends of the interval share when they are rounded. Where not even the first decimal is shared, the
 * span itself, widened to two decimals: a digit that another sample would change is not printed.
 */
export const stableDigits = ({ value, low, high }: Estimate): Printable => {
  for (let decimals = MOST_DECIMALS; decimals >= 1; decimals -= 1) {
    const rounded = roundTo(value, decimals);
    if (roundTo(low, decimals) === rounded && roundTo(high, decimals) === rounded) {
      return { kind: 'number', value: rounded, decimals };
    }
  }
  const widened = { low: Math.floor(low * 100) / 100, high: Math.ceil(high * 100) / 100 };
  return { kind: 'span', ...widened, decimals: 2 };
};
