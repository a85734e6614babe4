import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { vi as stateWords } from '#web/widgets/task-state/messages.vi.ts';
import * as contract from './contract.ts';
import { writePlanSheet } from './plan-sheet.ts';
import type { PlanKey } from './store.ts';
import { listPlans, viewPlan } from './view-plan.ts';
import { viewWeek } from './view-week.ts';
import { getWorkWeek } from './week-contract.ts';
import { addSteps, changeStep, type PlanWriter } from './write-plan.ts';

/** The HTTP layer has refused whoever is not signed in. */
const writerOf = ({ db, clock, actor, caller }: RequestContext): PlanWriter => {
  if (!actor) throw new Error('A write without an actor');
  return { db, clock, actor, caller };
};

const keyOf = ({ id, organization }: { readonly id: string; readonly organization: string }): PlanKey => ({
  ...{ taskId: id.toLowerCase(), organization },
});

const add = async (
  context: RequestContext,
  key: PlanKey,
  body: Parameters<typeof addSteps>[2],
): Promise<contract.WorkPlan | Refusal> =>
  (await addSteps(writerOf(context), key, body)) ?? viewPlan(context, key);

/** The work plans of organizations under tasks, and their weeks. */
export const workPlanRoutes: readonly HandledRoute[] = [
  handle(contract.listWorkPlans, ({ params }, context) => listPlans(context, params.id)),
  handle(contract.getWorkPlan, ({ params }, context) => viewPlan(context, keyOf(params))),
  handle(contract.addWorkSteps, ({ params, body }, context) => add(context, keyOf(params), body)),
  handle(contract.changeWorkStep, ({ params, body }, context) =>
    changeStep(writerOf(context), params.id.toLowerCase(), body),
  ),
  handle(contract.getWorkPlanSheet, async ({ params }, context) => {
    const plan = await viewPlan(context, keyOf(params));
    return isRefusal(plan) ? plan : writePlanSheet(plan, stateWords.states);
  }),
  handle(getWorkWeek, ({ query }, context) => viewWeek(context, query)),
];
