import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '#core/kernel/clock.ts';
import { decimalText, type Decimal } from '#core/kernel/decimal.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { isAllOrNothing, pointsWithin } from '#core/improvement-plan/improvement-plan.ts';
import { NOTHING } from '#core/scoring/interval.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { lockIndex } from '#server/scoring/data-values.ts';
import type { KeepPlanInput } from './contract.ts';
import type { Solving } from './find-plans.ts';
import { leverText, planView } from './plan-view.ts';
import { computePlans, type FoundPlans } from './service.ts';
import { findPlanOfWrite, insertPlan, listRevisions, type StoredPlan, type StoredTarget } from './store.ts';

/** Who keeps a plan, and when. */
export interface PlanKeeping extends Solving {
  readonly db: Db;
  readonly clock: Clock;
  readonly accountId: string;
  readonly caller: Caller;
}

const KEPT_PLACES = 9;
const kept = (value: Decimal): string => decimalText(value.toDecimalPlaces(KEPT_PLACES));

type Proven = FoundPlans['proven'][number];

const targetsOf = ({ plan }: Proven): readonly StoredTarget[] =>
  plan.steps.map((step) => ({
    option: step.option.id,
    componentCode: step.option.componentCode,
    item: step.option.lever.item,
    from: leverText(step.option.lever, step.from),
    target: leverText(step.option.lever, step.to),
    gain: kept(step.gain),
    effort: kept(step.effort),
    allOrNothing: isAllOrNothing(step),
    startIsBound: step.option.startIsBound,
    leadAgencies: step.option.leadAgencies,
  }));

const planOf = (
  id: string,
  input: KeepPlanInput,
  { data, aim }: FoundPlans,
  { plan, bound }: Proven,
  { clock, accountId }: PlanKeeping,
): StoredPlan => {
  const span = (score: typeof plan.before) => {
    const { low, high } = pointsWithin(score, aim.component) ?? NOTHING;
    return { low: kept(low), high: kept(high) };
  };
  return {
    id,
    revision: input.version + 1,
    name: input.name.trim(),
    note: input.note,
    key: data.key,
    frameworkVersion: data.framework.version,
    request: input.request,
    place: input.place,
    basis: [...data.values].map(([item, value]) => ({ item, value })),
    goal: aim.goal && kept(aim.goal),
    before: span(plan.before),
    after: span(plan.after),
    effort: kept(plan.effort),
    bound: kept(bound),
    writeId: input.writeId,
    keptAt: clock.now(),
    keptBy: accountId,
  };
};

const auditFacts = ({ name, goal, before, after, effort }: StoredPlan) => ({
  ...{ name, goal, effort, startPoints: before, reachedPoints: after },
});

/** The answer to a write that was made before: the same as then, or a conflict when the key was used for another write. */
const answerRetry = (earlier: StoredPlan, id: string, input: KeepPlanInput): StoredPlan | Refusal => {
  const isSame =
    earlier.id === id &&
    earlier.revision === input.version + 1 &&
    earlier.name === input.name.trim() &&
    earlier.note === input.note &&
    earlier.place === input.place &&
    isDeepStrictEqual(earlier.request, input.request);
  return isSame ? earlier : refuse('edit.conflict', { field: 'writeId' });
};

const write = async (
  tx: Tx,
  id: string,
  input: KeepPlanInput,
  found: FoundPlans,
  keeping: PlanKeeping,
): Promise<StoredPlan | Refusal> => {
  await lockIndex(tx, found.data.key);
  const earlier = await findPlanOfWrite(tx, input.writeId);
  if (earlier) return answerRetry(earlier, id, input);
  const [present] = await listRevisions(tx, id);
  const version = present?.revision ?? 0;
  if (version !== input.version) return refuse('edit.conflict', { field: 'version', version });
  const proven = found.proven[input.place];
  const effort = proven && planView(found.data.framework, proven, found.aim, input.place).effort;
  // Who keeps a plan keeps what they saw: figures that changed meanwhile give another plan.
  if (!proven || effort !== input.effort) return refuse('edit.conflict', { field: 'effort', effort });
  const plan = planOf(id, input, found, proven, keeping);
  await insertPlan(tx, plan, targetsOf(proven));
  await appendAuditEvent(tx, keeping.caller, {
    at: plan.keptAt,
    action: 'improvement-plan.write',
    subject: `improvement-plan:${id}`,
    details: { revision: plan.revision },
    ...(present && { before: auditFacts(present) }),
    after: auditFacts(plan),
  });
  return plan;
};

/**
 * Keeps a plan by name, computed anew: its steps become draft targets. A revision never changes; keeping again appends one.
 * A retry with the same write id gives the same answer and changes nothing.
 */
export const keepPlan = async (
  keeping: PlanKeeping,
  id: string,
  input: KeepPlanInput,
): Promise<StoredPlan | Refusal> => {
  const earlier = await findPlanOfWrite(keeping.db, input.writeId);
  if (earlier) return answerRetry(earlier, id, input);
  const found = await computePlans(keeping.db, input.request, keeping);
  if (isRefusal(found)) return found;
  return keeping.db.transaction().execute((tx) => write(tx, id, input, found, keeping));
};
