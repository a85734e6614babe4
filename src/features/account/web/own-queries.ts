import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '#features/account/contract.ts';
import {
  acceptInvitation,
  beginSecondFactor,
  changeOwnPassword,
  confirmSecondFactor,
  delegateRole,
  endOtherSessions,
  endOwnSession,
  findInvitation,
  getOwnAccount,
  listOwnSessions,
  removeSecondFactor,
  renewRecoveryCodes,
  takeDelegationBack,
  type OwnAccount,
} from '#features/account/own-account-contract.ts';
import { call } from '#web/api/call.ts';
import { sessionQuery } from '#web/session/session.ts';

const OWN = ['own-account'] as const;

export const ownAccountQuery = queryOptions({
  queryKey: [...OWN, 'account'],
  queryFn: ({ signal }) => call(getOwnAccount, { signal }),
});

export const ownSessionsQuery = queryOptions({
  queryKey: [...OWN, 'sessions'],
  queryFn: ({ signal }) => call(listOwnSessions, { signal }),
});

const useRefresh = () => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: OWN });
};

export const useChangePassword = () => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { currentPassword: string | null; newPassword: string }) =>
      call(changeOwnPassword, { body }),
    onSuccess: refresh,
  });
};

export const useBeginSecondFactor = () =>
  useMutation({ mutationFn: (password: string | null) => call(beginSecondFactor, { body: { password } }) });

export const useConfirmSecondFactor = () =>
  useMutation({
    mutationFn: (body: { ticket: string; code: string }) => call(confirmSecondFactor, { body }),
  });

export const useRenewRecoveryCodes = () =>
  useMutation({ mutationFn: (code: string) => call(renewRecoveryCodes, { body: { code } }) });

export const useRemoveSecondFactor = () => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (code: string) => call(removeSecondFactor, { body: { code } }),
    onSuccess: refresh,
  });
};

export const useEndSession = () => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => call(endOwnSession, { params: { id } }),
    onSuccess: refresh,
  });
};

export const useEndOtherSessions = () => {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => call(endOtherSessions), onSuccess: refresh });
};

const useOwnChange = <Input>(mutationFn: (input: Input) => Promise<OwnAccount>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (account) => {
      queries.setQueryData(ownAccountQuery.queryKey, account);
    },
  });
};

export interface DelegationWish {
  readonly holdingId: string;
  readonly toAccountId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly writeId: string;
}

export const useDelegate = () => useOwnChange((body: DelegationWish) => call(delegateRole, { body }));

export const useTakeDelegationBack = () =>
  useOwnChange((id: string) => call(takeDelegationBack, { params: { id } }));

export const useFindInvitation = () =>
  useMutation({ mutationFn: (code: string) => call(findInvitation, { body: { code } }) });

/** Keeps a session that was opened beside the sign-in form as that of the signed-in person. */
export const useKeepSession = () => {
  const queries = useQueryClient();
  return (session: SessionView): void => {
    queries.setQueryData(sessionQuery.queryKey, session);
  };
};

export const useAcceptInvitation = () => {
  const keep = useKeepSession();
  return useMutation({
    mutationFn: (body: { code: string; password: string; secondFactorCode?: string }) =>
      call(acceptInvitation, { body }),
    onSuccess: keep,
  });
};
