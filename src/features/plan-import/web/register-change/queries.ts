import { useMutation, useQueryClient } from '@tanstack/react-query';
import { undoPlanImport } from '#features/plan-import/contract.ts';
import { call } from '#web/api/call.ts';

/** Takes an accepted import back. Everything that was read may have changed. */
export const useUndo = (id: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(undoPlanImport, { params: { id } }),
    onSuccess: () => queries.invalidateQueries(),
  });
};
