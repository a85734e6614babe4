import { queryOptions } from '@tanstack/react-query';
import { getIndexSheet } from '#features/index-score/contract.ts';
import { getScenario, listScenarios } from '#features/scenario/contract.ts';
import { call } from '#web/api/call.ts';
import { INDEX_KEY, type IndexSubject } from '#web/widgets/index-score/index-queries.ts';

export const SCENARIO_KEY = ['scenarios'] as const;

/** The framework and the present values of a score; of the latest year when none is named. */
export const sheetQuery = (year: string | undefined, { framework, subject }: IndexSubject) =>
  queryOptions({
    queryKey: [...INDEX_KEY, 'sheet', framework ?? '', subject ?? '', year ?? 'latest'],
    queryFn: ({ signal }) =>
      call(getIndexSheet, {
        query: {
          ...(framework !== undefined && { framework }),
          ...(subject !== undefined && { subject }),
          // A framework assesses one year: its own.
          ...(year !== undefined && framework === undefined && { year: Number(year) }),
        },
        signal,
      }),
  });

/** Which score the scenarios belong to. */
export interface ScoreKey {
  readonly framework: string;
  readonly subject: string;
  readonly year: number;
}

/** The kept scenarios of a score. */
export const scenariosQuery = (key: ScoreKey, withWithdrawn: boolean) =>
  queryOptions({
    queryKey: [...SCENARIO_KEY, 'list', key.framework, key.subject, key.year, withWithdrawn],
    queryFn: ({ signal }) =>
      call(listScenarios, {
        query: { ...key, withdrawn: withWithdrawn ? 'with' : 'without' },
        signal,
      }),
  });

/** One scenario with its earlier states. */
export const scenarioQuery = (id: string) =>
  queryOptions({
    queryKey: [...SCENARIO_KEY, 'one', id],
    queryFn: ({ signal }) => call(getScenario, { params: { id }, signal }),
  });
