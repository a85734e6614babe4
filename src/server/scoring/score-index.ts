import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { IndexValues } from './load-index.ts';

/** Scores the loaded subject, with other values when they are given, against the subjects that it is compared with. */
export const scoreIndex = (data: IndexValues, values: DataValues = data.values): IndexScore => {
  const league = data.leagueWith(values);
  return computeIndexScore(data.framework, values, league ? { league } : {});
};
