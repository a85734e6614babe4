import { type Decimal, decimal, ZERO } from '#core/kernel/decimal.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import {
  buildImprovementModel,
  type ImprovementAim,
  type ImprovementModel,
  withoutPlan,
} from '#core/improvement-plan/build-model.ts';
import type { EffortSettings, PricedOption } from '#core/improvement-plan/effort.ts';
import { type ImprovementPlan, makePlan, surePoints } from '#core/improvement-plan/improvement-plan.ts';
import { type PlannedMove, readMoves } from '#core/improvement-plan/read-solution.ts';
import { tightenLimits } from '#core/improvement-plan/tighten-limits.ts';
import type { IndexData } from '#server/scoring/load-index.ts';
import { scoreIndex } from '#server/scoring/score-index.ts';
import type { Optimizer } from '#server/optimize/optimizer.ts';
import type { ResolvedAim } from './resolve-aim.ts';

/** A plan with the solver's proof: no plan needs less effort than the bound, or none reaches more points. */
export interface ProvenPlan {
  readonly plan: ImprovementPlan;
  readonly bound: Decimal;
}

/** Who solves, and whether anybody still waits. */
export interface Solving {
  readonly optimizer: Optimizer;
  readonly cancelled?: AbortSignal;
}

interface Search extends Solving {
  readonly data: IndexData;
  readonly options: readonly PricedOption[];
  readonly settings: EffortSettings;
}

type SolveRefusal = Refusal<
  'optimization.too-complex' | 'request.cancelled' | 'request.too-many' | 'improvement-plan.goal-unreachable'
>;

const BOUND_PLACES = 6;
// Where one item stands in several rules, moving it brings less than its options add up to: then more is asked for.
const MOST_ATTEMPTS = 6;
const NUDGE = decimal('0.000001');

const buildModel = (
  { options, settings }: Search,
  aim: ImprovementAim,
  found: readonly ImprovementPlan[],
): ImprovementModel =>
  found.reduce(
    (model, plan) => withoutPlan(model, new Set(plan.steps.map(({ option }) => option.id))),
    buildImprovementModel(options, aim, settings),
  );

const planOf = (data: IndexData, moves: readonly PlannedMove[]): ImprovementPlan =>
  makePlan((values) => scoreIndex(data, values), data.values, moves);

/** Solves one model; undefined when nothing fits. */
const solveOnce = async (
  search: Search,
  aim: ImprovementAim,
  found: readonly ImprovementPlan[],
): Promise<ProvenPlan | SolveRefusal | undefined> => {
  const model = buildModel(search, aim, found);
  const solution = await search.optimizer.solve(model.model, search.cancelled);
  if (isRefusal(solution)) return solution;
  if (solution.status === 'infeasible') return undefined;
  const plan = planOf(
    search.data,
    readMoves(model, solution.values, aim.kind === 'cheapest' ? 'up' : 'down'),
  );
  const proven = decimal(solution.bound.toFixed(BOUND_PLACES));
  return {
    plan,
    bound: aim.kind === 'cheapest' ? proven : surePoints(plan.before, aim.component).plus(proven),
  };
};

/** The plan that wins the most within the limits, where it reaches the goal: any plan is better than none. */
const reachAnyhow = async (
  search: Search,
  component: string | null,
  goal: Decimal,
  bound: Decimal | undefined,
): Promise<ProvenPlan | SolveRefusal | undefined> => {
  const most = await solveOnce(search, { kind: 'most-points', component, budget: null }, []);
  if (!most || isRefusal(most)) return most;
  return bound && surePoints(most.plan.after, component).greaterThanOrEqualTo(goal)
    ? { plan: most.plan, bound }
    : undefined;
};

/** Finds the cheapest plan that reaches the goal by the exact engine, not only by the model, and keeps the limits. */
const findCheapest = async (
  search: Search,
  component: string | null,
  goal: Decimal,
  found: readonly ImprovementPlan[],
): Promise<ProvenPlan | SolveRefusal | undefined> => {
  let missing = goal.minus(surePoints(scoreIndex(search.data), component));
  let settings = search.settings;
  let bound: Decimal | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const proven = await solveOnce({ ...search, settings }, { kind: 'cheapest', component, missing }, found);
    if (isRefusal(proven)) return proven;
    if (!proven) break;
    // Later attempts ask for more than the goal, or allow less than the limits: only the first bounds every plan.
    bound ??= proven.bound;
    const short = goal.minus(surePoints(proven.plan.after, component));
    const tightened = tightenLimits(search.settings, settings, proven.plan.steps);
    if (short.lessThanOrEqualTo(0) && !tightened) return { plan: proven.plan, bound };
    if (short.greaterThan(0)) missing = missing.plus(short).plus(NUDGE);
    settings = tightened ?? settings;
  }
  return found.length === 0 ? reachAnyhow(search, component, goal, bound) : undefined;
};

const find = (
  search: Search,
  { component, goal, budget }: ResolvedAim,
  found: readonly ImprovementPlan[],
): Promise<ProvenPlan | SolveRefusal | undefined> =>
  goal
    ? findCheapest(search, component, goal, found)
    : solveOnce(search, { kind: 'most-points', component, budget }, found);

const refuseUnreachable = async (search: Search, aim: ResolvedAim): Promise<SolveRefusal> => {
  const most = await solveOnce(search, { kind: 'most-points', component: aim.component, budget: null }, []);
  if (isRefusal(most)) return most;
  return refuse('improvement-plan.goal-unreachable', {
    goal: aim.goal?.toFixed(2),
    most: most ? surePoints(most.plan.after, aim.component).toDecimalPlaces(2, 1).toFixed() : '0',
  });
};

const byWorth =
  ({ component, goal }: ResolvedAim) =>
  (a: ProvenPlan, b: ProvenPlan): number =>
    goal
      ? a.plan.effort.comparedTo(b.plan.effort)
      : surePoints(b.plan.after, component).comparedTo(surePoints(a.plan.after, component));

/**
 * Finds the best plan and its runners-up. Each runner-up is the best of the plans that do without at least one step of each
 * plan before it. Refused when no plan reaches the goal, with the most that can be had.
 */
export const findPlans = async (
  search: Search,
  aim: ResolvedAim,
  alternatives: number,
): Promise<readonly ProvenPlan[] | SolveRefusal> => {
  const present = planOf(search.data, []);
  if (aim.goal?.lessThanOrEqualTo(surePoints(present.before, aim.component))) {
    return [{ plan: present, bound: ZERO }];
  }
  const proven: ProvenPlan[] = [];
  while (proven.length <= alternatives) {
    const next = await find(
      search,
      aim,
      proven.map(({ plan }) => plan),
    );
    if (isRefusal(next)) return next;
    if (!next || (proven.length > 0 && next.plan.steps.length === 0)) break;
    proven.push(next);
    if (next.plan.steps.length === 0) break;
  }
  if (proven.length === 0) return refuseUnreachable(search, aim);
  // Amounts are rounded up to what can be reported, which may turn plans of nearly the same worth around.
  const [first] = proven;
  const [best, ...others] = proven.sort(byWorth(aim));
  // Only the first model allows every plan: its bound stays with whatever is best in the end.
  return best && first ? [{ ...best, bound: first.bound }, ...others] : [];
};
