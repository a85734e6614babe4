import { isDeepStrictEqual } from 'node:util';
import { decimal, decimalText, publish } from '#core/kernel/decimal.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { valueOf } from '#core/scoring/measure.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { KeptPlan, KeptPlanSummary, PlanStepView } from '#contract/improvement-plan.ts';
import type { Db } from '#server/db/database.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { type IndexData, type IndexSelection, loadIndex } from '#server/scoring/load-index.ts';
import { boundText, leverValue, leverView } from './plan-view.ts';
import { listLatestPlans, listRevisions, listTargets, type StoredPlan, type StoredTarget } from './store.ts';

type Names = ReadonlyMap<string, string>;

const nameOf = (names: Names, accountId: string | null): string | null =>
  accountId === null ? null : (names.get(accountId) ?? null);

const keepersOf = (plans: readonly StoredPlan[]): readonly string[] =>
  plans.flatMap(({ keptBy }) => keptBy ?? []);

const short = (text: string): string => decimalText(decimal(text).toDecimalPlaces(2));

const summaryView = (plan: StoredPlan, steps: number, data: IndexData, names: Names): KeptPlanSummary => {
  const { rounding } = data.framework.policies;
  const points = ({ low, high }: StoredPlan['before']) => ({
    low: publish(decimal(low), rounding),
    high: publish(decimal(high), rounding),
  });
  return {
    id: plan.id,
    revision: plan.revision,
    name: plan.name,
    note: plan.note,
    framework: plan.key.framework,
    frameworkVersion: plan.frameworkVersion,
    subject: { code: data.subject.code, name: data.subject.name },
    year: plan.key.year,
    goal: plan.goal && short(plan.goal),
    before: points(plan.before),
    after: points(plan.after),
    effort: short(plan.effort),
    steps,
    keptAt: plan.keptAt,
    keptBy: nameOf(names, plan.keptBy),
  };
};

const targetView = (framework: Framework, target: StoredTarget): PlanStepView => ({
  ...leverView(framework, target),
  startIsBound: target.startIsBound,
  from: leverValue(framework, target.item, target.from),
  to: leverValue(framework, target.item, target.target),
  gain: publish(decimal(target.gain), framework.policies.rounding),
  effort: short(target.effort),
  allOrNothing: target.allOrNothing,
});

const listChanged = (
  plan: StoredPlan,
  targets: readonly StoredTarget[],
  { values }: IndexData,
): KeptPlan['changed'] =>
  targets.flatMap(({ item }) => {
    const then = plan.basis.find((known) => known.item === item)?.value ?? ({ state: 'blank' } as const);
    const now = valueOf(values, item);
    return isDeepStrictEqual(then, now) ? [] : [{ item, then, now }];
  });

/** The plans that were kept for a score. */
export const answerKeptPlans = async (
  db: Db,
  selection: IndexSelection,
): Promise<{ items: KeptPlanSummary[]; total: number } | Refusal> => {
  const data = await loadIndex(db, selection);
  if (isRefusal(data)) return data;
  const latest = await listLatestPlans(db, data.key);
  const names = await listAccountNames(db, keepersOf(latest.map(({ plan }) => plan)));
  const items = latest.map(({ plan, targets }) => summaryView(plan, targets, data, names));
  return { items, total: items.length };
};

/** One kept plan, in the revision asked for or the latest. */
export const answerKeptPlan = async (
  db: Db,
  id: string,
  revision: number | undefined,
): Promise<KeptPlan | Refusal> => {
  const revisions = await listRevisions(db, id);
  const plan = revisions.find((one) => revision === undefined || one.revision === revision);
  if (!plan) return refuse('record.not-found', { kind: 'improvement-plan', code: id });
  const data = await loadIndex(db, plan.key);
  if (isRefusal(data)) return data;
  const targets = await listTargets(db, plan);
  const names = await listAccountNames(db, keepersOf(revisions));
  return {
    ...summaryView(plan, targets.length, data, names),
    aim: plan.request.aim,
    settings: plan.request.settings,
    targets: targets.map((target) => targetView(data.framework, target)),
    bound: boundText(decimal(plan.bound), plan.goal !== null),
    changed: listChanged(plan, targets, data),
    revisions: revisions.map((one) => ({
      revision: one.revision,
      name: one.name,
      keptAt: one.keptAt,
      keptBy: nameOf(names, one.keptBy),
    })),
  };
};
