import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 as newId } from 'uuid';
import {
  decideTaskPurpose,
  getTaskPurposes,
  listPurposeChoices,
  type PurposeDecisionInput,
} from '#features/execution/purpose-contract.ts';
import { call } from '#web/api/call.ts';

export const taskPurposesQuery = (id: string) =>
  queryOptions({
    queryKey: ['execution', 'purposes', id],
    queryFn: ({ signal }) => call(getTaskPurposes, { params: { id }, signal }),
  });

/** The first of what a task can be said to serve, by its words. */
export const purposeChoicesQuery = (text: string, limit: number) =>
  queryOptions({
    queryKey: ['execution', 'purpose-choices', text, limit],
    queryFn: ({ signal }) =>
      call(listPurposeChoices, {
        query: { ...(text !== '' && { text }), limit: String(limit) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** Sets what a task serves, or undoes it. */
export const useDecidePurpose = (id: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decided: Omit<PurposeDecisionInput, 'writeId'>) =>
      call(decideTaskPurpose, { params: { id }, body: { ...decided, writeId: newId() } }),
    onSuccess: (after) => {
      queries.setQueryData(taskPurposesQuery(id).queryKey, after);
      void queries.invalidateQueries({ queryKey: ['execution', 'serving'] });
    },
  });
};
