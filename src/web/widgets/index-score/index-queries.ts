import { queryOptions } from '@tanstack/react-query';
import { getComponent, getIndexOverview, listComponents } from '#features/index-score/contract.ts';
import { call } from '#web/api/call.ts';

/** What everything that depends on scores is cached under: a changed figure makes all of it stale. */
export const INDEX_KEY = ['index'] as const;

const selection = (year: string | undefined) => (year === undefined ? {} : { year: Number(year) });

/** Where the index stands in a year; the latest one with figures when none is named. */
export const indexOverviewQuery = (year: string | undefined) =>
  queryOptions({
    queryKey: [...INDEX_KEY, 'overview', year ?? 'latest'],
    queryFn: ({ signal }) => call(getIndexOverview, { query: selection(year), signal }),
  });

export interface ComponentFilter {
  readonly leadAgency?: string | undefined;
  readonly lostMoreThan?: string | undefined;
  /** Only those with figures that were corrected or added since the start. */
  readonly corrected?: boolean | undefined;
}

/** The tree of indicators, by lead agency, by points lost and by corrected figures. */
export const componentsQuery = (
  year: string | undefined,
  { leadAgency, lostMoreThan, corrected = false }: ComponentFilter,
) =>
  queryOptions({
    queryKey: [
      ...[...INDEX_KEY, 'components', year ?? 'latest'],
      ...[leadAgency ?? '', lostMoreThan ?? '', corrected],
    ],
    queryFn: ({ signal }) =>
      call(listComponents, {
        query: {
          ...selection(year),
          ...(leadAgency !== undefined && { leadAgency }),
          ...(lostMoreThan !== undefined && { lostMoreThan }),
          ...(corrected && { corrected: 'true' }),
        },
        signal,
      }),
  });

/** One indicator explained. */
export const componentQuery = (year: string | undefined, code: string) =>
  queryOptions({
    queryKey: [...INDEX_KEY, 'component', year ?? 'latest', code],
    queryFn: ({ signal }) => call(getComponent, { params: { code }, query: selection(year), signal }),
  });
