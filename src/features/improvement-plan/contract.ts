import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import {
  ImprovementOptionView,
  ImprovementRequest,
  KeptPlan,
  KeptPlanSummary,
  SolvedPlans,
} from '#contract/improvement-plan.ts';
import { route } from '#contract/route.ts';
import { DecimalText, FileAnswer } from '#contract/schemas.ts';
import { LocalizedText, PointsRange } from '#contract/scoring.ts';

const Selection = z.object({
  framework: z.string().max(60).optional(),
  subject: z.string().max(40).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

/** Why nothing can surely be won on an indicator. */
export const WITHOUT_WAY = ['full', 'unknown-rule', 'no-data', 'not-applicable', 'other'] as const;

const OptionList = z
  .object({
    framework: z.object({ code: z.string(), version: z.number().int(), title: LocalizedText }),
    subject: z.object({ code: z.string(), name: z.string() }),
    year: z.number().int(),
    points: PointsRange,
    maximum: DecimalText,
    /** The goal that a document states for the subject, when one does. */
    statedGoal: DecimalText.nullable(),
    mainIndicators: z.array(
      z.object({ code: z.string(), name: LocalizedText, points: PointsRange, maximum: DecimalText }),
    ),
    options: z.array(ImprovementOptionView),
    withoutWay: z.array(
      z.object({
        code: z.string(),
        name: LocalizedText,
        points: PointsRange,
        maximum: DecimalText,
        reason: z.enum(WITHOUT_WAY),
      }),
    ),
  })
  .meta({ id: 'ImprovementOptionList' });
export type OptionList = z.infer<typeof OptionList>;

const SOLVE_REFUSALS = [
  'record.not-found',
  'index.not-assessed',
  'improvement-plan.goal-unreachable',
  'improvement-plan.rank-unknown',
  'optimization.too-complex',
  'request.cancelled',
] as const;

export const listImprovementOptions = route({
  method: 'GET',
  path: '/index/improvement-options',
  operationId: 'listImprovementOptions',
  summary: 'What can be improved, with the points that it brings and its default effort',
  access: 'index.read',
  query: Selection,
  response: OptionList,
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const solveImprovement = route({
  method: 'POST',
  path: '/index/improvement-plans/solve',
  operationId: 'solveImprovement',
  summary:
    'The cheapest plan to a goal, or the most points for an effort, with its runners-up; nothing is kept',
  access: 'index.read',
  body: ImprovementRequest,
  response: SolvedPlans,
  refusals: SOLVE_REFUSALS,
  since: '0.1.0',
});

/** A plan to be kept: it is computed anew from the request, so that what is kept is what the server found. */
export const KeepPlanInput = z
  .object({
    request: ImprovementRequest,
    /** Which of the plans: 0 for the best, 1 for the first runner-up. */
    place: z.number().int().min(0).max(5),
    name: z.string().max(120).regex(SAYS_SOMETHING),
    note: z.string().max(2000).nullable(),
    /** Effort of the plan that the writer saw: refused when the figures have changed since. */
    effort: DecimalText,
    /** The revision that the writer saw; 0 for a new plan. */
    version: z.number().int().min(0),
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  })
  .meta({ id: 'KeepImprovementPlan' });
export type KeepPlanInput = z.infer<typeof KeepPlanInput>;

const Id = z.object({ id: z.uuid() });

export const keepImprovementPlan = route({
  method: 'PUT',
  path: '/index/improvement-plans/:id',
  operationId: 'keepImprovementPlan',
  summary: 'Keep a plan by name as draft targets, or a new revision of it',
  access: 'improvement-plan.write',
  params: Id,
  body: KeepPlanInput,
  response: KeptPlan,
  refusals: [...SOLVE_REFUSALS, 'edit.conflict'],
  since: '0.1.0',
});

export const listImprovementPlans = route({
  method: 'GET',
  path: '/index/improvement-plans',
  operationId: 'listImprovementPlans',
  summary: 'The plans that were kept, the latest first, each in its latest revision',
  access: 'index.read',
  query: Selection,
  response: z
    .object({ items: z.array(KeptPlanSummary), total: z.number().int() })
    .meta({ id: 'KeptImprovementPlanList' }),
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const getImprovementPlan = route({
  method: 'GET',
  path: '/index/improvement-plans/:id',
  operationId: 'getImprovementPlan',
  summary: 'A kept plan with its draft targets, in its latest or an earlier revision',
  access: 'index.read',
  params: Id,
  query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
  response: KeptPlan,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const exportImprovementPlan = route({
  method: 'GET',
  path: '/index/improvement-plans/:id/file',
  operationId: 'exportImprovementPlan',
  summary: 'A kept plan as a workbook laid out like the appendix of a plan: present and target values',
  access: 'index.read',
  params: Id,
  query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});
