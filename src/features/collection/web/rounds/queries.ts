import { queryOptions } from '@tanstack/react-query';
import { getRound, listRoundProposals, listRounds, previewRound } from '#features/collection/contract.ts';
import {
  getReportingOverview,
  getReportingPerformance,
  getRoundStanding,
} from '#features/collection/follow-up-contract.ts';
import { listFrameworks } from '#features/framework/contract.ts';
import { call } from '#web/api/call.ts';

/** Begins the key of everything that a round or a submission may change. */
export const COLLECTION_KEY = ['collection'] as const;

export const roundsQuery = queryOptions({
  queryKey: [...COLLECTION_KEY, 'rounds'],
  queryFn: ({ signal }) => call(listRounds, { signal }),
});

export const overviewQuery = queryOptions({
  queryKey: [...COLLECTION_KEY, 'overview'],
  queryFn: ({ signal }) => call(getReportingOverview, { signal }),
});

/** A round with every organization that it asks. */
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: [...COLLECTION_KEY, 'round', id],
    queryFn: ({ signal }) => call(getRound, { params: { id }, signal }),
  });

/** Which indicators of a round wait, how far its sums go, who was reminded. */
export const standingQuery = (id: string) =>
  queryOptions({
    queryKey: [...COLLECTION_KEY, 'standing', id],
    queryFn: ({ signal }) => call(getRoundStanding, { params: { id }, signal }),
  });

export const performanceQuery = (year: string | undefined) =>
  queryOptions({
    queryKey: [...COLLECTION_KEY, 'performance', year ?? 'all'],
    queryFn: ({ signal }) =>
      call(getReportingPerformance, { query: year === undefined ? {} : { year: Number(year) }, signal }),
  });

/** The reports that registered plans ask for in a year. */
export const proposalsQuery = (year: number) =>
  queryOptions({
    queryKey: [...COLLECTION_KEY, 'proposals', year],
    queryFn: ({ signal }) => call(listRoundProposals, { query: { year }, signal }),
  });

/** Whom a round on a framework would ask for what. */
export const previewQuery = (framework: string, day: string) =>
  queryOptions({
    queryKey: [...COLLECTION_KEY, 'preview', framework, day],
    queryFn: ({ signal }) => call(previewRound, { query: { framework, day }, signal }),
    enabled: framework !== '' && day !== '',
  });

export const frameworksQuery = queryOptions({
  queryKey: ['frameworks', 'for-rounds'],
  queryFn: ({ signal }) => call(listFrameworks, { signal }),
});
