import { queryOptions, useQuery } from '@tanstack/react-query';
import { getTaskBoard, listTaskStates } from '#features/execution/contract.ts';
import { call } from '#web/api/call.ts';
import { usePermission } from '#web/session/session.ts';

// Told anew with all else of the execution of tasks.
const KEY = ['execution', 'my-work'] as const;

/** How many of the person's tasks are named on the first page. */
export const MOST_SHOWN = 5;

// Who may read all by another role still answers for the own organizations alone.
const ownTasksQuery = queryOptions({
  queryKey: [...KEY, 'own'],
  queryFn: ({ signal }) =>
    call(getTaskBoard, { query: { whose: 'own', week: 'this', perState: String(MOST_SHOWN) }, signal }),
});

const waitingQuery = (waits: 'confirmation' | 'extension') =>
  queryOptions({
    queryKey: [...KEY, waits],
    queryFn: async ({ signal }) =>
      (await call(listTaskStates, { query: { waits, limit: '1' }, signal })).total,
  });

/** The tasks of the own organizations that must be looked at this week; never asked for by who reports on none. */
export const useOwnTasks = () => useQuery({ ...ownTasksQuery, enabled: usePermission('execution.report') });

/** How many tasks wait for the person to confirm a report or to decide on an extension. */
export const useTaskDecisions = () => {
  const enabled = usePermission('execution.decide');
  const confirmations = useQuery({ ...waitingQuery('confirmation'), enabled });
  const extensions = useQuery({ ...waitingQuery('extension'), enabled });
  return {
    confirmations: confirmations.data ?? 0,
    extensions: extensions.data ?? 0,
    error: confirmations.error ?? extensions.error,
    retry: () => {
      void confirmations.refetch();
      void extensions.refetch();
    },
  };
};
