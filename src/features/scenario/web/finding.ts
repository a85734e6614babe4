import { decimal } from '#core/kernel/decimal.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { Format } from '#web/i18n/format.ts';
import { missingTo, type ShownChange } from './compute-what-if.ts';
import type { ScenarioWords } from './messages.ts';

interface Found {
  readonly total: ShownChange;
  readonly changes: number;
  readonly goal: string | null;
}

/** What the assumptions come to, as the title says it. */
export const describeFinding = (
  { total, changes, goal }: Found,
  framework: Framework,
  format: Format,
  words: ScenarioWords,
): string => {
  const { low, high } = total.after;
  const points = format.pointsRange(low, high);
  const finding =
    changes === 0
      ? words.findingNow(points)
      : words.finding(
          format.number(changes),
          points,
          format.signedPointsRange(total.difference.low, total.difference.high),
        );
  if (goal === null || changes === 0) return finding;
  const aimed = format.number(goal);
  if (decimal(low).greaterThanOrEqualTo(goal)) return words.withGoalReached(finding, aimed);
  const missing = missingTo(goal, total.after, framework);
  return decimal(high).greaterThanOrEqualTo(goal)
    ? words.withGoalPossible(finding, format.points(missing.high), aimed)
    : words.withGoal(finding, format.pointsRange(missing.low, missing.high), aimed);
};
