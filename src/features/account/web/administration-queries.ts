import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '#core/access/permissions.ts';
import {
  addAccount,
  editAccount,
  getAccount,
  getAccountForm,
  grantRole,
  importAccounts,
  inviteAccounts,
  listAccounts,
  mailInvitations,
  resetSecondFactor,
  setAccountState,
  takeRoleBack,
  type AccountView,
} from '#features/account/administration-contract.ts';
import { listOrganizations } from '#features/organization/contract.ts';
import { addressOf, call } from '#web/api/call.ts';

const ACCOUNTS = ['accounts'] as const;

export const accountsQuery = queryOptions({
  queryKey: [...ACCOUNTS, 'list'],
  queryFn: ({ signal }) => call(listAccounts, { signal }),
});

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...ACCOUNTS, 'account', id],
    queryFn: ({ signal }) => call(getAccount, { params: { id }, signal }),
  });

/** The organizations for which a role can be held. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) => call(listOrganizations, { signal }),
});

/** The address under which the browser saves the form. */
export const formAddress = addressOf(getAccountForm, {});

const useAccountChange = <Input>(mutationFn: (input: Input) => Promise<AccountView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (account) => {
      queries.setQueryData(accountQuery(account.id).queryKey, account);
      void queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
    },
  });
};

/** Name and office contact, as the form gives them. */
export interface PersonFacts {
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organizationCode: string | null;
}

export interface RoleWish {
  readonly role: Role;
  readonly organizationCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const useAddAccount = () =>
  useAccountChange((body: PersonFacts & { username: string; holdings: RoleWish[]; writeId: string }) =>
    call(addAccount, { body }),
  );

export const useEditAccount = (id: string) =>
  useAccountChange((body: PersonFacts & { version: number }) => call(editAccount, { params: { id }, body }));

export const useGrantRole = (id: string) =>
  useAccountChange((body: RoleWish & { writeId: string }) => call(grantRole, { params: { id }, body }));

export const useTakeRoleBack = (id: string) =>
  useAccountChange((holdingId: string) => call(takeRoleBack, { params: { id, holdingId } }));

export const useSetState = (id: string) =>
  useAccountChange((isDisabled: boolean) => call(setAccountState, { params: { id }, body: { isDisabled } }));

export const useResetSecondFactor = (id: string) =>
  useAccountChange((_: undefined) => call(resetSecondFactor, { params: { id } }));

export const useInvite = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (accountIds: string[]) => call(inviteAccounts, { body: { accountIds } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ACCOUNTS }),
  });
};

export const useMailInvitations = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (accountIds: string[]) => call(mailInvitations, { body: { accountIds } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ACCOUNTS }),
  });
};

export const useImport = (dryRun: 'yes' | 'no') => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => call(importAccounts, { query: { dryRun }, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ACCOUNTS }),
  });
};
