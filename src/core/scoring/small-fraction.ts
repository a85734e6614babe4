/**
 * An exact fraction of whole numbers that a double holds without loss: numerator 0 or more, denominator above 0.
 * Arithmetic that would leave that range gives undefined instead of a rounded number.
 */
export interface SmallFraction {
  readonly numerator: number;
  readonly denominator: number;
}

export const NONE: SmallFraction = { numerator: 0, denominator: 1 };
export const ALL: SmallFraction = { numerator: 1, denominator: 1 };

const MOST_DIGITS = 15;
const LARGEST = Number.MAX_SAFE_INTEGER;
const POINT = 46;
const DIGIT_ZERO = 48;
const DIGIT_NINE = 57;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, places) => 10 ** places);

/** Reads a plain decimal of at most 15 digits without a sign. */
export const readSmallDecimal = (text: string): SmallFraction | undefined => {
  let digits = 0;
  let places = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === POINT && places < 0 && index > 0) places = 0;
    else if (code >= DIGIT_ZERO && code <= DIGIT_NINE) {
      digits = digits * 10 + (code - DIGIT_ZERO);
      if (places >= 0) places += 1;
    } else return undefined;
  }
  const denominator = POWERS[Math.max(places, 0)];
  if (text.length === 0 || text.length > MOST_DIGITS || places === 0 || denominator === undefined)
    return undefined;
  return { numerator: digits, denominator };
};

/** Reads a share: a small decimal, or a fraction such as `1/3`. */
export const readSmallShare = (text: string): SmallFraction | undefined => {
  const slash = text.indexOf('/');
  if (slash < 0) return readSmallDecimal(text);
  const above = readSmallDecimal(text.slice(0, slash));
  const below = readSmallDecimal(text.slice(slash + 1));
  return above && below && divide(above, below);
};

const made = (numerator: number, denominator: number): SmallFraction | undefined =>
  numerator > LARGEST || denominator > LARGEST || denominator === 0 ? undefined : { numerator, denominator };

export const multiply = (one: SmallFraction, other: SmallFraction): SmallFraction | undefined =>
  made(one.numerator * other.numerator, one.denominator * other.denominator);

/** Undefined for a division by zero, too. */
export const divide = (one: SmallFraction, other: SmallFraction): SmallFraction | undefined =>
  made(one.numerator * other.denominator, one.denominator * other.numerator);

export const add = (one: SmallFraction, other: SmallFraction): SmallFraction | undefined =>
  one.denominator === other.denominator
    ? made(one.numerator + other.numerator, one.denominator)
    : made(
        one.numerator * other.denominator + other.numerator * one.denominator,
        one.denominator * other.denominator,
      );

/** Undefined when the other is larger, too. */
export const subtract = (one: SmallFraction, other: SmallFraction): SmallFraction | undefined => {
  const [left, right] = [one.numerator * other.denominator, other.numerator * one.denominator];
  if (left > LARGEST || right > LARGEST || left < right) return undefined;
  return made(left - right, one.denominator * other.denominator);
};

/** Below zero, zero or above it, as one is less than, equal to or greater than the other. */
export const compare = (one: SmallFraction, other: SmallFraction): number | undefined => {
  const [left, right] = [one.numerator * other.denominator, other.numerator * one.denominator];
  return left > LARGEST || right > LARGEST ? undefined : left - right;
};
