import type { PointsRange } from '#contract/scoring.ts';
import type { Format } from '#web/i18n/format.ts';

/** What is missing to a mark, or by how much the points are above it. */
export const describeMissing = (
  { low, high }: PointsRange,
  format: Format,
  above: (points: string) => string,
): string => {
  const minus = (text: string): string => text.replace(/^-/, '');
  if (high.startsWith('-')) return above(format.pointsRange(minus(high), minus(low)));
  return format.pointsRange(low, high);
};
