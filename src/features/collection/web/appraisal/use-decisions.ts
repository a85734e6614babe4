import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 as newId } from 'uuid';
import type { DecisionInput } from '#contract/submission.ts';
import { putDecisions } from '#features/collection/contract.ts';
import { call } from '#web/api/call.ts';
import { COLLECTION_KEY } from '#features/collection/web/rounds/queries.ts';
import { submissionQuery } from './queries.ts';

/** Sends decisions on figures; the page shows what the server then knows. */
export const useDecisions = (submissionId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decisions: readonly DecisionInput[]) =>
      call(putDecisions, {
        params: { id: submissionId },
        body: { decisions: [...decisions], writeId: newId() },
      }),
    // A request that was lost on the way is sent again as it is.
    retry: 0,
    onSettled: () => queries.invalidateQueries({ queryKey: submissionQuery(submissionId).queryKey }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...COLLECTION_KEY, 'changes', submissionId] }),
  });
};
