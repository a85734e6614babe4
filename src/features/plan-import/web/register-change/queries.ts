import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AmendmentRelation } from '#core/plan/amended-document.ts';
import { getAmendment } from '#features/plan-import/amendment/amendment-contract.ts';
import { getDocumentChanges } from '#features/plan-import/amendment/document-changes-contract.ts';
import { undoPlanImport } from '#features/plan-import/contract.ts';
import { call } from '#web/api/call.ts';

/** Takes an accepted import back. Everything that was read may have changed. `onDone` is called even when what asked has left the page. */
export const useUndo = (id: string, onDone: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(undoPlanImport, { params: { id } }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
};

/** What a file seems to amend, and beside the chosen document what it changes. */
export const amendmentQuery = (
  id: string,
  query: { readonly document?: string; readonly relation?: AmendmentRelation },
) =>
  queryOptions({
    queryKey: ['plan-import', id, 'amendment', query],
    queryFn: ({ signal }) => call(getAmendment, { params: { id }, query, signal }),
  });

/** What a registered document changed in an earlier one. */
export const documentChangesQuery = (id: string, earlier: string) =>
  queryOptions({
    queryKey: ['document', id, 'changes', earlier],
    queryFn: ({ signal }) => call(getDocumentChanges, { params: { id }, query: { earlier }, signal }),
  });
