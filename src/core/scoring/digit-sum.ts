const LIMB_DIGITS = 5;
const LIMB = 10 ** LIMB_DIGITS;
// Nine limbs after the point are the 45 places within which official figures are told apart; the tenth guards the last.
const LIMBS = 10;
const GUARD = LIMBS;
/** Below it a remainder and the five digits behind it are a whole number that a double holds. */
const LARGEST_DENOMINATOR = Math.floor(Number.MAX_SAFE_INTEGER / LIMB);
const MOST_PLACES = 40;

/** A sum in whole numbers: what stands before the point, then ten times five digits, not carried over until it is read. */
export type DigitSum = number[];

export const startSum = (): DigitSum => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/**
 * Adds a fraction by long division, as one does on paper. False, and nothing added, where its denominator is too large. Each
 * is cut behind the last limb: thousands of them leave the 45 places as they are.
 */
export const addFraction = (sum: DigitSum, numerator: number, denominator: number): boolean => {
  if (denominator > LARGEST_DENOMINATOR) return false;
  let digits = Math.floor(numerator / denominator);
  let rest = numerator - digits * denominator;
  sum[0] = (sum[0] ?? 0) + digits;
  for (let limb = 1; limb <= LIMBS && rest > 0; limb += 1) {
    const scaled = rest * LIMB;
    // Both are whole and below 2^53, where the quotient of doubles never rounds up to the next whole number.
    digits = Math.floor(scaled / denominator);
    rest = scaled - digits * denominator;
    sum[limb] = (sum[limb] ?? 0) + digits;
  }
  return true;
};

/** Adds so much at a limb and carries over what it can't hold. */
const addAt = (sum: DigitSum, from: number, amount: number): void => {
  let carried = amount;
  for (let limb = from; limb > 0; limb -= 1) {
    const digits = (sum[limb] ?? 0) + carried;
    carried = Math.floor(digits / LIMB);
    sum[limb] = digits - carried * LIMB;
  }
  sum[0] = (sum[0] ?? 0) + carried;
};

const CHUNK_DIGITS = 7;
const CHUNK = 10 ** CHUNK_DIGITS;
const LARGEST_OF_CHUNKS = Math.floor(Number.MAX_SAFE_INTEGER / CHUNK);
const ZEROS = Array.from({ length: 2 * CHUNK_DIGITS + 1 }, (_, places) => '0'.repeat(places));
const POWERS = Array.from({ length: CHUNK_DIGITS + 1 }, (_, digits) => 10 ** digits);

/** So many digits with the zeros before them, `scale` being ten to their number. */
const writeDigits = (digits: number, scale: number): string => String(scale + digits).slice(1);

/**
 * A fraction as it is published, half up at 1 to 14 places, in two steps of long division. Undefined for other places, and for
 * denominators that are too large. A fraction of such a size is never so near to a half that the 45th place would matter.
 */
export const publishFraction = (
  numerator: number,
  denominator: number,
  places: number,
): string | undefined => {
  if (places < 1 || places > 2 * CHUNK_DIGITS || denominator > LARGEST_OF_CHUNKS) return undefined;
  let whole = Math.floor(numerator / denominator);
  const rest = numerator - whole * denominator;
  if (rest === 0) return `${String(whole)}.${ZEROS[places] ?? ''}`;
  const firstScale = POWERS[Math.min(places, CHUNK_DIGITS)] ?? 1;
  const secondScale = POWERS[Math.max(places - CHUNK_DIGITS, 0)] ?? 1;
  let first = Math.floor((rest * firstScale) / denominator);
  const behind = (rest * firstScale - first * denominator) * secondScale;
  let second = Math.floor(behind / denominator);
  if (2 * (behind - second * denominator) >= denominator) second += 1;
  if (second === secondScale) [first, second] = [first + 1, 0];
  if (first === firstScale) [whole, first] = [whole + 1, 0];
  const text = `${String(whole)}.${writeDigits(first, firstScale)}`;
  return secondScale === 1 ? text : text + writeDigits(second, secondScale);
};

const writeLimb = (digits: number): string => writeDigits(digits, LIMB);

/**
 * The sum as it is published: half up at so many places, after what is left over behind the 45th is gone, as `publish` does.
 * The sum is of no use afterwards. Undefined for more places than it can tell.
 */
export const publishSum = (sum: DigitSum, places: number): string | undefined => {
  if (places > MOST_PLACES) return undefined;
  addAt(sum, GUARD, LIMB / 2);
  sum[GUARD] = 0;
  const cut = Math.floor(places / LIMB_DIGITS);
  const kept = places - cut * LIMB_DIGITS;
  addAt(sum, cut + 1, 5 * 10 ** (LIMB_DIGITS - kept - 1));
  if (places === 0) return String(sum[0]);
  let text = `${String(sum[0])}.`;
  for (let limb = 1; limb <= cut; limb += 1) text += writeLimb(sum[limb] ?? 0);
  return kept === 0 ? text : text + writeLimb(sum[cut + 1] ?? 0).slice(0, kept);
};
