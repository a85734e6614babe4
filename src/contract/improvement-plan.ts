import { z } from 'zod';
import type { PlanRemark as CorePlanRemark } from '#core/improvement-plan/plan-remarks.ts';
import { AgencyReference, DataValue, LocalizedText, PointsRange } from './scoring.ts';
import { DecimalText, Instant } from './schemas.ts';

/** An amount that can't be negative: points, effort, a value to be reached. */
export const Amount = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,9})?$/)
  .meta({ id: 'Amount', description: 'Exact decimal number of zero or more, as text' });

/** What a plan is computed for. */
export const ImprovementAim = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('points'),
      /** Code of a main or component indicator; null for the whole index. */
      component: z.string().max(20).nullable(),
      points: Amount,
    }),
    z.object({ kind: z.literal('rank'), rank: z.number().int().min(1).max(10_000) }),
    z.object({
      kind: z.literal('most-points'),
      component: z.string().max(20).nullable(),
      /** Null for all that the limits allow. */
      effort: Amount.nullable(),
    }),
  ])
  .meta({
    id: 'ImprovementAim',
    description: 'Cheapest to some points or a rank, or most points for an effort',
  });
export type ImprovementAim = z.infer<typeof ImprovementAim>;

/** Efforts and limits that somebody set; what is left out has its default or no limit. */
export const ImprovementSettings = z
  .object({
    perUnit: z.array(z.object({ option: z.string().max(80), effort: Amount })).max(500),
    ceilings: z.array(z.object({ option: z.string().max(80), value: Amount })).max(500),
    indicatorLimits: z.array(z.object({ component: z.string().max(20), effort: Amount })).max(500),
    agencyLimits: z.array(z.object({ agency: z.string().max(200), effort: Amount })).max(500),
  })
  .meta({ id: 'ImprovementSettings' });
export type ImprovementSettings = z.infer<typeof ImprovementSettings>;

/** Each runner-up is solved anew. */
export const MOST_ALTERNATIVES = 5;

/** A plan to be computed. */
export const ImprovementRequest = z
  .object({
    framework: z.string().max(60).optional(),
    subject: z.string().max(40).optional(),
    year: z.number().int().min(2000).max(2100).optional(),
    aim: ImprovementAim,
    settings: ImprovementSettings,
    /** How many runner-up plans are wanted. */
    alternatives: z.number().int().min(0).max(MOST_ALTERNATIVES),
  })
  .meta({ id: 'ImprovementRequest' });
export type ImprovementRequest = z.infer<typeof ImprovementRequest>;

/** A value of a lever: a decimal, yes or no, or a level with its name. */
const LeverValue = z
  .object({ value: z.string(), name: LocalizedText.nullable() })
  .meta({ id: 'LeverValue', description: 'A decimal, yes, no, or the code of a level with its name' });
export type LeverValue = z.infer<typeof LeverValue>;

const lever = {
  option: z.string(),
  componentCode: z.string(),
  componentName: LocalizedText,
  item: z.string(),
  itemName: LocalizedText,
  leverKind: z.enum(['number', 'yes-no', 'level']),
  unit: LocalizedText.nullable(),
  /** Of the present value only a bound is known. */
  startIsBound: z.boolean(),
  leadAgencies: z.array(AgencyReference),
};

/** A way to win points. */
export const ImprovementOptionView = z
  .object({
    ...lever,
    from: LeverValue,
    /** The farthest value that brings points. */
    to: LeverValue,
    gain: DecimalText,
    /** Nothing is won before the end. */
    allOrNothing: z.boolean(),
    defaultEffortPerUnit: DecimalText,
    /** Effort of the whole way at the default. */
    defaultEffort: DecimalText,
  })
  .meta({ id: 'ImprovementOption' });
export type ImprovementOptionView = z.infer<typeof ImprovementOptionView>;

export const PlanStepView = z
  .object({
    ...lever,
    from: LeverValue,
    to: LeverValue,
    /** Points that the step adds, in the order of the steps. */
    gain: DecimalText,
    effort: DecimalText,
    /** Nothing is won unless the step is made whole. */
    allOrNothing: z.boolean(),
  })
  .meta({ id: 'ImprovementPlanStep' });
export type PlanStepView = z.infer<typeof PlanStepView>;

const Step = z.string();

const PlanRemark: z.ZodType<CorePlanRemark> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('goal-met'), points: DecimalText, goal: DecimalText }),
    z.object({
      kind: z.literal('reaches-goal'),
      points: DecimalText,
      goal: DecimalText,
      missing: DecimalText,
      after: DecimalText,
      steps: z.number().int(),
      effort: DecimalText,
      least: DecimalText.nullable(),
    }),
    z.object({
      kind: z.literal('wins-most'),
      points: DecimalText,
      after: DecimalText,
      gain: DecimalText,
      budget: DecimalText.nullable(),
      effort: DecimalText,
    }),
    z.object({ kind: z.literal('best-yield'), step: Step, gain: DecimalText, effort: DecimalText }),
    z.object({ kind: z.literal('largest-gain'), step: Step, gain: DecimalText, percent: DecimalText }),
    z.object({ kind: z.literal('all-or-nothing'), steps: z.array(Step) }),
    z.object({ kind: z.literal('partly'), steps: z.array(Step) }),
    z.object({ kind: z.literal('start-is-bound'), steps: z.array(Step) }),
    z.object({ kind: z.literal('others-held'), steps: z.array(Step) }),
    z.object({ kind: z.literal('counts-low'), after: DecimalText, atMost: DecimalText }),
  ])
  .meta({ id: 'ImprovementPlanRemark', description: 'What a plan says, for a sentence' });

/** A plan as it was computed, checked with the exact engine. */
export const PlanView = z
  .object({
    steps: z.array(PlanStepView),
    effort: DecimalText,
    /** Points of what the aim is about, before and after. */
    before: PointsRange,
    after: PointsRange,
    agencies: z.array(
      z.object({
        agency: AgencyReference,
        effort: DecimalText,
        gain: DecimalText,
        /** Options of the steps that it leads. */
        steps: z.array(z.string()),
      }),
    ),
    remarks: z.array(PlanRemark),
    /** Proof of the solver: no plan needs less effort than this, or none wins more points than this. */
    bound: DecimalText,
  })
  .meta({ id: 'ImprovementPlan' });
export type PlanView = z.infer<typeof PlanView>;

/** The best plan and its runners-up. */
export const SolvedPlans = z
  .object({
    framework: z.object({ code: z.string(), version: z.number().int(), title: LocalizedText }),
    subject: z.object({ code: z.string(), name: z.string() }),
    year: z.number().int(),
    aim: ImprovementAim,
    /** Points that the aim asks for; null when it asks for the most. */
    goal: DecimalText.nullable(),
    /** Name of the component that the aim is about; null for the whole index. */
    componentName: LocalizedText.nullable(),
    maximum: DecimalText,
    plans: z.array(PlanView),
  })
  .meta({ id: 'ImprovementPlans' });
export type SolvedPlans = z.infer<typeof SolvedPlans>;

export const KeptPlanSummary = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    name: z.string(),
    note: z.string().nullable(),
    framework: z.string(),
    frameworkVersion: z.number().int(),
    subject: z.object({ code: z.string(), name: z.string() }),
    year: z.number().int(),
    goal: DecimalText.nullable(),
    before: PointsRange,
    after: PointsRange,
    effort: DecimalText,
    steps: z.number().int(),
    keptAt: Instant,
    keptBy: z.string().nullable(),
  })
  .meta({ id: 'KeptImprovementPlanSummary' });
export type KeptPlanSummary = z.infer<typeof KeptPlanSummary>;

/** A kept plan: its steps are draft targets, which are not in the registers. */
export const KeptPlan = KeptPlanSummary.extend({
  aim: ImprovementAim,
  settings: ImprovementSettings,
  targets: z.array(PlanStepView),
  bound: DecimalText,
  /** Items of the plan whose value is another one now: the plan is outdated when there are any. */
  changed: z.array(z.object({ item: z.string(), then: DataValue, now: DataValue })),
  revisions: z.array(
    z.object({
      revision: z.number().int(),
      name: z.string(),
      keptAt: Instant,
      keptBy: z.string().nullable(),
    }),
  ),
}).meta({ id: 'KeptImprovementPlan' });
export type KeptPlan = z.infer<typeof KeptPlan>;
