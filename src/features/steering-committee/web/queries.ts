import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { listDifficulties } from '#features/difficulty/contract.ts';
import { getTaskBoard, listExecutionChoices, listTaskStates } from '#features/execution/contract.ts';
import {
  addCommitteeMember,
  changeCommitteeMember,
  eraseMemberName,
  getCommitteeMember,
  listAreaTargets,
  listCommittee,
  listCommitteeChoices,
} from '#features/steering-committee/contract.ts';
import { call } from '#web/api/call.ts';

const KEY = ['steering-committee'] as const;

export const committeeQuery = queryOptions({
  queryKey: [...KEY, 'members'],
  queryFn: ({ signal }) => call(listCommittee, { signal }),
  staleTime: 0,
});

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'member', id],
    queryFn: ({ signal }) => call(getCommitteeMember, { params: { id }, signal }),
    staleTime: 0,
  });

export const choicesQuery = queryOptions({
  queryKey: [...KEY, 'choices'],
  queryFn: ({ signal }) => call(listCommitteeChoices, { signal }),
});

/** Plans with their sections. */
export const plansQuery = queryOptions({
  queryKey: ['execution', 'choices'],
  queryFn: ({ signal }) => call(listExecutionChoices, { signal }),
});

/** How many rows a section of the page shows before it leads on. */
export const MOST_SHOWN = 8;

/** The board of an area: the very figures that the board of tasks shows of it. */
export const areaBoardQuery = (responsible: string) =>
  queryOptions({
    queryKey: ['execution', 'board', 'area', responsible],
    queryFn: ({ signal }) =>
      call(getTaskBoard, { query: { responsible, perState: String(MOST_SHOWN) }, signal }),
    staleTime: 0,
  });

/** Tasks of an area of which something was said or decided since a day. */
export const areaChangesQuery = (responsible: string, since: string) =>
  queryOptions({
    queryKey: ['execution', 'list', 'area', responsible, since],
    queryFn: ({ signal }) =>
      call(listTaskStates, { query: { responsible, since, limit: String(MOST_SHOWN) }, signal }),
    staleTime: 0,
  });

/** Difficulties of an area that wait for the leaders of the province. */
export const areaDifficultiesQuery = (responsible: string) =>
  queryOptions({
    queryKey: ['difficulties', 'area', responsible],
    queryFn: ({ signal }) =>
      call(listDifficulties, {
        query: { responsible, state: 'forwarded', limit: String(MOST_SHOWN) },
        signal,
      }),
    staleTime: 0,
  });

/** Targets of an area that need a look. */
export const areaTargetsQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'targets', id],
    queryFn: ({ signal }) => call(listAreaTargets, { params: { id }, signal }),
    staleTime: 0,
  });

const MOST_FOUND = '20';

/** Tasks whose names have these words. */
export const foundTasksQuery = (text: string) =>
  queryOptions({
    queryKey: ['execution', 'list', 'found', text],
    queryFn: ({ signal }) => call(listTaskStates, { query: { text, limit: MOST_FOUND }, signal }),
    enabled: text !== '',
  });

type Input<Route extends { readonly body?: unknown }> = z.input<Extract<Route['body'], z.ZodType>>;

/** A membership as it is sent. */
export type MemberContent = Omit<Input<typeof addCommitteeMember>, 'writeId'>;

// Boards offer the areas, and are narrowed down by them.
const useRenew = () => {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: KEY });
    await queries.invalidateQueries({ queryKey: ['execution'] });
  };
};

/** Records a membership, or writes the one that was seen anew. */
export const useSaveMember = (seen: { readonly id: string; readonly version: number } | undefined) =>
  useMutation({
    mutationFn: (body: Input<typeof addCommitteeMember>) =>
      seen
        ? call(changeCommitteeMember, { params: { id: seen.id }, body: { ...body, version: seen.version } })
        : call(addCommitteeMember, { body }),
    onSettled: useRenew(),
  });

export const useEraseName = (id: string) =>
  useMutation({
    mutationFn: (body: Input<typeof eraseMemberName>) => call(eraseMemberName, { params: { id }, body }),
    onSettled: useRenew(),
  });
