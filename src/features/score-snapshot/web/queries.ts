import { queryOptions } from '@tanstack/react-query';
import { listScenarios } from '#features/scenario/contract.ts';
import {
  compareScoreSnapshots,
  getExplanationSheet,
  getScoreSnapshot,
  listScoreSnapshots,
  type ScoreSnapshotList,
} from '#features/score-snapshot/contract.ts';
import { call } from '#web/api/call.ts';
import { INDEX_KEY, type IndexSubject } from '#web/widgets/index-score/index-queries.ts';

const SNAPSHOT_KEY = [...INDEX_KEY, 'snapshots'] as const;

const selection = (year: string | undefined, { framework, subject }: IndexSubject) => ({
  ...(framework !== undefined && { framework }),
  ...(subject !== undefined && { subject }),
  // A framework assesses one year: its own.
  ...(year !== undefined && framework === undefined && { year: Number(year) }),
});

const keyOf = (year: string | undefined, { framework, subject }: IndexSubject): readonly string[] => [
  ...[framework ?? '', subject ?? '', year ?? 'latest'],
];

/** The snapshots of the score of a year; of the latest one with figures when none is named. */
export const snapshotsQuery = (year: string | undefined, of: IndexSubject) =>
  queryOptions({
    queryKey: [...SNAPSHOT_KEY, 'list', ...keyOf(year, of)],
    queryFn: ({ signal }) => call(listScoreSnapshots, { query: selection(year, of), signal }),
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
export const sheetQuery = (year: string | undefined, of: IndexSubject, snapshot: string | undefined) =>
  queryOptions({
    queryKey: [...SNAPSHOT_KEY, 'sheet', ...(snapshot === undefined ? keyOf(year, of) : [snapshot])],
    queryFn: ({ signal }) =>
      call(getExplanationSheet, {
        query: snapshot === undefined ? selection(year, of) : { snapshot },
        signal,
      }),
  });

/** The kept scenarios of a score: a snapshot can keep one of them for good. */
export const scenariosQuery = ({ framework, subject, year }: ScoreSnapshotList) =>
  queryOptions({
    queryKey: ['scenarios', 'list', framework.code, subject.code, year, false],
    queryFn: ({ signal }) =>
      call(listScenarios, {
        query: { framework: framework.code, subject: subject.code, year, withdrawn: 'without' },
        signal,
      }),
  });
