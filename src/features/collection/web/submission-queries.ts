import { queryOptions } from '@tanstack/react-query';
import { getSubmission, listWork } from '#features/collection/contract.ts';
import { call } from '#web/api/call.ts';

/** What the signed-in person must do in open rounds. */
export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => call(listWork, { signal }),
});

/** The form of one organization in one round. */
export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => call(getSubmission, { params: { id }, signal }),
  });
