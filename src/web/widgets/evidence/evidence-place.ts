import { queryOptions, useMutation } from '@tanstack/react-query';
import { v7 as newId } from 'uuid';
import type { EvidenceReference } from '#contract/evidence.ts';
import { listDocuments } from '#features/plan/contract.ts';
import { call } from '#web/api/call.ts';

/** Documents of the register, to choose one as evidence. */
export const documentChoicesQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => call(listDocuments, { signal }),
});

/** What is added: a file, a page, a document of the register, or what was sent before. */
export type Addition =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'known'; readonly evidenceId: string }
  | EvidenceReference;

/** Where evidence stands: behind a figure, behind an entry of a register. */
export interface EvidencePlace {
  /** Adds evidence and lets the page see it. With the same write id it is kept once. */
  readonly add: (addition: Addition, writeId: string) => Promise<unknown>;
  /** Where the file of a piece is. */
  readonly fileAddress: (evidenceId: string) => string;
}

/** Adds evidence to a place. A retry after a lost answer keeps it once. */
export const useAddEvidence = ({ add }: EvidencePlace) =>
  useMutation({
    mutationFn: ({ addition, writeId }: { readonly addition: Addition; readonly writeId: string }) =>
      add(addition, writeId),
    retry: (failures, error) => failures < 2 && 'code' in error && error.code === 'network.unreachable',
  });

/** An addition with the id by which the server knows a retry. */
export const asWrite = (addition: Addition): { addition: Addition; writeId: string } => ({
  addition,
  writeId: newId(),
});
