import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { getSubmission } from '#features/collection/contract.ts';
import {
  type DifficultyView,
  getDifficulty,
  getDifficultyStatistics,
  listDifficulties,
} from '#features/difficulty/contract.ts';
import {
  addOwnEvidenceFile,
  addOwnEvidenceReference,
  answerDifficulty,
  directDifficulty,
  getOwnEvidenceFile,
  listOwnEvidence,
  raiseDifficulty,
  replyToDifficulty,
  ruleOnDifficulty,
} from '#features/difficulty/write-contract.ts';
import { listOrganizationChoices } from '#features/organization/contract.ts';
import { getPlanItem } from '#features/plan/contract.ts';
import { addressOf, call } from '#web/api/call.ts';
import type { EvidencePlace } from '#web/widgets/evidence/evidence-place.ts';

const KEY = ['difficulties'] as const;

type Filter = Readonly<Record<string, string>>;

export const PAGE_SIZE = 50;

export const difficultiesQuery = (filter: Filter, page: number) =>
  queryOptions({
    queryKey: [...KEY, 'list', filter, page],
    queryFn: ({ signal }) =>
      call(listDifficulties, {
        query: { ...filter, offset: String((page - 1) * PAGE_SIZE), limit: String(PAGE_SIZE) },
        signal,
      }),
  });

export const statisticsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: [...KEY, 'statistics', filter],
    queryFn: ({ signal }) => call(getDifficultyStatistics, { query: filter, signal }),
  });

export const difficultyQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => call(getDifficulty, { params: { id }, signal }),
  });

export const organizationsQuery = queryOptions({
  queryKey: ['organization-choices'],
  queryFn: ({ signal }) => call(listOrganizationChoices, { signal }),
});

/** The task or target that a difficulty is to be raised with. */
export const hinderedItemQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'item', id],
    queryFn: ({ signal }) => call(getPlanItem, { params: { id }, signal }),
  });

/** The report that a difficulty is to be raised with. */
export const hinderedReportQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'report', id],
    queryFn: ({ signal }) => call(getSubmission, { params: { id }, signal }),
  });

export const ownEvidenceQuery = (organization: string) =>
  queryOptions({
    queryKey: [...KEY, 'evidence', organization],
    queryFn: ({ signal }) => call(listOwnEvidence, { params: { organization }, signal }),
  });

type Input<Route extends { readonly body?: unknown }> = z.input<Extract<Route['body'], z.ZodType>>;

const useKeep = () => {
  const queries = useQueryClient();
  return async (after: DifficultyView): Promise<void> => {
    await queries.invalidateQueries({ queryKey: KEY });
    queries.setQueryData(difficultyQuery(after.id).queryKey, after);
    void queries.invalidateQueries({ queryKey: ['collection', 'notices'] });
  };
};

export const useRaiseDifficulty = () =>
  useMutation({
    mutationFn: (body: Input<typeof raiseDifficulty>) => call(raiseDifficulty, { body }),
    onSuccess: useKeep(),
  });

/** A move as it is sent. */
export type MoveInput =
  | Input<typeof answerDifficulty>
  | Input<typeof directDifficulty>
  | Input<typeof replyToDifficulty>
  | ({ readonly move: 'rule' } & Input<typeof ruleOnDifficulty>);

const sendMove = (id: string, body: MoveInput): Promise<DifficultyView> => {
  const params = { id };
  switch (body.move) {
    case 'answer':
    case 'give-back':
      return call(answerDifficulty, { params, body });
    case 'pass':
    case 'forward':
      return call(directDifficulty, { params, body });
    case 'rule': {
      const { move: _, ...ruling } = body;
      return call(ruleOnDifficulty, { params, body: ruling });
    }
    case 'ask-back':
    case 'accept':
    case 'withdraw':
      return call(replyToDifficulty, { params, body });
  }
};

export const useMove = (id: string) =>
  useMutation({ mutationFn: (body: MoveInput) => sendMove(id, body), onSuccess: useKeep() });

/** What is being written as a place of evidence: what is added is chosen for it at once. */
export const useOwnEvidencePlace = (
  organization: string,
  choose: (evidenceId: string) => void,
): EvidencePlace => {
  const queries = useQueryClient();
  const params = { organization };
  return {
    add: async (addition, writeId) => {
      if (addition.kind === 'known') {
        choose(addition.evidenceId);
        return;
      }
      const after =
        addition.kind === 'file'
          ? await call(addOwnEvidenceFile, { params, query: { writeId }, file: addition.file })
          : await call(addOwnEvidenceReference, { params, body: { reference: addition, writeId } });
      queries.setQueryData(ownEvidenceQuery(organization).queryKey, after);
      if (after.added !== null) choose(after.added);
    },
    fileAddress: (evidenceId) => addressOf(getOwnEvidenceFile, { params: { ...params, evidenceId } }),
  };
};
