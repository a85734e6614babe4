import { queryOptions } from '@tanstack/react-query';
import { getMap } from '#features/map/contract.ts';
import { call } from '#web/api/call.ts';

export const MAP_KEY = ['map'] as const;

/** Where the communes lie. */
export const mapQuery = queryOptions({
  queryKey: MAP_KEY,
  queryFn: ({ signal }) => call(getMap, { signal }),
});
