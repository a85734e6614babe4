import { queryOptions } from '@tanstack/react-query';
import {
  getPaper,
  getPaperFile,
  listPaperChoices,
  listPapers,
  type PaperFormat,
} from '#features/official-document/contract.ts';
import { addressOf, call, readText } from '#web/api/call.ts';

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
export const paperFileAddress = (id: string, format: PaperFormat): string =>
  addressOf(getPaperFile, { params: { id }, query: { format } });

/** A document as a page to be looked at: a document never changes. */
export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: [...PAPERS_KEY, 'preview', id],
    queryFn: ({ signal }) => readText(paperFileAddress(id, 'html'), signal),
    staleTime: Infinity,
  });
