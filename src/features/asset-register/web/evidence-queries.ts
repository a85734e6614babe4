import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addEntryEvidenceFile,
  addEntryEvidenceReference,
  type EntryEvidenceList,
  getEntryEvidenceFile,
  listEntryEvidence,
  putEntryEvidence,
} from '#features/asset-register/evidence-contract.ts';
import { addressOf, call } from '#web/api/call.ts';
import type { Addition, EvidencePlace } from '#web/widgets/evidence/evidence-place.ts';
import { REGISTERS_KEY } from './queries.ts';

/** The entry that evidence stands behind. */
export interface EntryParams {
  readonly register: string;
  readonly id: string;
}

/** What stands behind an entry, and what else its owner has to prove it with. */
export const entryEvidenceQuery = (params: EntryParams) =>
  queryOptions({
    // Apart from what the registers say: attaching evidence changes no figure of theirs.
    queryKey: ['entry-evidence', params.register, params.id],
    queryFn: ({ signal }) => call(listEntryEvidence, { params, signal }),
  });

const send = (params: EntryParams, addition: Addition, writeId: string): Promise<EntryEvidenceList> => {
  switch (addition.kind) {
    case 'file':
      return call(addEntryEvidenceFile, { params, query: { writeId }, file: addition.file });
    case 'known':
      return call(putEntryEvidence, { params, body: { attach: [addition.evidenceId], detach: [] } });
    case 'link':
    case 'document':
      return call(addEntryEvidenceReference, { params, body: { reference: addition, writeId } });
  }
};

const useKeepList = (params: EntryParams) => {
  const queries = useQueryClient();
  return (after: EntryEvidenceList): void => {
    queries.setQueryData(entryEvidenceQuery(params).queryKey, after);
    void queries.invalidateQueries({ queryKey: REGISTERS_KEY });
  };
};

/** Takes a piece of evidence away from an entry. */
export const useDetachEvidence = (params: EntryParams) => {
  const keep = useKeepList(params);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (evidenceId: string) =>
      call(putEntryEvidence, { params, body: { attach: [], detach: [evidenceId] } }),
    onSuccess: keep,
    onError: () => void queries.invalidateQueries(entryEvidenceQuery(params)),
  });
};

/** An entry as a place of evidence. */
export const useEntryPlace = (params: EntryParams): EvidencePlace => {
  const keep = useKeepList(params);
  return {
    add: async (addition, writeId) => {
      keep(await send(params, addition, writeId));
    },
    fileAddress: (evidenceId) => addressOf(getEntryEvidenceFile, { params: { ...params, evidenceId } }),
  };
};
