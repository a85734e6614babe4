import { queryOptions } from '@tanstack/react-query';
import { getSubmission } from '#features/collection/contract.ts';
import { getSubmissionChanges } from '#features/collection/follow-up-contract.ts';
import { call } from '#web/api/call.ts';
import { COLLECTION_KEY } from '#features/collection/web/rounds/queries.ts';

/** A report as its appraiser reads it. */
export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: [...COLLECTION_KEY, 'appraisal', id],
    queryFn: ({ signal }) => call(getSubmission, { params: { id }, signal }),
  });

/** What changed since the report was sent the time before. */
export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: [...COLLECTION_KEY, 'changes', id],
    queryFn: ({ signal }) => call(getSubmissionChanges, { params: { id }, signal }),
  });
