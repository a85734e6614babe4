import type { PointsRange } from '#contract/scoring.ts';
import type { Format } from '#web/i18n/format.ts';
import type { ScenarioWords } from './messages.ts';

/** Whether nothing of a difference is left where it is published. */
export const isNothing = ({ low, high }: PointsRange): boolean => !/[1-9]/.test(low) && !/[1-9]/.test(high);

/** A difference with its sign: one figure, or both ends when the bounds moved differently. */
export const describeDifference = (
  { low, high }: PointsRange,
  format: Format,
  words: Pick<ScenarioWords, 'differenceRange'>,
): string => {
  const [from, to] = [format.signedPoints(low), format.signedPoints(high)];
  return from === to ? from : words.differenceRange(from, to);
};

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
