import { queryOptions } from '@tanstack/react-query';
import { getIndexOverview } from '#features/index-score/contract.ts';
import { getOverview } from '#features/overview/contract.ts';
import { call } from '#web/api/call.ts';

/** Where the index stands in a year; the latest one with figures when none is named. */
export const indexOverviewQuery = (year: string | undefined) =>
  queryOptions({
    queryKey: ['index', 'overview', year ?? 'latest'],
    queryFn: ({ signal }) =>
      call(getIndexOverview, { query: year === undefined ? {} : { year: Number(year) }, signal }),
  });

/** Tasks by due state, contradictions and documents. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => call(getOverview, { signal }),
});
