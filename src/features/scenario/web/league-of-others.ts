import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { LeagueScores } from '#core/scoring/league-table.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import { buildLeague, hasSameBests } from '#core/scoring/score-league.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import { valuesOf } from './values-of.ts';

/** Those who are scored beside the subject of a sheet, as far as its figures bear on theirs. */
export interface LeagueOfOthers {
  /** The bests of all when the subject has these values; undefined where no rule compares subjects. */
  readonly bestsWith: (values: DataValues) => League | undefined;
  /** The scores of the others against these bests; undefined while they are the present ones. */
  readonly scoresAgainst: (bests: League | undefined) => LeagueScores | undefined;
}

const ALONE: LeagueOfOthers = { bestsWith: () => undefined, scoresAgainst: () => undefined };

/** Opens the league of a sheet. Others are scored again only when a best has changed, and then only what looks at one. */
export const openLeague = ({ framework, subject, values, others }: IndexSheet): LeagueOfOthers => {
  if (others.length === 0) return ALONE;
  const rest = new Map(others.map((other) => [other.subject, valuesOf(other.values)]));
  const bestsWith = (own: DataValues): League =>
    buildLeague(framework, new Map([...rest, [subject.code, own]]));
  const present = bestsWith(valuesOf(values));
  let last: { readonly league: League; readonly scores: ReadonlyMap<string, IndexScore> } | undefined;
  const scoreAgain = (league: League): ReadonlyMap<string, IndexScore> =>
    new Map(
      [...rest].map(([code, figures]) => {
        const score = last?.scores.get(code);
        const earlier = last && score && { score, values: figures, league: last.league };
        return [code, computeIndexScore(framework, figures, { league, ...(earlier && { earlier }) })];
      }),
    );
  return {
    bestsWith,
    scoresAgainst: (bests) => {
      if (!bests || hasSameBests(framework, bests, present)) return undefined;
      if (!last || !hasSameBests(framework, bests, last.league)) {
        last = { league: bests, scores: scoreAgain(bests) };
      }
      return last.scores;
    },
  };
};
