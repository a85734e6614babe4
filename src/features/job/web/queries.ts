import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelJob, listJobs, repeatJob } from '#features/job/contract.ts';
import { call } from '#web/api/call.ts';

const JOBS_KEY = ['jobs'] as const;
const MILLISECONDS_WHILE_OPEN = 2000;
const MILLISECONDS_AT_REST = 15_000;

/** The jobs, asked for again soon while one runs or waits. */
export const jobsQuery = queryOptions({
  queryKey: JOBS_KEY,
  queryFn: ({ signal }) => call(listJobs, { signal }),
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ endedAt }) => endedAt === null) === true
      ? MILLISECONDS_WHILE_OPEN
      : MILLISECONDS_AT_REST,
});

/** Ends a job, or has it done again. */
export const useJobDeed = (deed: 'cancel' | 'repeat') => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(deed === 'cancel' ? cancelJob : repeatJob, { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: JOBS_KEY }),
  });
};
