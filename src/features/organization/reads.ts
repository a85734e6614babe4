import { sql, type Selectable } from 'kysely';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { OrganizationKind } from '#core/organization/organization.ts';
import { ANSWERING_ROLES, REGISTER_KINDS, type AgencyRole, type RegisterKind } from '#core/plan/plan-item.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import type { Db } from '#server/db/database.ts';
import type { DB } from '#server/db/schema.gen.ts';
import { isConcernedAsMember } from '#server/registers/concerned.ts';
import { resultStated, type DueColumns } from '#server/registers/due.ts';
import { taskStateOn } from '#server/registers/task-standings.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import type { OrganizationName, UnmappedName } from './contract.ts';

export type OrganizationColumns = Selectable<DB['organization']>;

/** Names an organization from its row. */
export const organizationNameOf = (row: OrganizationColumns): OrganizationName => ({
  code: row.code,
  name: row.name,
  abbreviation: row.abbreviation,
  kind: row.kind as OrganizationKind,
  validFrom: storedDay(row.valid_from),
  validTo: storedDay(row.valid_to),
});

/** All organizations in official order. */
export const listOrganizationColumns = (db: Db): Promise<OrganizationColumns[]> =>
  db.selectFrom('organization').selectAll().orderBy('position').orderBy('code').execute();

const REGISTERS = sql.join(REGISTER_KINDS.map((kind) => sql.lit(kind)));

/** An organization or group that an item names, with what counting needs of the item and its document. */
export interface Mention extends DueColumns {
  readonly code: string;
  readonly role: AgencyRole;
  readonly item_id: string;
  readonly kind: RegisterKind;
  /** How a task stands as a whole; null of what is no task. */
  readonly task_state: TaskState | null;
  readonly year: number | null;
  readonly issue_date: string | null;
}

/** Every mention of a known organization in targets, tasks, projects and gaps. */
export const listMentions = async (db: Db, today: PlainDate): Promise<readonly Mention[]> => {
  const found = await sql<Mention>`
    select agency.organization_code as code, agency.role, agency.item_id, item.kind,
           item.due_kind, item.due_raw, item.due_start, item.due_end, item.due_before,
           ${resultStated} as result_stated,
           case when standing.task_id is not null then ${taskStateOn(today)} end as task_state,
           document.year, document.issue_date
    from item_agency as agency
    join document_item as item on item.id = agency.item_id
    join document on document.id = item.document_id
    left join task_standing as standing on standing.task_id = item.id
    where agency.organization_code is not null and item.ended_by is null and item.kind in (${REGISTERS})`.execute(
    db,
  );
  return found.rows;
};

/** How many parts each organization leads in each state. */
export const listLedPartCounts = async (
  db: Db,
  today: PlainDate,
): Promise<readonly { readonly code: string; readonly state: TaskState; readonly total: number }[]> => {
  const { rows } = await sql<{ code: string; state: TaskState; total: number }>`
    select standing.organization_code as code, ${taskStateOn(today)} as state, count(*)::int as total
    from part_standing as standing where standing.role = 'lead' group by 1, 2`.execute(db);
  return rows;
};

/** An item that concerns an organization, and how. */
export interface ConcerningItem {
  readonly id: string;
  readonly kind: RegisterKind;
  readonly roles: string[];
  /** The group through which alone it concerns the organization; null when it is named itself. */
  readonly group_code: string | null;
  /** How its part of a task stands; null where it has none. */
  readonly part_state: TaskState | null;
  readonly part_last_day: string | null;
}

/** The items that name an organization or a group that it belonged to, by due day, then as in their documents. */
export const listConcerningItems = async (
  db: Db,
  code: string,
  today: PlainDate,
): Promise<readonly ConcerningItem[]> => {
  const found = await sql<ConcerningItem>`
    with concerning as (
      select agency.item_id, agency.role, null as group_code
      from item_agency as agency
      where agency.organization_code = ${code}
      union all
      select agency.item_id, agency.role, named.code
      from item_agency as agency
      join document_item as item on item.id = agency.item_id
      join document on document.id = item.document_id
      join organization as named on named.code = agency.organization_code and named.kind = 'group'
      join organization as member on member.code = ${code} and member.kind = any(named.member_kinds)
      where ${isConcernedAsMember(sql`member`, today)}
    ), concerned as (
      select item_id,
             case when bool_or(group_code is null) then null
                  -- Of several groups the one that leads.
                  else (array_agg(group_code order by role = any(${[...ANSWERING_ROLES]}) desc, group_code))[1] end as group_code,
             array_agg(distinct role order by role desc) filter (where group_code is null) as own_roles,
             array_agg(distinct role order by role desc) filter (where group_code is not null) as group_roles
      from concerning
      group by item_id
    )
    select item.id, item.kind, concerned.group_code, coalesce(concerned.own_roles, concerned.group_roles) as roles,
           standing.last_day as part_last_day,
           case when standing.task_id is not null then ${taskStateOn(today)} end as part_state
    from concerned
    join document_item as item on item.id = concerned.item_id
    join document on document.id = item.document_id
    left join part_standing as standing on standing.task_id = item.id and standing.organization_code = ${code}
    where item.ended_by is null and item.kind in (${REGISTERS})
    order by item.due_last_day nulls last, document.year desc nulls last, document.id, item.line nulls last, item.position`.execute(
    db,
  );
  return found.rows;
};

/** The spellings of an organization, those of the reference data first. */
export const listAliases = (db: Db, code: string) =>
  db
    .selectFrom('organization_alias')
    .select(['alias', 'origin'])
    .where('organization_code', '=', code)
    .orderBy('origin', 'desc')
    .orderBy('alias')
    .execute();

/** Pairs of organizations and the predecessors whose work they took over. */
export const listSuccessions = (db: Db) => db.selectFrom('organization_predecessor').selectAll().execute();

/** A name in documents that no organization is known by. */
export type UnmappedMention = Omit<UnmappedName, 'suggestions'>;

const EXAMPLES = 3;

/** The names in targets, tasks, projects and gaps that no organization is known by, the most frequent first. */
export const listUnmappedMentions = async (db: Db): Promise<readonly UnmappedMention[]> => {
  const rows = await db
    .selectFrom('item_agency as agency')
    .innerJoin('document_item as item', 'item.id', 'agency.item_id')
    .select(['agency.name_key', 'agency.name_as_written', 'item.id', 'item.kind', 'item.name'])
    .where('agency.organization_code', 'is', null)
    .where('item.kind', 'in', REGISTER_KINDS)
    .orderBy('item.document_id')
    .orderBy('item.position')
    .execute();
  return [...groupBy(rows, ({ name_key }) => name_key).values()]
    .map((mentions) => ({
      nameAsWritten: mentions[0]?.name_as_written ?? '',
      count: mentions.length,
      examples: mentions
        .slice(0, EXAMPLES)
        .map(({ id, kind, name }) => ({ id, kind: kind as RegisterKind, name })),
    }))
    .toSorted((a, b) => b.count - a.count);
};

/** The name of an organization that exists. */
export const getOrganizationName = async (db: Db, code: string): Promise<OrganizationName> =>
  organizationNameOf(
    await db.selectFrom('organization').selectAll().where('code', '=', code).executeTakeFirstOrThrow(),
  );
