import { Decimal, ONE, withoutResidue, ZERO } from '#core/kernel/decimal.ts';
import type { TextRange } from './trace.ts';

/** A span of exact numbers, low ≤ high; both ends are equal when the number is known. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
  /** Said beforehand by those whose ends are not written out yet. */
  readonly isExact?: boolean;
}

export const NOTHING: Interval = { low: ZERO, high: ZERO };
export const WHOLE: Interval = { low: ONE, high: ONE };
/** From no points to all of them. */
export const OPEN: Interval = { low: ZERO, high: ONE };

/** The interval of one known number. */
export const exactly = (value: Decimal): Interval => ({ low: value, high: value });

// Both ends of a known number are most often the very same object.
export const isExact = (interval: Interval): boolean =>
  interval.isExact ?? (interval.low === interval.high || interval.low.equals(interval.high));

export const scale = (interval: Interval, factor: Decimal): Interval => {
  const low = interval.low.times(factor);
  return { low, high: isExact(interval) ? low : interval.high.times(factor) };
};

/** Adds up bound by bound. The sum of nothing is zero. */
export const addIntervals = (intervals: readonly Interval[]): Interval => {
  let [low, high] = [ZERO, ZERO];
  for (const interval of intervals) {
    const wasExact = low === high;
    low = low.plus(interval.low);
    high = wasExact && interval.low === interval.high ? low : high.plus(interval.high);
  }
  return { low, high };
};

/** The smallest interval that holds all of them. The envelope of nothing is open. */
export const envelope = (intervals: readonly Interval[]): Interval => {
  const [first, ...others] = intervals;
  if (!first) return OPEN;
  return others.reduce(
    (span, next) => ({
      low: next.low.lessThan(span.low) ? next.low : span.low,
      high: next.high.greaterThan(span.high) ? next.high : span.high,
    }),
    first,
  );
};

const TEXT_PLACES = 12;

/**
 * Text of a number for a trace: exact where the expansion ends within twelve decimals, otherwise cut there.
 * Cut, not rounded: what lies below a threshold must not seem to reach it.
 */
export const traceNumber = (value: Decimal): string =>
  withoutResidue(value).toDecimalPlaces(TEXT_PLACES, Decimal.ROUND_DOWN).toFixed();

/** Text of an interval for a trace. */
export const traceRange = (interval: Interval): TextRange => {
  const low = traceNumber(interval.low);
  return { low, high: isExact(interval) ? low : traceNumber(interval.high) };
};
