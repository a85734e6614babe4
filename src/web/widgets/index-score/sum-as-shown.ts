import type { PointsRange } from '#contract/scoring.ts';

// Two decimals, as points are shown: whole hundredths add up without an error.
const hundredths = (points: string): number => Math.round(Number(points) * 100);

/** Whether points as shown add up to the total as shown. The total is rounded once, so they may miss it by a hundredth. */
export const addsUpAsShown = (parts: readonly PointsRange[], total: PointsRange): boolean =>
  (['low', 'high'] as const).every(
    (bound) => parts.reduce((sum, part) => sum + hundredths(part[bound]), 0) === hundredths(total[bound]),
  );
