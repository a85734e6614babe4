import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Exact decimal arithmetic for official figures.
 * 60 significant digits, so that a share such as 145/226 times its points is rounded once, where it is published.
 */
export const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 60,
});
export type Decimal = DecimalJs;

/** A decimal as it travels and is stored: `-12.5`, `0`, `596.03`. No exponent, no thousands separator. */
export type DecimalText = string;

const DECIMAL_TEXT = /^-?\d{1,30}(\.\d{1,30})?$/;

/** Tells whether the text is a plain decimal of at most 30 digits on each side of the point. */
export const isDecimalText = (text: string): text is DecimalText => DECIMAL_TEXT.test(text);

/** Reads a decimal from its text or from a whole number. Throws on anything else: parse input before. */
export const decimal = (value: DecimalText | number | Decimal): Decimal => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`Not a whole number, pass decimals as text: ${String(value)}`);
  }
  return new Decimal(value);
};

export const ZERO = decimal(0);
export const ONE = decimal(1);

/**
 * How a framework rounds. `half-up` rounds 0.5 away from zero, as Vietnamese administrative practice does;
 * `ieee-nearest` rounds the binary number that stands for the decimal, to the nearer of its two neighbours
 * and to the even one between them, as `round()` of R 4 does.
 */
export const ROUNDING_MODES = ['half-up', 'half-even', 'half-down', 'ieee-nearest'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];
export interface RoundingPolicy {
  readonly places: number;
  readonly mode: RoundingMode;
}

const JS_ROUNDING = {
  'half-up': DecimalJs.ROUND_HALF_UP,
  'half-even': DecimalJs.ROUND_HALF_EVEN,
  'half-down': DecimalJs.ROUND_HALF_DOWN,
} as const satisfies Record<Exclude<RoundingMode, 'ieee-nearest'>, DecimalJs.Rounding>;

const GUARD_PLACES = 45;

/**
 * Drops what the last of the 60 digits leaves over: three times a third is one again, and a half is a half,
 * so that what is rounded or compared is what a fraction would give.
 */
export const withoutResidue = (value: Decimal): Decimal => value.toDecimalPlaces(GUARD_PLACES);

/** As R 4 rounds: both candidates and their distances are binary numbers. */
const roundNearest = (value: Decimal, places: number): Decimal => {
  const below = value.toDecimalPlaces(places, DecimalJs.ROUND_FLOOR);
  const above = value.toDecimalPlaces(places, DecimalJs.ROUND_CEIL);
  const [number, down, up] = [value.toNumber(), below.toNumber(), above.toNumber()];
  const [toDown, toUp] = [number - down, up - number];
  if (toDown !== toUp) return toDown < toUp ? below : above;
  return below.times(decimal(10).pow(places)).modulo(2).isZero() ? below : above;
};

const round = (value: Decimal, { places, mode }: RoundingPolicy): Decimal =>
  mode === 'ieee-nearest' ? roundNearest(value, places) : value.toDecimalPlaces(places, JS_ROUNDING[mode]);

/** Rounds once, at the edge, to the text that is published: always the stated number of places. */
export const publish = (value: Decimal, policy: RoundingPolicy): DecimalText => {
  const rounded = round(withoutResidue(value), policy);
  // Of a small negative number nothing may be left: there is no "-0.00".
  return (rounded.isZero() ? ZERO : rounded).toFixed(policy.places);
};

/** The exact text of a decimal, without an exponent and without trailing zeros. */
export const decimalText = (value: Decimal): DecimalText => value.toFixed();

/** Adds up exactly. The sum of nothing is zero. */
export const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, value) => total.plus(value), ZERO);
