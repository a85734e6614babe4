import type { IndexScore } from '#core/scoring/evaluate.ts';
import { listScored, publishInterval } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { TextRange } from '#core/scoring/trace.ts';

/** The points of a score as people were shown them: rounded as the framework says. */
export interface PublishedPoints {
  readonly total: TextRange;
  /** Every node of the tree by its code. */
  readonly components: ReadonlyMap<string, TextRange>;
}

/** Rounds a score for publication, the total and each node for itself. */
export const publishScore = (framework: Framework, score: IndexScore): PublishedPoints => {
  const { rounding } = framework.policies;
  return {
    total: publishInterval(score.points, rounding),
    components: new Map(
      listScored(score).map(({ component, points }) => [component.code, publishInterval(points, rounding)]),
    ),
  };
};
