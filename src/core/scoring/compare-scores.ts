import { type IndexScore, listScored } from './evaluate.ts';
import { exactly, type Interval } from './interval.ts';
import { areSurelySame } from './unwritten-points.ts';
import { ZERO } from '#core/kernel/decimal.ts';

/** Points before and after, and after minus before bound by bound. */
export interface PointsChange {
  readonly before: Interval;
  readonly after: Interval;
  readonly difference: Interval;
}

/** What differs between two scorings of the same framework. */
export interface ScoreComparison {
  readonly total: PointsChange;
  /** Every node whose points changed, groups before their children. */
  readonly components: readonly { readonly code: string; readonly change: PointsChange }[];
}

const changeOf = (before: Interval, after: Interval): PointsChange => ({
  before,
  after,
  difference: { low: after.low.minus(before.low), high: after.high.minus(before.high) },
});

/** The difference between two scorings that need not have the same components: one that is missing counts nothing. */
export const compareAcross = (
  before: IndexScore,
  after: IndexScore,
  codes: readonly string[],
): ScoreComparison => {
  const nothing = exactly(ZERO);
  return {
    total: changeOf(before.points, after.points),
    components: codes.flatMap((code) => {
      const was = before.byCode.get(code)?.points ?? nothing;
      const is = after.byCode.get(code)?.points ?? nothing;
      if (areSurelySame(was, is)) return [];
      const change = changeOf(was, is);
      return change.difference.low.isZero() && change.difference.high.isZero() ? [] : [{ code, change }];
    }),
  };
};

/** The difference that new data make. */
export const compareScores = (before: IndexScore, after: IndexScore): ScoreComparison => ({
  total: changeOf(before.points, after.points),
  components: listScored(after).flatMap((scored) => {
    const earlier = before.byCode.get(scored.component.code);
    if (!earlier || earlier === scored || areSurelySame(earlier.points, scored.points)) return [];
    const change = changeOf(earlier.points, scored.points);
    if (change.difference.low.isZero() && change.difference.high.isZero()) return [];
    return [{ code: scored.component.code, change }];
  }),
});
