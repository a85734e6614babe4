import { type IndexScore, listScored, lostPoints, type ScoredComponent } from './evaluate.ts';
import type { Interval } from './interval.ts';

/** An indicator below its maximum with the points it lacks. */
export interface Loss {
  readonly scored: ScoredComponent;
  readonly lost: Interval;
}

/** The indicators that lose most, by what may be lost at most, then by what surely is; at most `limit`. */
export const listLargestLosses = (score: IndexScore, limit: number): readonly Loss[] =>
  listScored(score)
    .filter((scored) => scored.component.kind === 'indicator')
    .map((scored) => ({ scored, lost: lostPoints(scored) }))
    .filter(({ lost }) => lost.high.greaterThan(0))
    .sort(
      (a, b) =>
        b.lost.high.comparedTo(a.lost.high) ||
        b.lost.low.comparedTo(a.lost.low) ||
        a.scored.component.code.localeCompare(b.scored.component.code, 'en', { numeric: true }),
    )
    .slice(0, limit);
