import type { PublishedChange } from '#features/score-snapshot/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { SnapshotWords } from './messages.ts';

type Range = PublishedChange['difference'];

/** Whether the points of either bound moved. */
export const hasMoved = ({ difference }: Pick<PublishedChange, 'difference'>): boolean =>
  /[1-9]/.test(difference.low) || /[1-9]/.test(difference.high);

/** A change of points with its sign: one figure, or both ends when the bounds moved differently. */
export const describeDifference = ({ low, high }: Range, format: Format, words: SnapshotWords): string => {
  const [from, to] = [format.signedPoints(low), format.signedPoints(high)];
  return from === to ? from : words.differenceRange(from, to);
};

/** Points as published, or a dash where a version lacks the component. */
export const describePoints = (points: Range | null, format: Format): string =>
  points === null ? '–' : format.pointsRange(points.low, points.high);
