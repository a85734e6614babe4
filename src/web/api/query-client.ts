import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem-error.ts';

const isWorthRetrying = (error: unknown): boolean =>
  ['network.unreachable', 'server.unavailable'].includes(toProblem(error).code);

/**
 * The cache of what the server said. Only what may pass by itself is asked again; a refusal is final.
 * `onSessionEnd` is told when the server no longer knows who we are.
 */
export const buildQueryClient = (onSessionEnd: () => void): QueryClient => {
  const onError = (error: unknown): void => {
    if (toProblem(error).code === 'session.required') onSessionEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      },
      mutations: { retry: false },
    },
  });
};
