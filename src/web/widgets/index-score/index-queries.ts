import { queryOptions } from '@tanstack/react-query';
import { getComponent, getIndexOverview, listComponents } from '#features/index-score/contract.ts';
import { call } from '#web/api/call.ts';

/** What everything that depends on scores is cached under: a changed figure makes all of it stale. */
export const INDEX_KEY = ['index'] as const;

/** Whose index is meant, and by which framework; the province's when nothing is named. */
export interface IndexSubject {
  readonly framework?: string | undefined;
  readonly subject?: string | undefined;
}

const PROVINCE: IndexSubject = {};

const selection = (year: string | undefined, { framework, subject }: IndexSubject) => ({
  ...(framework !== undefined && { framework }),
  ...(subject !== undefined && { subject }),
  // A framework assesses one year: its own.
  ...(year !== undefined && framework === undefined && { year: Number(year) }),
});

const keyOf = (year: string | undefined, { framework, subject }: IndexSubject): readonly string[] => [
  ...[framework ?? '', subject ?? '', year ?? 'latest'],
];

/** Where the index stands in a year; the latest one with figures when none is named. */
export const indexOverviewQuery = (year: string | undefined, of: IndexSubject = PROVINCE) =>
  queryOptions({
    queryKey: [...INDEX_KEY, 'overview', ...keyOf(year, of)],
    queryFn: ({ signal }) => call(getIndexOverview, { query: selection(year, of), signal }),
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
  of: IndexSubject = PROVINCE,
) =>
  queryOptions({
    queryKey: [
      ...[...INDEX_KEY, 'components', ...keyOf(year, of)],
      ...[leadAgency ?? '', lostMoreThan ?? '', corrected],
    ],
    queryFn: ({ signal }) =>
      call(listComponents, {
        query: {
          ...selection(year, of),
          ...(leadAgency !== undefined && { leadAgency }),
          ...(lostMoreThan !== undefined && { lostMoreThan }),
          ...(corrected && { corrected: 'true' }),
        },
        signal,
      }),
  });

/** One indicator explained. */
export const componentQuery = (year: string | undefined, code: string, of: IndexSubject = PROVINCE) =>
  queryOptions({
    queryKey: [...INDEX_KEY, 'component', ...keyOf(year, of), code],
    queryFn: ({ signal }) => call(getComponent, { params: { code }, query: selection(year, of), signal }),
  });
