import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  getOrganization,
  listOrganizations,
  listUnmappedNames,
  putOrganizationAlias,
} from '#features/organization/contract.ts';
import { call } from '#web/api/call.ts';

export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) => call(listOrganizations, { signal }),
});

export const organizationQuery = (code: string) =>
  queryOptions({
    queryKey: ['organization', code],
    queryFn: ({ signal }) => call(getOrganization, { params: { code }, signal }),
  });

export const unmappedNamesQuery = queryOptions({
  queryKey: ['unmapped-names'],
  queryFn: ({ signal }) => call(listUnmappedNames, { signal }),
});

/** Matches a name with an organization. Items everywhere may bear the name, so all that was read is read again. */
export const useNameMatching = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ code, alias }: { readonly code: string; readonly alias: string }) =>
      call(putOrganizationAlias, { params: { code }, body: { alias } }),
    onSuccess: () => queries.invalidateQueries(),
  });
};
