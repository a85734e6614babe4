import { decimal, publish } from '#core/kernel/decimal.ts';
import type { IndexScore, ScoredComponent } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { buildLeagueColumn, type LeagueScores } from '#core/scoring/league-table.ts';
import { rankScores } from '#core/scoring/rank.ts';
import { percentOfMaximum } from '#core/scoring/score-league.ts';
import type { League } from '#features/ranking/contract.ts';

/** A place as it is printed, `=3` when it is shared, and of how many. */
export interface LeagueRank {
  readonly label: string;
  readonly of: number;
}

/** Whose place is asked for, and the scores that it stands among. */
interface Standing {
  readonly framework: Framework;
  readonly subject: string;
  readonly score: IndexScore;
  /** The others where their points follow from the subject's; undefined while they are as the league has them. */
  readonly others: LeagueScores | undefined;
}

const PERCENT = { places: 2, mode: 'half-up' } as const;

const scoredIn = (
  score: IndexScore,
  componentCode: string | null,
): Pick<ScoredComponent, 'points' | 'maximum'> | undefined =>
  componentCode === null ? score : score.byCode.get(componentCode);

const rankAmongPresent = (
  league: League,
  column: number,
  { framework, subject, score }: Standing,
): LeagueRank | undefined => {
  const { byPercent = false, componentCode = null } = league.columns[column] ?? {};
  const scored = scoredIn(score, componentCode);
  // Who is not asked has no place.
  if (!scored || scored.maximum.isZero()) return undefined;
  const own = byPercent
    ? publish(percentOfMaximum(scored) ?? decimal(0), PERCENT)
    : publish(scored.points.low, framework.policies.rounding);
  const others = league.rows.flatMap(({ subject: { code }, places }) => {
    const place = places[column];
    return place && code !== subject
      ? [{ code, score: decimal(byPercent ? place.percent : place.points.low) }]
      : [];
  });
  if (others.length === 0) return undefined;
  const ranks = rankScores([...others, { code: subject, score: decimal(own) }], league.ties);
  const label = ranks.find(({ code }) => code === subject)?.label;
  return label === undefined ? undefined : { label, of: ranks.length };
};

/**
 * The place that a score would have in the whole index or in a main indicator; undefined for who stands alone or is not
 * asked. The others stand as they do at present, or with the points that a changed best leaves them.
 */
export const findRank = (
  league: League,
  componentCode: string | null,
  standing: Standing,
): LeagueRank | undefined => {
  const { framework, subject, score, others } = standing;
  if (!others) {
    const column = league.columns.findIndex((known) => known.componentCode === componentCode);
    return column < 0 ? undefined : rankAmongPresent(league, column, standing);
  }
  const { places } = buildLeagueColumn(framework, new Map([...others, [subject, score]]), componentCode);
  const place = places.get(subject);
  return place && places.size > 1 ? { label: place.label, of: places.size } : undefined;
};
