import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Action } from '#core/access/permissions.ts';
import { getSession, signIn, signOut, type SessionView } from '#features/account/contract.ts';
import { getSystem } from '#features/system/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';

/** Who is signed in. Refused with `session.required` when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(getSession, { signal }),
  staleTime: 5 * 60_000,
});

/** What kind of installation this is; it does not change while the page is open. */
export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => call(getSystem, { signal }),
  staleTime: Infinity,
});

/** The signed-in person. Only pages inside the shell may ask: it has loaded the session before. */
export const useSession = (): SessionView => useSuspenseQuery(sessionQuery).data;

/** Whether the server permits this action to the signed-in person; the web never computes it. */
export const usePermission = (action: Action): boolean => useSession().permittedActions.includes(action);

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** One-time code, once the server has asked for it. */
  readonly code?: string;
}

/** Opens a session and keeps it as that of the signed-in person, then does what comes next. */
export const useSignIn = (onSignedIn: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Credentials) => call(signIn, { body }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
      onSignedIn();
    },
  });
};

/**
 * Ends the session, forgets everything that was read in it, and goes to the sign-in page; after a single sign-on to where
 * the provider's own session ends.
 */
export const useSignOut = () => {
  const queries = useQueryClient();
  const leave = (continueAt: string | null): void => {
    queries.clear();
    window.location.assign(continueAt ?? '/dang-nhap');
  };
  return useMutation({
    mutationFn: () => call(signOut),
    onSuccess: ({ continueAt }) => {
      leave(continueAt);
    },
    onError: (error) => {
      if (toProblem(error).code === 'session.required') leave(null);
    },
  });
};
