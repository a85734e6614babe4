import { queryOptions } from '@tanstack/react-query';
import { getOverview } from '#features/overview/contract.ts';
import { call } from '#web/api/call.ts';

/** Tasks by due state, contradictions and documents. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => call(getOverview, { signal }),
});
