import { keepLeague, type KeptLeague, restoreLeague } from '#core/score-snapshot/kept-league.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { IndexValues } from '#server/scoring/load-index.ts';

/** Scores values as they were or are kept: by a framework version, against the bests of that day. */
export const scoreKept = (framework: Framework, values: DataValues, kept: KeptLeague | null): IndexScore => {
  const league = restoreLeague(kept);
  return computeIndexScore(framework, values, league ? { league } : {});
};

/** The bests that the present score is compared with, to be kept. */
export const keepPresentLeague = (data: IndexValues, values: DataValues): KeptLeague | null =>
  keepLeague(data.framework, data.leagueWith(values));
