import { sql } from 'kysely';
import type { Db, Tx } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import type { RegisteredTarget } from '#features/plan-import/contract.ts';

/** A kept plan with its draft targets, in one revision. */
export const findKeptPlan = async (db: Db, id: string, revision: number) => {
  const plan = await db
    .selectFrom('improvement_plan as plan')
    .innerJoin('organization', 'organization.code', 'plan.subject_code')
    .select(['plan.plan_id', 'plan.revision', 'plan.name', 'plan.framework_code', 'plan.framework_version'])
    .select(['plan.year', 'plan.points_before_low', 'plan.points_after_low'])
    .select('organization.name as subject_name')
    .where('plan_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (!plan) return undefined;
  const targets = await db
    .selectFrom('improvement_plan_item')
    .select(['component_code', 'item_code', 'from_value', 'target_value', 'lead_agencies'])
    .where('plan_id', '=', id)
    .where('revision', '=', revision)
    .orderBy('position')
    .execute();
  return { plan, targets };
};

export type KeptPlanRows = NonNullable<Awaited<ReturnType<typeof findKeptPlan>>>;

/** The targets of other documents that state the given index components, by component, the newest document first. */
export const listRegisteredTargets = async (
  db: Db | Tx,
  indicatorCodes: readonly string[],
  exceptDocument: string | undefined,
): Promise<ReadonlyMap<string, readonly RegisteredTarget[]>> => {
  if (indicatorCodes.length === 0) return new Map();
  const rows = await db
    .selectFrom('document_item as item')
    .innerJoin('target', 'target.item_id', 'item.id')
    .innerJoin('document', 'document.id', 'item.document_id')
    .select(['item.id', 'item.name', 'item.indicator_code', 'item.due_raw', 'target.raw_target'])
    .select(documentColumns)
    .where('item.indicator_code', 'in', [...indicatorCodes])
    .$if(exceptDocument !== undefined, (query) => query.where('item.document_id', '<>', exceptDocument ?? ''))
    .orderBy('document.year', (order) => order.desc().nullsLast())
    .orderBy('document.id')
    .orderBy(sql`coalesce(item.line, 2147483647)`)
    .execute();
  const found = new Map<string, RegisteredTarget[]>();
  for (const row of rows) {
    const code = row.indicator_code ?? '';
    const target = {
      ...{ itemId: row.id, name: row.name, rawTarget: row.raw_target, due: row.due_raw },
      ...{ kind: 'target' as const, score: null, reasons: [] },
      document: documentNameOf(row),
    };
    found.set(code, [...(found.get(code) ?? []), target]);
  }
  return found;
};
