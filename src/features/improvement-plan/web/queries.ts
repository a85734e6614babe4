import { queryOptions } from '@tanstack/react-query';
import type { ImprovementRequest } from '#contract/improvement-plan.ts';
import {
  exportImprovementPlan,
  getImprovementPlan,
  listImprovementOptions,
  listImprovementPlans,
  solveImprovement,
} from '#features/improvement-plan/contract.ts';
import { addressOf, call } from '#web/api/call.ts';
import type { PlainSearch } from '#web/search-params.ts';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';

const PLANS_KEY = [...INDEX_KEY, 'improvement-plans'] as const;

/** Everything that a kept plan changes. */
export const KEPT_KEY = [...PLANS_KEY, 'kept'] as const;

/** Which score an address asks about; the latest one with figures when it names none. */
const selectionOf = ({ nam, bo: framework, 'don-vi': subject }: PlainSearch) => ({
  ...(nam !== undefined && { year: Number(nam) }),
  ...(framework !== undefined && { framework }),
  ...(subject !== undefined && { subject }),
});

/** What can be improved. */
export const optionsQuery = (search: PlainSearch) => {
  const query = selectionOf(search);
  return queryOptions({
    queryKey: [...PLANS_KEY, 'options', query],
    queryFn: ({ signal }) => call(listImprovementOptions, { query, signal }),
  });
};

/** The plans for a request: computed, so the same request gives the same answer until a figure changes. */
export const plansQuery = (request: ImprovementRequest) =>
  queryOptions({
    queryKey: [...PLANS_KEY, 'solved', request],
    queryFn: ({ signal }) => call(solveImprovement, { body: request, signal }),
    staleTime: Infinity,
    retry: false,
  });

/** The plans that were kept. */
export const keptPlansQuery = (search: PlainSearch) => {
  const query = selectionOf(search);
  return queryOptions({
    queryKey: [...KEPT_KEY, 'list', query],
    queryFn: ({ signal }) => call(listImprovementPlans, { query, signal }),
  });
};

/** Where a kept plan is to be had as a workbook. */
export const planFileAddress = (id: string, revision: number): string =>
  addressOf(exportImprovementPlan, { params: { id }, query: { revision: String(revision) } });

/** A kept plan. */
export const keptPlanQuery = (id: string, revision: string | undefined) =>
  queryOptions({
    queryKey: [...KEPT_KEY, id, revision ?? 'latest'],
    queryFn: ({ signal }) =>
      call(getImprovementPlan, {
        params: { id },
        query: revision === undefined ? {} : { revision: Number(revision) },
        signal,
      }),
  });
