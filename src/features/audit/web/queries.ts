import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listAuditChoices, listAuditEvents, type AuditFilter } from '#features/audit/contract.ts';
import { call } from '#web/api/call.ts';

/** Events that fit a filter, the newest first, page by page. */
export const auditEventsQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit-events', filter],
    queryFn: ({ pageParam, signal }) =>
      call(listAuditEvents, {
        query: { ...filter, ...(pageParam !== null && { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** Who and what there is to choose from. */
export const auditChoicesQuery = queryOptions({
  queryKey: ['audit-choices'],
  queryFn: ({ signal }) => call(listAuditChoices, { signal }),
});
