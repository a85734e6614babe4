import type { DataValue } from '#core/scoring/data-value.ts';
import type { ImprovementRequest } from '#contract/improvement-plan.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { IndexKey } from '#server/scoring/data-values.ts';

/** A draft target of a kept plan. */
export interface StoredTarget {
  readonly option: string;
  readonly componentCode: string;
  readonly item: string;
  readonly from: string;
  readonly target: string;
  readonly gain: string;
  readonly effort: string;
  readonly allOrNothing: boolean;
  readonly startIsBound: boolean;
  readonly leadAgencies: readonly string[];
}

/** One revision of a kept plan, without its targets. */
export interface StoredPlan {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly note: string | null;
  readonly key: IndexKey;
  readonly frameworkVersion: number;
  readonly request: ImprovementRequest;
  /** Which of the plans of the request it is. */
  readonly place: number;
  readonly basis: readonly { readonly item: string; readonly value: DataValue }[];
  readonly goal: string | null;
  readonly before: { readonly low: string; readonly high: string };
  readonly after: { readonly low: string; readonly high: string };
  readonly effort: string;
  readonly bound: string;
  readonly writeId: string;
  readonly keptAt: string;
  readonly keptBy: string | null;
}

const COLUMNS = [
  'plan_id',
  'revision',
  'name',
  'note',
  'framework_code',
  'framework_version',
  'subject_code',
  'year',
  'request',
  'place',
  'basis',
  'goal_points',
  'points_before_low',
  'points_before_high',
  'points_after_low',
  'points_after_high',
  'effort',
  'bound',
  'write_id',
  'kept_at',
  'kept_by',
] as const;

interface PlanRow {
  readonly plan_id: string;
  readonly revision: number;
  readonly name: string;
  readonly note: string | null;
  readonly framework_code: string;
  readonly framework_version: number;
  readonly subject_code: string;
  readonly year: number;
  readonly request: unknown;
  readonly place: number;
  readonly basis: unknown;
  readonly goal_points: string | null;
  readonly points_before_low: string;
  readonly points_before_high: string;
  readonly points_after_low: string;
  readonly points_after_high: string;
  readonly effort: string;
  readonly bound: string;
  readonly write_id: string;
  readonly kept_at: string;
  readonly kept_by: string | null;
}

const planOf = (row: PlanRow): StoredPlan => ({
  id: row.plan_id,
  revision: row.revision,
  name: row.name,
  note: row.note,
  key: { framework: row.framework_code, subject: row.subject_code, year: row.year },
  frameworkVersion: row.framework_version,
  // Safe: only insertPlan writes these columns.
  request: row.request as ImprovementRequest,
  place: row.place,
  basis: row.basis as StoredPlan['basis'],
  goal: row.goal_points,
  before: { low: row.points_before_low, high: row.points_before_high },
  after: { low: row.points_after_low, high: row.points_after_high },
  effort: row.effort,
  bound: row.bound,
  writeId: row.write_id,
  keptAt: row.kept_at,
  keptBy: row.kept_by,
});

/** Appends a revision of a plan with its targets. */
export const insertPlan = async (
  tx: Tx,
  plan: StoredPlan,
  targets: readonly StoredTarget[],
): Promise<void> => {
  await tx
    .insertInto('improvement_plan')
    .values({
      plan_id: plan.id,
      revision: plan.revision,
      name: plan.name,
      note: plan.note,
      framework_code: plan.key.framework,
      framework_version: plan.frameworkVersion,
      subject_code: plan.key.subject,
      year: plan.key.year,
      request: JSON.stringify(plan.request),
      place: plan.place,
      basis: JSON.stringify(plan.basis),
      goal_points: plan.goal,
      points_before_low: plan.before.low,
      points_before_high: plan.before.high,
      points_after_low: plan.after.low,
      points_after_high: plan.after.high,
      effort: plan.effort,
      bound: plan.bound,
      write_id: plan.writeId,
      kept_at: plan.keptAt,
      kept_by: plan.keptBy,
    })
    .execute();
  if (targets.length === 0) return;
  await tx
    .insertInto('improvement_plan_item')
    .values(
      targets.map((target, place) => ({
        plan_id: plan.id,
        revision: plan.revision,
        position: place + 1,
        option_id: target.option,
        component_code: target.componentCode,
        item_code: target.item,
        from_value: target.from,
        target_value: target.target,
        gain: target.gain,
        effort: target.effort,
        all_or_nothing: target.allOrNothing,
        start_is_bound: target.startIsBound,
        lead_agencies: JSON.stringify(target.leadAgencies),
      })),
    )
    .execute();
};

/** Every revision of a plan, the latest first. */
export const listRevisions = async (db: Db | Tx, id: string): Promise<readonly StoredPlan[]> => {
  const rows = await db
    .selectFrom('improvement_plan')
    .select(COLUMNS)
    .where('plan_id', '=', id)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(planOf);
};

/** The revision that a write made, or undefined when there was no such write. */
export const findPlanOfWrite = async (db: Db | Tx, writeId: string): Promise<StoredPlan | undefined> => {
  const row = await db
    .selectFrom('improvement_plan')
    .select(COLUMNS)
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return row && planOf(row);
};

/** The targets of one revision in their order. */
export const listTargets = async (
  db: Db | Tx,
  { id, revision }: Pick<StoredPlan, 'id' | 'revision'>,
): Promise<readonly StoredTarget[]> => {
  const rows = await db
    .selectFrom('improvement_plan_item')
    .selectAll()
    .where('plan_id', '=', id)
    .where('revision', '=', revision)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    option: row.option_id,
    componentCode: row.component_code,
    item: row.item_code,
    from: row.from_value,
    target: row.target_value,
    gain: row.gain,
    effort: row.effort,
    allOrNothing: row.all_or_nothing,
    startIsBound: row.start_is_bound,
    leadAgencies: row.lead_agencies as readonly string[],
  }));
};

/** The plans kept for a score, each in its latest revision with the number of its targets, the latest first. */
export const listLatestPlans = async (
  db: Db,
  key: IndexKey,
): Promise<readonly { readonly plan: StoredPlan; readonly targets: number }[]> => {
  const rows = await db
    .selectFrom('improvement_plan as plan')
    .select(COLUMNS.map((column) => `plan.${column}` as const))
    .select((build) =>
      build
        .selectFrom('improvement_plan_item as item')
        .select(build.fn.countAll<number>().as('count'))
        .whereRef('item.plan_id', '=', 'plan.plan_id')
        .whereRef('item.revision', '=', 'plan.revision')
        .as('targets'),
    )
    .distinctOn('plan.plan_id')
    .where('plan.framework_code', '=', key.framework)
    .where('plan.subject_code', '=', key.subject)
    .where('plan.year', '=', key.year)
    .orderBy('plan.plan_id')
    .orderBy('plan.revision', 'desc')
    .execute();
  return rows
    .map((row) => ({ plan: planOf(row), targets: row.targets ?? 0 }))
    .sort((a, b) => b.plan.keptAt.localeCompare(a.plan.keptAt));
};
