import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import {
  getTaskBoard,
  getTaskSchedule,
  listExecutionChoices,
  listTaskStates,
} from '#features/execution/contract.ts';
import {
  addTaskEvidenceFile,
  addTaskEvidenceReference,
  askExtension,
  decideTask,
  getTaskEvidenceFile,
  getTaskExecution,
  listTaskEvidence,
  listTaskHistories,
  readTask,
  reportTask,
  type TaskEvidenceList,
  type TaskExecution,
} from '#features/execution/task-contract.ts';
import { getPlanItem } from '#features/plan/contract.ts';
import { getCalendarYear } from '#features/calendar/contract.ts';
import { addressOf, call } from '#web/api/call.ts';
import type { Addition, EvidencePlace } from '#web/widgets/evidence/evidence-place.ts';

const KEY = ['execution'] as const;

type Filter = Readonly<Record<string, string>>;

/** What makes days of a year differ from their weekdays. */
export const workingDaysQuery = (year: number) =>
  queryOptions({
    queryKey: [...KEY, 'working-days', year],
    queryFn: ({ signal }) => call(getCalendarYear, { query: { year }, signal }),
  });

export const boardQuery = (filter: Filter) =>
  queryOptions({
    queryKey: [...KEY, 'board', filter],
    queryFn: ({ signal }) => call(getTaskBoard, { query: filter, signal }),
  });

export const PAGE_SIZE = 100;

export const statesQuery = (filter: Filter, page: number) =>
  queryOptions({
    queryKey: [...KEY, 'list', filter, page],
    queryFn: ({ signal }) =>
      call(listTaskStates, {
        query: { ...filter, offset: String((page - 1) * PAGE_SIZE), limit: String(PAGE_SIZE) },
        signal,
      }),
  });

/** How many tasks come due by day or by quarter. */
export const scheduleQuery = (
  filter: Filter,
  span: { by: 'day' | 'quarter'; dueFrom: string; dueTo: string },
) =>
  queryOptions({
    queryKey: [...KEY, 'schedule', filter, span],
    queryFn: ({ signal }) => call(getTaskSchedule, { query: { ...filter, ...span }, signal }),
  });

export const choicesQuery = queryOptions({
  queryKey: [...KEY, 'choices'],
  queryFn: ({ signal }) => call(listExecutionChoices, { signal }),
});

export const taskExecutionQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'task', id],
    queryFn: ({ signal }) => call(getTaskExecution, { params: { id }, signal }),
  });

/** What was said and decided of a task, also of one that has ended. */
export const taskHistoriesQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'histories', id],
    queryFn: ({ signal }) => call(listTaskHistories, { params: { id }, signal }),
  });

/** A task as its document has it: still there where it is worked on no more. */
export const documentItemQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'document-item', id],
    queryFn: ({ signal }) => call(getPlanItem, { params: { id }, signal }),
  });

type Input<Route extends { readonly body?: unknown }> = z.input<Extract<Route['body'], z.ZodType>>;

/** A decision as it is sent. */
export type DecisionInput = Input<typeof decideTask>;

const useKeepTask = (id: string) => {
  const queries = useQueryClient();
  return async (after: TaskExecution): Promise<void> => {
    await queries.invalidateQueries({ queryKey: KEY });
    queries.setQueryData(taskExecutionQuery(id).queryKey, after);
    void queries.invalidateQueries({ queryKey: ['task-progress', id] });
  };
};

export const useReportTask = (id: string) =>
  useMutation({
    mutationFn: (body: Input<typeof reportTask>) => call(reportTask, { params: { id }, body }),
    onSuccess: useKeepTask(id),
  });

export const useAskExtension = (id: string) =>
  useMutation({
    mutationFn: (body: Input<typeof askExtension>) => call(askExtension, { params: { id }, body }),
    onSuccess: useKeepTask(id),
  });

/** Decides on a task; what was decided is said even where the form that asked is there no more. */
export const useDecideTask = (id: string, onDecided: (kind: DecisionInput['kind']) => void) => {
  const keep = useKeepTask(id);
  return useMutation({
    mutationFn: (body: DecisionInput) => call(decideTask, { params: { id }, body }),
    onSuccess: (after, { kind }) => {
      onDecided(kind);
      return keep(after);
    },
  });
};

/** An organization's part of a task. */
export interface PartParams {
  readonly id: string;
  readonly organization: string;
}

export const partEvidenceQuery = (params: PartParams) =>
  queryOptions({
    queryKey: [...KEY, 'evidence', params.id, params.organization],
    queryFn: ({ signal }) => call(listTaskEvidence, { params, signal }),
  });

const sendEvidence = (
  params: PartParams,
  addition: Exclude<Addition, { kind: 'known' }>,
  writeId: string,
): Promise<TaskEvidenceList> =>
  addition.kind === 'file'
    ? call(addTaskEvidenceFile, { params, query: { writeId }, file: addition.file })
    : call(addTaskEvidenceReference, { params, body: { reference: addition, writeId } });

/** A report as a place of evidence: what is added is chosen for the report at once. */
export const useReportPlace = (params: PartParams, choose: (evidenceId: string) => void): EvidencePlace => {
  const queries = useQueryClient();
  return {
    add: async (addition, writeId) => {
      if (addition.kind === 'known') {
        choose(addition.evidenceId);
        return;
      }
      const after = await sendEvidence(params, addition, writeId);
      queries.setQueryData(partEvidenceQuery(params).queryKey, after);
      if (after.added !== null) choose(after.added);
    },
    fileAddress: (evidenceId) => addressOf(getTaskEvidenceFile, { params: { ...params, evidenceId } }),
  };
};

/** Notes, when the page of a task is opened, that the person has seen what was decided of the own part. */
export const useReadTask = (id: string, isOwn: boolean): void => {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => call(readTask, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['collection', 'notices'] }),
  });
  useEffect(() => {
    if (isOwn) mutate();
  }, [isOwn, mutate]);
};
