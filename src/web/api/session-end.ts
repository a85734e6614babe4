import { skipToken, useQuery, type QueryClient } from '@tanstack/react-query';

/** The server no longer knows who we are, and nobody has signed in again yet. */
export interface SessionEnd {
  /** What was sent last was to be saved, and was not. */
  readonly isUnsaved: boolean;
  /** The reader has not put the question to sign in again aside. */
  readonly isAsked: boolean;
}

const KEY = ['session-end'] as const;

/** How the session ended; null while it lasts. */
export const useSessionEnd = (): SessionEnd | null =>
  useQuery<SessionEnd | null>({ queryKey: KEY, queryFn: skipToken, initialData: null, gcTime: Infinity })
    .data ?? null;

/** Tells the page that the session has ended; null when somebody has signed in again. */
export const setSessionEnd = (queries: QueryClient, end: SessionEnd | null): void => {
  queries.setQueryData<SessionEnd | null>(KEY, end);
};
