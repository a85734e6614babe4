import type { PublishedChange } from '#features/score-snapshot/contract.ts';
import type { Format } from '#web/i18n/format.ts';

type Range = PublishedChange['difference'];

/** Whether the points of either bound moved. */
export const hasMoved = ({ difference }: Pick<PublishedChange, 'difference'>): boolean =>
  /[1-9]/.test(difference.low) || /[1-9]/.test(difference.high);

/** Points as published, or a dash where a version lacks the component. */
export const describePoints = (points: Range | null, format: Format): string =>
  points === null ? '–' : format.pointsRange(points.low, points.high);
