/** A sum in doubles, and how many numbers it has been rounded for at most. */
export interface NearSum {
  total: number;
  addends: number;
}

// Reading a fraction rounds three times, adding it once: four halves of a last place for each number, and as much again for safety.
const LOSS = 4 * Number.EPSILON;
const MOST_PLACES = 7;
const LARGEST = 1e12;
const SCALES = Array.from({ length: MOST_PLACES + 1 }, (_, places) => 10 ** places);

/**
 * A sum of numbers that are not below zero as it is published, half up at 1 to 7 places, where all that rounding in doubles may have
 * changed leaves those digits as they are. Undefined otherwise: then exact digits must tell.
 */
export const publishNear = ({ total, addends }: NearSum, places: number): string | undefined => {
  const scale = SCALES[places];
  if (scale === undefined || places < 1) return undefined;
  const scaled = total * scale;
  if (!(scaled < LARGEST)) return undefined;
  const digits = Math.floor(scaled + 0.5);
  const behind = scaled + 0.5 - digits;
  const loss = (scaled + 1) * (addends + 1) * LOSS;
  if (behind <= loss || behind >= 1 - loss) return undefined;
  const whole = Math.floor(digits / scale);
  return `${String(whole)}.${String(scale + digits - whole * scale).slice(1)}`;
};
