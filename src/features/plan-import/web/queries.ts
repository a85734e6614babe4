import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  acceptPlanImport,
  discardPlanImport,
  getPlanImport,
  listPlanImports,
  uploadPlan,
  type PlanImportDecisions,
  type PlanImportRow,
} from '#features/plan-import/contract.ts';
import { enterDirective, type DirectiveInput } from '#features/plan-import/directive/directive-contract.ts';
import {
  listOrganizationChoices,
  putOrganizationAlias,
  withdrawOrganizationAlias,
} from '#features/organization/contract.ts';
import { call } from '#web/api/call.ts';

export const planImportsQuery = queryOptions({
  queryKey: ['plan-imports'],
  queryFn: ({ signal }) => call(listPlanImports, { signal }),
});

export const planImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan-import', id],
    queryFn: ({ signal }) => call(getPlanImport, { params: { id }, signal }),
  });

/** Offers a file; it becomes a draft that changes nothing yet. */
export const useUpload = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => call(uploadPlan, { file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: planImportsQuery.queryKey }),
  });
};

/**
 * Enters a draft into the registers. Everything that was read may have changed. What asked leaves the page once the
 * import is read again, and a callback given to `mutate` would be lost with it: `onDone` is called in any case.
 */
export const useAccept = (id: string, onDone: (entered: PlanImportRow) => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decisions: PlanImportDecisions) =>
      call(acceptPlanImport, { params: { id }, body: decisions }),
    onSuccess: async ({ import: entered }) => {
      await queries.invalidateQueries();
      onDone(entered);
    },
  });
};

/** Puts a draft aside. `onDone` is called even when what asked has left the page. */
export const useDiscard = (id: string, onDone: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(discardPlanImport, { params: { id } }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
};

/** Enters a directive with its tasks. */
export const useEnterDirective = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: DirectiveInput) => call(enterDirective, { body }),
    onSuccess: () => queries.invalidateQueries(),
  });
};

export const organizationChoicesQuery = queryOptions({
  queryKey: ['organization-choices'],
  queryFn: ({ signal }) => call(listOrganizationChoices, { signal }),
  staleTime: 10 * 60_000,
});

/** Says which organization a name means. Items everywhere may bear the name, so all that was read is read again. */
export const useAgencyMapping = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ code, alias }: { readonly code: string; readonly alias: string }) =>
      call(putOrganizationAlias, { params: { code }, body: { alias } }),
    onSuccess: () => queries.invalidateQueries(),
  });
};

/** Takes back which organization a name means. */
export const useAgencyUnmapping = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ code, alias }: { readonly code: string; readonly alias: string }) =>
      call(withdrawOrganizationAlias, { params: { code }, body: { alias } }),
    onSuccess: () => queries.invalidateQueries(),
  });
};
