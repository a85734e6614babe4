import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addEvidenceFile,
  addEvidenceReference,
  type Attachment,
  type Evidence,
  getEvidenceFile,
  listEvidence,
  putAttachments,
} from '#features/collection/evidence-contract.ts';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { addressOf, call } from '#web/api/call.ts';
import type { Addition, EvidencePlace } from '#web/widgets/evidence/evidence-place.ts';

/** What an organization has to prove its figures with: asked for once for all figures of a form. */
export const evidenceQuery = (submissionId: string) =>
  queryOptions({
    queryKey: ['evidence', submissionId],
    queryFn: ({ signal }) => call(listEvidence, { params: { id: submissionId }, signal }),
  });

/** The figure that evidence is added to. */
export interface FigurePlace {
  readonly submissionId: string;
  readonly subject: string;
  readonly item: string;
}

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

/** A figure as a place of evidence: what is added is attached to it. */
export const useFigureEvidence = ({ submissionId, subject, item }: FigurePlace): EvidencePlace => {
  const attach = useAttach(submissionId);
  return {
    add: async (addition, writeId) => {
      const evidenceId = await send(submissionId, addition, writeId);
      return attach.mutateAsync({ attach: [{ subject, item, evidenceId }], detach: [] });
    },
    fileAddress: (evidenceId) => addressOf(getEvidenceFile, { params: { id: submissionId, evidenceId } }),
  };
};
