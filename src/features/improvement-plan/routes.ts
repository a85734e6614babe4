import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import {
  exportImprovementPlan,
  getImprovementPlan,
  keepImprovementPlan,
  listImprovementOptions,
  listImprovementPlans,
  solveImprovement,
} from './contract.ts';
import { keepPlan } from './keep-plan.ts';
import { answerKeptPlan, answerKeptPlans } from './kept-view.ts';
import { writePlanSheet } from './plan-sheet.ts';
import { answerOptions, answerPlans } from './service.ts';

/** What to do next: options, plans computed for a goal, plans that were kept. */
export const improvementPlanRoutes: readonly HandledRoute[] = [
  handle(listImprovementOptions, ({ query }, { db }) => answerOptions(db, query)),
  handle(solveImprovement, ({ body }, { db, optimizer, watchClient }) =>
    answerPlans(db, body, { optimizer, cancelled: watchClient() }),
  ),
  handle(keepImprovementPlan, async ({ params, body }, context) => {
    const { db, actor, clock, optimizer, caller, watchClient } = context;
    if (!actor) return refuse('session.required');
    const keeping = { db, clock, optimizer, accountId: actor.accountId, caller, cancelled: watchClient() };
    const plan = await keepPlan(keeping, params.id, body);
    return isRefusal(plan) ? plan : answerKeptPlan(db, plan.id, plan.revision);
  }),
  handle(listImprovementPlans, ({ query }, { db }) => answerKeptPlans(db, query)),
  handle(exportImprovementPlan, async ({ params, query }, { db }) => {
    const plan = await answerKeptPlan(db, params.id, query.revision);
    if (isRefusal(plan)) return plan;
    const framework = await findFrameworkVersion(db, plan.framework, plan.frameworkVersion);
    return framework
      ? writePlanSheet(plan, framework)
      : refuse('record.not-found', { kind: 'framework', code: plan.framework });
  }),
  handle(getImprovementPlan, ({ params, query }, { db }) => answerKeptPlan(db, params.id, query.revision)),
];
