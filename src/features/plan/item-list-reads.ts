import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { AgencyRole, RegisterKind } from '#core/plan/plan-item.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { Db } from '#server/db/database.ts';
import { contains } from '#server/db/contains.ts';
import { isMemberOfNamedGroup, isNamed } from '#server/registers/concerned.ts';
import { resultStated, type DueColumns } from '#server/registers/due.ts';
import { taskStateOn } from '#server/registers/task-standings.ts';
import type { ITEM_SORTS } from './contract.ts';

export type ItemSort = (typeof ITEM_SORTS)[number];

/** Which items of a register are asked for. */
export interface ItemFilter {
  readonly kind: RegisterKind;
  readonly documentId?: string | undefined;
  readonly agencyCode?: string | undefined;
  readonly role?: AgencyRole | undefined;
  readonly section?: string | undefined;
  readonly indicatorCode?: string | undefined;
  /** Items that touch the indicator although they don't state its code. */
  readonly inferredIds?: readonly string[] | undefined;
  readonly text?: string | undefined;
  /** Leaves out numbers found inside tasks and prose. */
  readonly withoutEmbedded: boolean;
}

/** An item with no more than filters, groups and pages need. */
export interface ItemKey extends DueColumns {
  /** How a task stands as a whole; null of what is no task. */
  readonly task_state: TaskState | null;
  readonly id: string;
  readonly document_id: string;
  readonly section: string | null;
  readonly indicator_code: string | null;
  /** Code of the first agency that answers for it, or its name as written. */
  readonly lead_key: string | null;
  readonly via_group: boolean;
}

const conditions = (filter: ItemFilter, today: PlainDate): RawBuilder<unknown> => {
  const { documentId, agencyCode, role, section, indicatorCode, inferredIds = [], text } = filter;
  const words = searchKey(text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const parts = [
    sql`item.kind = ${filter.kind}`,
    sql`item.ended_by is null`,
    ...(documentId === undefined ? [] : [sql`item.document_id = ${documentId}`]),
    ...(agencyCode === undefined
      ? []
      : [sql`(${isNamed(agencyCode, role)} or ${isMemberOfNamedGroup(agencyCode, today, role)})`]),
    ...(section === undefined ? [] : [sql`item.section = ${section}`]),
    ...(indicatorCode === undefined
      ? []
      : [sql`(item.indicator_code = ${indicatorCode} or item.id = any(${inferredIds}::uuid[]))`]),
    ...(filter.withoutEmbedded
      ? [sql`not exists (select from target where target.item_id = item.id and target.embedded)`]
      : []),
    ...words.map((word) => contains(sql`item.search_key`, word)),
  ];
  return sql.join(parts, sql` and `);
};

// Codes are numbers with points: 6.10 comes after 6.9. Anything else is sorted by its letters, after them.
const INDICATOR_ORDER = sql`
  case when item.indicator_code ~ '^\\d+(\\.\\d+)*$' then string_to_array(item.indicator_code, '.')::int[] end`;

const ORDER = {
  document: sql`document.year`,
  name: sql`item.name`,
  due: sql`item.due_last_day`,
  agency: sql`lead.name collate "vi-x-icu"`,
  section: sql`item.section`,
  indicator: INDICATOR_ORDER,
} as const satisfies Record<ItemSort, RawBuilder<unknown>>;

const orderBy = (
  sorts: readonly { readonly by: ItemSort; readonly descending: boolean }[],
): RawBuilder<unknown> =>
  sql.join(
    sorts.map(({ by, descending }) => sql`${ORDER[by]} ${sql.raw(descending ? 'desc' : 'asc')} nulls last`),
  );

/**
 * Lists the items that fit, sorted, tasks with their states as `refreshTaskStandings` has left them; items that a sort leaves equal stand as in
 * their documents, newest document first.
 */
export const listItemKeys = async (
  db: Db,
  today: PlainDate,
  filter: ItemFilter,
  sorts: readonly { readonly by: ItemSort; readonly descending: boolean }[],
): Promise<readonly ItemKey[]> => {
  const viaGroup =
    filter.agencyCode === undefined ? sql`false` : sql`not ${isNamed(filter.agencyCode, filter.role)}`;
  const ofTasks = filter.kind === 'task';
  const found = await sql<ItemKey>`
    select item.id, item.document_id, item.section, item.indicator_code, lead.key as lead_key,
           item.due_kind, item.due_raw, item.due_start, item.due_end, item.due_before,
           ${resultStated} as result_stated,
           ${ofTasks ? taskStateOn(today) : sql`null`} as task_state,
           ${viaGroup} as via_group
    from document_item as item
    join document on document.id = item.document_id
    ${ofTasks ? sql`join task_standing as standing on standing.task_id = item.id` : sql``}
    left join lateral (
      select coalesce(agency.organization_code, agency.name_as_written) as key,
             coalesce(organization.name, agency.name_as_written) as name
      from item_agency as agency
      left join organization on organization.code = agency.organization_code
      where agency.item_id = item.id and agency.role in ('lead', 'investor')
      order by agency.position
      limit 1) as lead on true
    where ${conditions(filter, today)}
    order by ${orderBy(sorts)}, document.year desc nulls last, document.id, item.line nulls last, item.position, item.id`.execute(
    db,
  );
  return found.rows;
};
