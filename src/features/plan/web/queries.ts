import { queryOptions } from '@tanstack/react-query';
import { listTargetYearValues } from '#features/collection/follow-up-contract.ts';
import { listFindings } from '#features/consistency/contract.ts';
import { listLinkedMeasures } from '#features/consistency/link-contract.ts';
import { getDocumentRelations } from '#features/plan-import/amendment/document-changes-contract.ts';
import { getTaskExecution } from '#features/execution/task-contract.ts';
import { listTaskProgress } from '#features/collection/task-progress-contract.ts';
import {
  getDocument,
  getDocumentContents,
  getDocumentText,
  getPlanItem,
  listDocuments,
  listGaps,
  listProjects,
  listTargets,
  listTasks,
} from '#features/plan/contract.ts';
import { call } from '#web/api/call.ts';
import { readWholeRegister } from './read-whole-register.ts';

export const documentsQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => call(listDocuments, { signal }),
});

export const targetsQuery = queryOptions({
  queryKey: ['targets'],
  queryFn: ({ signal }) => readWholeRegister((query) => call(listTargets, { query, signal })),
});

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: ({ signal }) => readWholeRegister((query) => call(listTasks, { query, signal })),
});

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) => readWholeRegister((query) => call(listProjects, { query, signal })),
});

export const gapsQuery = queryOptions({
  queryKey: ['gaps'],
  queryFn: ({ signal }) => readWholeRegister((query) => call(listGaps, { query, signal })),
});

export const planItemQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan-item', id],
    queryFn: ({ signal }) => call(getPlanItem, { params: { id }, signal }),
  });

/** Where a task stands today. */
export const taskExecutionQuery = (id: string) =>
  queryOptions({
    queryKey: ['execution', 'task', id],
    queryFn: ({ signal }) => call(getTaskExecution, { params: { id }, signal }),
  });

/** How far organizations have come with a task. */
export const taskProgressQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['task-progress', taskId],
    queryFn: ({ signal }) => call(listTaskProgress, { params: { id: taskId }, signal }),
  });

/** The contradictions in which an item takes part and that nobody has settled. */
export const itemFindingsQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['findings', itemId],
    queryFn: ({ signal }) => call(listFindings, { query: { itemId, state: 'open' }, signal }),
  });

/** What was confirmed to be the same measurable thing as a target. */
export const linkedMeasuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['linked-measures', id],
    queryFn: ({ signal }) => call(listLinkedMeasures, { params: { id }, signal }),
  });

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => call(getDocument, { params: { id }, signal }),
  });

export const documentTextQuery = (id: string) =>
  queryOptions({
    queryKey: ['document-text', id],
    queryFn: ({ signal }) => call(getDocumentText, { params: { id }, signal }),
    staleTime: Infinity,
  });

export const documentContentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['document-contents', id],
    queryFn: ({ signal }) => call(getDocumentContents, { params: { id }, signal }),
  });

/** What was reached of a target, by year. */
export const targetYearsQuery = (id: string) =>
  queryOptions({
    queryKey: ['target-years', id],
    queryFn: ({ signal }) => call(listTargetYearValues, { params: { id }, signal }),
  });

export const documentRelationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id, 'relations'],
    queryFn: ({ signal }) => call(getDocumentRelations, { params: { id }, signal }),
  });
