import { queryOptions } from '@tanstack/react-query';
import { getLeague, getLeagueAudit, listLeagues } from '#features/ranking/contract.ts';
import { call } from '#web/api/call.ts';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';

/** What can be ranked. */
export const leaguesQuery = queryOptions({
  queryKey: [...INDEX_KEY, 'leagues'],
  queryFn: ({ signal }) => call(listLeagues, { signal }),
});

/** Which days of a league: the kept one that is ranked, and the kept one that it is compared with. */
interface LeagueDays {
  readonly snapshot?: string | undefined;
  readonly since?: string | undefined;
}

/** The ranks of a league, by the whole index or by a component; of the present figures unless a kept league is named. */
export const leagueQuery = (
  framework: string | undefined,
  component: string | undefined,
  { snapshot, since }: LeagueDays = {},
) =>
  queryOptions({
    queryKey: [...INDEX_KEY, 'league', framework ?? '', component ?? '', snapshot ?? '', since ?? ''],
    queryFn: ({ signal }) =>
      call(getLeague, {
        params: { framework: framework ?? '' },
        query: {
          ...(component !== undefined && { component }),
          ...(snapshot !== undefined && { snapshot }),
          ...(since !== undefined && { since }),
        },
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
