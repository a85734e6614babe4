import { type Decimal, type DecimalText, decimalText } from '#core/kernel/decimal.ts';
import { type ImprovementPlan, isAllOrNothing, type PlanStep, surePoints } from './improvement-plan.ts';

/**
 * What a plan says in plain words, typed and without prose: dictionaries make the sentences. Steps are named by the id of
 * their option; efforts and points are exact texts.
 */
export type PlanRemark =
  | {
      /** Nothing needs to be done. */
      readonly kind: 'goal-met';
      readonly points: DecimalText;
      readonly goal: DecimalText;
    }
  | {
      readonly kind: 'reaches-goal';
      readonly points: DecimalText;
      readonly goal: DecimalText;
      readonly missing: DecimalText;
      readonly after: DecimalText;
      readonly steps: number;
      readonly effort: DecimalText;
      /** No plan needs less effort than this; null for a runner-up, which is only the cheapest without a step of each plan before. */
      readonly least: DecimalText | null;
    }
  | {
      readonly kind: 'wins-most';
      readonly points: DecimalText;
      readonly after: DecimalText;
      readonly gain: DecimalText;
      readonly budget: DecimalText | null;
      readonly effort: DecimalText;
    }
  | {
      readonly kind: 'best-yield';
      readonly step: string;
      readonly gain: DecimalText;
      readonly effort: DecimalText;
    }
  | {
      readonly kind: 'largest-gain';
      readonly step: string;
      readonly gain: DecimalText;
      /** Percent of the plan's gain. */
      readonly percent: DecimalText;
    }
  | {
      /** Steps that bring nothing unless they are made whole. */
      readonly kind: 'all-or-nothing';
      readonly steps: readonly string[];
    }
  | {
      /** Steps that end before full points: their last value is where the goal is just reached. */
      readonly kind: 'partly';
      readonly steps: readonly string[];
    }
  | {
      /** Steps whose present value is only a bound: the way may be shorter. */
      readonly kind: 'start-is-bound';
      readonly steps: readonly string[];
    }
  | {
      /** Steps that are measured against the best of the others: it is taken to stay where it is. */
      readonly kind: 'others-held';
      readonly steps: readonly string[];
    }
  | {
      /** The goal is counted at the low end; unknown rules and missing data may give up to this much more. */
      readonly kind: 'counts-low';
      readonly after: DecimalText;
      readonly atMost: DecimalText;
    };

const text = (value: Decimal): DecimalText => decimalText(value.toDecimalPlaces(2));
const namesOf = (steps: readonly PlanStep[]): readonly string[] => steps.map(({ option }) => option.id);

const isWhole = ({ option, to }: PlanStep): boolean => to.greaterThanOrEqualTo(option.full);

const listWith = <Kind extends 'all-or-nothing' | 'partly' | 'start-is-bound' | 'others-held'>(
  kind: Kind,
  steps: readonly PlanStep[],
): readonly { readonly kind: Kind; readonly steps: readonly string[] }[] =>
  steps.length === 0 ? [] : [{ kind, steps: namesOf(steps) }];

const aboutSteps = (plan: ImprovementPlan, component: string | null): readonly PlanRemark[] => {
  const [first] = plan.steps;
  if (!first) return [];
  const gained = surePoints(plan.after, component).minus(surePoints(plan.before, component));
  const largest = plan.steps.reduce((most, step) => (step.gain.greaterThan(most.gain) ? step : most), first);
  const best: readonly PlanRemark[] =
    plan.steps.length === 1
      ? []
      : [
          {
            kind: 'best-yield',
            step: first.option.id,
            gain: text(first.gain),
            effort: text(first.effort),
          },
          {
            kind: 'largest-gain',
            step: largest.option.id,
            gain: text(largest.gain),
            percent: gained.isZero() ? '0' : largest.gain.times(100).dividedBy(gained).toFixed(0),
          },
        ];
  return [
    ...best,
    ...listWith('all-or-nothing', plan.steps.filter(isAllOrNothing)),
    ...listWith(
      'partly',
      plan.steps.filter((step) => !isWhole(step) && !isAllOrNothing(step)),
    ),
    ...listWith(
      'start-is-bound',
      plan.steps.filter(({ option }) => option.startIsBound),
    ),
    ...listWith(
      'others-held',
      plan.steps.filter(({ option }) => option.holdsOthers),
    ),
  ];
};

/** What a plan is for, as its remarks tell it. */
export interface PlanPurpose {
  readonly component: string | null;
  /** Null when as many points as possible were asked for. */
  readonly goal: Decimal | null;
  readonly budget: Decimal | null;
  /** What no plan needs less than, rounded down; null for a runner-up. */
  readonly least: DecimalText | null;
}

/** Reads a plan: what it reaches, which step comes first and why, what must be done whole, what is still open. */
export const listPlanRemarks = (plan: ImprovementPlan, purpose: PlanPurpose): readonly PlanRemark[] => {
  const { component, goal, budget, least } = purpose;
  const before = surePoints(plan.before, component);
  const after = surePoints(plan.after, component);
  const scored = component === null ? plan.after : plan.after.byCode.get(component);
  const atMost = scored?.points.high ?? after;
  if (goal?.lessThanOrEqualTo(before)) {
    return [{ kind: 'goal-met', points: text(before), goal: text(goal) }];
  }
  const summary: PlanRemark = goal
    ? {
        kind: 'reaches-goal',
        points: text(before),
        goal: text(goal),
        missing: text(goal.minus(before)),
        after: text(after),
        steps: plan.steps.length,
        effort: text(plan.effort),
        least,
      }
    : {
        kind: 'wins-most',
        points: text(before),
        after: text(after),
        gain: text(after.minus(before)),
        budget: budget && text(budget),
        effort: text(plan.effort),
      };
  return [
    summary,
    ...aboutSteps(plan, component),
    ...(atMost.greaterThan(after)
      ? [{ kind: 'counts-low', after: text(after), atMost: text(atMost) } as const]
      : []),
  ];
};
