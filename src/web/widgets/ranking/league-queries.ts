import { queryOptions } from '@tanstack/react-query';
import { getLeague, getLeagueAudit, listLeagues } from '#features/ranking/contract.ts';
import { call } from '#web/api/call.ts';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';

/** What can be ranked. */
export const leaguesQuery = queryOptions({
  queryKey: [...INDEX_KEY, 'leagues'],
  queryFn: ({ signal }) => call(listLeagues, { signal }),
});

/** The ranks of a league, by the whole index or by a component. */
export const leagueQuery = (framework: string | undefined, component: string | undefined) =>
  queryOptions({
    queryKey: [...INDEX_KEY, 'league', framework ?? '', component ?? ''],
    queryFn: ({ signal }) =>
      call(getLeague, {
        params: { framework: framework ?? '' },
        query: component === undefined ? {} : { component },
        signal,
      }),
    enabled: framework !== undefined,
  });

/** The statistical audit of a league. */
export const leagueAuditQuery = (framework: string | undefined) =>
  queryOptions({
    queryKey: [...INDEX_KEY, 'league-audit', framework ?? ''],
    queryFn: ({ signal }) => call(getLeagueAudit, { params: { framework: framework ?? '' }, signal }),
    enabled: framework !== undefined,
  });
