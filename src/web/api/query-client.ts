import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem-error.ts';

const isWorthRetrying = (error: unknown): boolean =>
  ['network.unreachable', 'server.unavailable'].includes(toProblem(error).code);

/**
 * The cache of what the server said. Only what may pass by itself is asked again; a refusal is final.
 * `onSessionEnd` is told when the server no longer knows who we are, and whether something was to be saved.
 */
export const buildQueryClient = (onSessionEnd: (isUnsaved: boolean) => void): QueryClient => {
  const whenSessionEnds = (isUnsaved: boolean) => (error: unknown) => {
    if (toProblem(error).code === 'session.required') onSessionEnd(isUnsaved);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: whenSessionEnds(false) }),
    mutationCache: new MutationCache({ onError: whenSessionEnds(true) }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      },
      // Without a connection a form says so at once, instead of sending by itself at some later time.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
};
