import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  decideFinding,
  getFinding,
  listFindings,
  type FindingDecisionInput,
} from '#features/consistency/contract.ts';
import { call } from '#web/api/call.ts';

export const findingsQuery = queryOptions({
  queryKey: ['findings'],
  queryFn: ({ signal }) => call(listFindings, { query: {}, signal }),
});

export const findingQuery = (fingerprint: string) =>
  queryOptions({
    queryKey: ['finding', fingerprint],
    queryFn: ({ signal }) => call(getFinding, { params: { fingerprint }, signal }),
  });

/** Keeps a decision about a contradiction. Lists and counts everywhere follow. */
export const useDecideFinding = (fingerprint: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: FindingDecisionInput) => call(decideFinding, { params: { fingerprint }, body }),
    onSuccess: () => queries.invalidateQueries(),
  });
};
