import { compareScores, type PointsChange } from '#core/scoring/compare-scores.ts';
import type { IndexScore } from '#core/scoring/evaluate.ts';
import { addIntervals, type Interval } from '#core/scoring/interval.ts';

/** What one component indicator gains or loses. */
export interface Gain {
  readonly code: string;
  readonly change: PointsChange;
}

/** The way from one total to another, indicator by indicator. */
export interface Gains {
  readonly total: PointsChange;
  /** The largest certain gain first, then by what is possible, then in the order of the framework. */
  readonly steps: readonly Gain[];
  /** What the indicators do not explain: nothing that is published unless the framework rounds on the way up. */
  readonly remainder: Interval;
}

/** Lists what each indicator adds to the difference of two scores. */
export const listGains = (before: IndexScore, after: IndexScore): Gains => {
  const { total, components } = compareScores(before, after);
  const steps = components
    .filter(({ code }) => after.byCode.get(code)?.component.kind === 'indicator')
    .toSorted(
      (one, other) =>
        other.change.difference.low.comparedTo(one.change.difference.low) ||
        other.change.difference.high.comparedTo(one.change.difference.high),
    );
  const explained = addIntervals(steps.map(({ change }) => change.difference));
  return {
    total,
    steps,
    remainder: {
      low: total.difference.low.minus(explained.low),
      high: total.difference.high.minus(explained.high),
    },
  };
};
