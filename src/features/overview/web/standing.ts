import type { IndexOverview } from '#features/index-score/contract.ts';
import type { Format } from '#web/i18n/format.ts';

/** What the title says of the index, with figures already in the reader's form. */
export interface Standing {
  readonly year: string;
  readonly points: string;
  readonly missing: string | null;
  readonly goal: string | null;
  readonly forecast: string | null;
}

const isAboveZero = (points: string): boolean => !points.startsWith('-') && /[1-9]/.test(points);

/** What is missing to the goal at best and at worst; nothing once the worst case reaches it. */
const missingInWords = (missing: IndexOverview['missingToGoal'], format: Format): string | null => {
  if (missing === null || !isAboveZero(missing.high)) return null;
  return format.pointsRange(isAboveZero(missing.low) ? missing.low : '0', missing.high);
};

/** Reads the finding of the first page out of the index. */
export const buildStanding = (index: IndexOverview, format: Format): Standing => ({
  year: String(index.year),
  points: format.pointsRange(index.points.low, index.points.high),
  missing: missingInWords(index.missingToGoal, format),
  goal: index.goal && format.number(index.goal.points),
  forecast: index.forecast && format.points(index.forecast.points),
});

/** By how much the forecast lies above all that the rules can give; null when it does not. */
export const findUnsupported = (beyond: string | null): string | null =>
  beyond !== null && isAboveZero(beyond) ? beyond : null;
