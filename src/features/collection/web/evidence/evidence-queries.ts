import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 as newId } from 'uuid';
import {
  addEvidenceFile,
  addEvidenceReference,
  type Attachment,
  type Evidence,
  listEvidence,
  putAttachments,
} from '#features/collection/evidence-contract.ts';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { listDocuments } from '#features/plan/contract.ts';
import { call } from '#web/api/call.ts';

/** What an organization has to prove its figures with: asked for once for all figures of a form. */
export const evidenceQuery = (submissionId: string) =>
  queryOptions({
    queryKey: ['evidence', submissionId],
    queryFn: ({ signal }) => call(listEvidence, { params: { id: submissionId }, signal }),
  });

/** Documents of the register, to choose one as evidence. */
export const documentChoicesQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => call(listDocuments, { signal }),
});

/** The figure that evidence is added to. */
export interface FigurePlace {
  readonly submissionId: string;
  readonly subject: string;
  readonly item: string;
}

/** What is added: a file, a page, a document of the register, or what was sent before. */
export type Addition =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'link'; readonly url: string; readonly title: string }
  | { readonly kind: 'document'; readonly documentId: string }
  | { readonly kind: 'known'; readonly evidenceId: string };

const send = async (submissionId: string, addition: Addition, writeId: string): Promise<string> => {
  const params = { id: submissionId };
  if (addition.kind === 'known') return addition.evidenceId;
  const added: Evidence =
    addition.kind === 'file'
      ? await call(addEvidenceFile, { params, query: { writeId }, file: addition.file })
      : await call(addEvidenceReference, { params, body: { reference: addition, writeId } });
  return added.id;
};

/** Changes what stands behind figures, and lets the form see it. */
export const useAttach = (submissionId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: {
      readonly attach: readonly Attachment[];
      readonly detach: readonly Attachment[];
    }) =>
      call(putAttachments, {
        params: { id: submissionId },
        body: { attach: [...change.attach], detach: [...change.detach] },
      }),
    onSuccess: (after) => {
      queries.setQueryData(evidenceQuery(submissionId).queryKey, after);
      void queries.invalidateQueries(submissionQuery(submissionId));
    },
    onError: () => void queries.invalidateQueries(evidenceQuery(submissionId)),
  });
};

/** Adds evidence and attaches it to a figure. A retry after a lost answer keeps it once. */
export const useAddEvidence = ({ submissionId, subject, item }: FigurePlace) => {
  const attach = useAttach(submissionId);
  return useMutation({
    mutationFn: async ({ addition, writeId }: { readonly addition: Addition; readonly writeId: string }) => {
      const evidenceId = await send(submissionId, addition, writeId);
      return attach.mutateAsync({ attach: [{ subject, item, evidenceId }], detach: [] });
    },
    retry: (failures, error) => failures < 2 && 'code' in error && error.code === 'network.unreachable',
  });
};

/** An addition with the id by which the server knows a retry. */
export const asWrite = (addition: Addition): { addition: Addition; writeId: string } => ({
  addition,
  writeId: newId(),
});
