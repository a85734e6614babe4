import { useQuery } from '@tanstack/react-query';
import { usePermission } from '#web/session/session.ts';
import { leagueQuery } from '#web/widgets/ranking/league-queries.ts';
import type { Bench } from './bench.ts';
import type { LeagueOfOthers } from './league-of-others.ts';
import { findRank, type LeagueRank } from './rank-in-league.ts';
import { useBench } from './use-bench.ts';

/** The place now and the one that the assumptions give. */
export interface RankChange {
  readonly now: LeagueRank;
  readonly then: LeagueRank;
}

/** Whose places, among whom. */
export interface RankedBench {
  readonly bench: Bench;
  readonly subject: string;
  readonly others: LeagueOfOthers;
}

/** Finds the places in the whole index (null) or in a main indicator; undefined for who stands alone or is not asked. */
export const useRanks = ({
  bench,
  subject,
  others,
}: RankedBench): ((componentCode: string | null) => RankChange | undefined) => {
  const { whatIf } = useBench(bench);
  const { framework } = bench;
  const mayRank = usePermission('ranking.read');
  const { data: league } = useQuery({
    ...leagueQuery(framework.code, undefined),
    enabled: mayRank && framework.subjectKind !== 'province',
  });
  return (componentCode) => {
    if (!league) return undefined;
    const of = { framework, subject };
    const now = findRank(league, componentCode, { ...of, score: whatIf.before, others: undefined });
    const then = findRank(league, componentCode, {
      ...{ ...of, score: whatIf.after },
      others: others.scoresAgainst(whatIf.league),
    });
    return now && then && { now, then };
  };
};
