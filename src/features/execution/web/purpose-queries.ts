import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
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

export const purposeChoicesQuery = queryOptions({
  queryKey: ['execution', 'purpose-choices'],
  queryFn: ({ signal }) => call(listPurposeChoices, { signal }),
  staleTime: 10 * 60_000,
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
