import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  getPaper,
  getPaperFile,
  issuePaper,
  listPaperChoices,
  listPapers,
  startPaper,
  startPaperFile,
  type PaperFormat,
  type PaperRequest,
} from '#features/official-document/contract.ts';
import { addressOf, call, readText, type CallInput } from '#web/api/call.ts';

/** Everything that making a document changes. */
export const PAPERS_KEY = ['official-documents'] as const;

/** The documents within reach. */
export const papersQuery = queryOptions({
  queryKey: [...PAPERS_KEY, 'list'],
  queryFn: ({ signal }) => call(listPapers, { signal }),
});

/** What documents can be made from. */
export const choicesQuery = queryOptions({
  queryKey: [...PAPERS_KEY, 'choices'],
  queryFn: ({ signal }) => call(listPaperChoices, { signal }),
});

/** One document with what it was made from. */
export const paperQuery = (id: string) =>
  queryOptions({
    queryKey: [...PAPERS_KEY, 'one', id],
    queryFn: ({ signal }) => call(getPaper, { params: { id }, signal }),
  });

/** Where a document is to be had as a file. */
export const paperFileAddress = (id: string, format: PaperFormat, rendering: number): string =>
  addressOf(getPaperFile, { params: { id }, query: { format, rendering } });

/** A rendering as a page to be looked at: it never changes. */
export const previewQuery = (id: string, rendering: number) =>
  queryOptions({
    queryKey: [...PAPERS_KEY, 'preview', id, rendering],
    queryFn: ({ signal }) => readText(paperFileAddress(id, 'html', rendering), signal),
    staleTime: Infinity,
  });

/** Has a long document made as a job. */
export const useStartPaper = () =>
  useMutation({
    mutationFn: (body: { readonly request: PaperRequest; readonly writeId: string }) =>
      call(startPaper, { body }),
  });

/** Has a file of a long document made as a job. */
export const useStartPaperFile = (id: string) =>
  useMutation({
    mutationFn: (body: { readonly format: PaperFormat; readonly rendering: number }) =>
      call(startPaperFile, { params: { id }, body }),
  });

type IssueBody = CallInput<typeof issuePaper>['body'];

/** Gives a document its number, day, signer or layout. */
export const useIssuePaper = (id: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: IssueBody) => call(issuePaper, { params: { id }, body }),
    onSuccess: (paper) => {
      queries.setQueryData(paperQuery(id).queryKey, paper);
    },
  });
};
