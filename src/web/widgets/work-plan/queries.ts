import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { addWorkSteps, changeWorkStep, getWorkPlan, listWorkPlans } from '#features/work-plan/contract.ts';
import { call } from '#web/api/call.ts';

const KEY = ['work-plan'] as const;

/** A plan: of an organization under a task. */
export interface PlanParams {
  readonly id: string;
  readonly organization: string;
}

export const workPlanQuery = (params: PlanParams) =>
  queryOptions({
    queryKey: [...KEY, 'plan', params.id, params.organization],
    queryFn: ({ signal }) => call(getWorkPlan, { params, signal }),
  });

/** How far the plans under a task have come. */
export const workPlansQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'of-task', id],
    queryFn: ({ signal }) => call(listWorkPlans, { params: { id }, signal }),
  });

type Input<Route extends { readonly body?: unknown }> = z.input<Extract<Route['body'], z.ZodType>>;

const useRenew = () => {
  const queries = useQueryClient();
  return (): Promise<void> => queries.invalidateQueries({ queryKey: KEY });
};

export const useAddSteps = (params: PlanParams) =>
  useMutation({
    mutationFn: (body: Input<typeof addWorkSteps>) => call(addWorkSteps, { params, body }),
    onSuccess: useRenew(),
  });

/** Changes a step. Somebody else's change meanwhile is fetched as well, so that the page shows what there is now. */
export const useChangeStep = (id: string) =>
  useMutation({
    mutationFn: (body: Input<typeof changeWorkStep>) => call(changeWorkStep, { params: { id }, body }),
    onSettled: useRenew(),
  });
