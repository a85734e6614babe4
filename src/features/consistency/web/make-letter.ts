import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { makePaper, type PaperRequest } from '#features/official-document/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import type { FindingsSearch } from '#web/search-params.ts';
import { queryOf } from './finding-filter.ts';

type LetterRequest = Extract<PaperRequest, { kind: 'findings-letter' }>;

/** The letter on what an address shows; of whatever state the list is, the letter tells of what is open. */
export const letterRequestOf = (search: FindingsSearch): LetterRequest => {
  const { documentId, kind, severity, agency } = queryOf(search);
  return { kind: 'findings-letter', documentId: documentId ?? null, within: { kind, severity, agency } };
};

/** Makes a letter and goes to its page. */
export const useMakeLetter = (request: LetterRequest) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const key = JSON.stringify(request);
  // One id for each letter: a retry after a lost answer must not make it twice.
  const [write, setWrite] = useState<{ readonly key: string; readonly id: string } | null>(null);
  const making = useMutation({
    mutationFn: ({ id: writeId }: { readonly key: string; readonly id: string }) =>
      call(makePaper, { body: { request, writeId } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['official-documents'] });
      await navigate({ to: '/van-ban-hanh-chinh/$id', params: { id } });
    },
    onError: (error) => {
      if (toProblem(error).code !== 'network.unreachable') setWrite(null);
    },
  });
  return {
    make: () => {
      const kept = write?.key === key ? write : { key, id: newId() };
      setWrite(kept);
      making.mutate(kept);
    },
    isPending: making.isPending,
    // What went wrong with another choice is not said of this one.
    error: making.variables?.key === key ? making.error : null,
  };
};
