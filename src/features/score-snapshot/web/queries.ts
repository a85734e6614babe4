import { queryOptions } from '@tanstack/react-query';
import {
  compareScoreSnapshots,
  getExplanationSheet,
  getScoreSnapshot,
  listScoreSnapshots,
} from '#features/score-snapshot/contract.ts';
import { call } from '#web/api/call.ts';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';

const SNAPSHOT_KEY = [...INDEX_KEY, 'snapshots'] as const;

const selection = (year: string | undefined) => (year === undefined ? {} : { year: Number(year) });

/** The snapshots of the score of a year; of the latest one with figures when none is named. */
export const snapshotsQuery = (year: string | undefined) =>
  queryOptions({
    queryKey: [...SNAPSHOT_KEY, 'list', year ?? 'latest'],
    queryFn: ({ signal }) => call(listScoreSnapshots, { query: selection(year), signal }),
  });

/** One snapshot with its verification. */
export const snapshotQuery = (id: string) =>
  queryOptions({
    queryKey: [...SNAPSHOT_KEY, 'one', id],
    queryFn: ({ signal }) => call(getScoreSnapshot, { params: { id }, signal }),
  });

/** A snapshot against another one, or against the present data. */
export const comparisonQuery = (before: string, after: string | undefined) =>
  queryOptions({
    queryKey: [...SNAPSHOT_KEY, 'comparison', before, after ?? 'present'],
    queryFn: ({ signal }) =>
      call(compareScoreSnapshots, {
        query: { before, ...(after !== undefined && { after }) },
        signal,
      }),
  });

/** A whole score explained: of a snapshot, or of the present data. */
export const sheetQuery = (year: string | undefined, snapshot: string | undefined) =>
  queryOptions({
    queryKey: [...SNAPSHOT_KEY, 'sheet', snapshot ?? year ?? 'latest'],
    queryFn: ({ signal }) =>
      call(getExplanationSheet, {
        query: snapshot === undefined ? selection(year) : { snapshot },
        signal,
      }),
  });
