import { decimal, publish } from '#core/kernel/decimal.ts';
import type { IndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { rankScores } from '#core/scoring/rank.ts';
import { percentOfMaximum } from '#core/scoring/score-league.ts';
import type { League } from '#features/ranking/contract.ts';

/** A place as it is printed, `=3` when it is shared, and of how many. */
export interface LeagueRank {
  readonly label: string;
  readonly of: number;
}

const PERCENT = { places: 2, mode: 'half-up' } as const;

/** The place that a score would have among the present scores of the others; undefined for who stands alone. */
export const findRank = (
  league: League,
  subject: string,
  score: IndexScore,
  framework: Framework,
): LeagueRank | undefined => {
  const byPercent = league.columns[0]?.byPercent === true;
  const own = byPercent
    ? publish(percentOfMaximum(score) ?? decimal(0), PERCENT)
    : publish(score.points.low, framework.policies.rounding);
  const others = league.rows.flatMap(({ subject: { code }, places: [place] }) =>
    place && code !== subject ? [{ code, score: decimal(byPercent ? place.percent : place.points.low) }] : [],
  );
  if (others.length === 0) return undefined;
  const ranks = rankScores([...others, { code: subject, score: decimal(own) }], league.ties);
  const label = ranks.find(({ code }) => code === subject)?.label;
  return label === undefined ? undefined : { label, of: ranks.length };
};
