import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cancelJob, getJob } from '#features/job/contract.ts';
import { call } from '#web/api/call.ts';

const MILLISECONDS_BETWEEN_LOOKS = 1000;

const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: ({ signal }) => call(getJob, { params: { id }, signal }),
  });

/** How far a job is, asked again each second until it is over. */
export const useJob = (id: string) =>
  useQuery({
    ...jobQuery(id),
    refetchInterval: ({ state }) => (state.data?.endedAt === null ? MILLISECONDS_BETWEEN_LOOKS : false),
  });

/** Ends a job. */
export const useStopJob = (id: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(cancelJob, { params: { id } }),
    onSuccess: (job) => queries.setQueryData(jobQuery(id).queryKey, job),
  });
};
