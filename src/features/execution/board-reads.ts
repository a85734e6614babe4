import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { AccessReach } from '#core/access/access.ts';
import { addDays, dayOfWeek } from '#core/calendar/day-arithmetic.ts';
import { searchKey } from '#core/kernel/text.ts';
import { dueWords } from '#core/plan/wording.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import { contains } from '#server/db/contains.ts';
import type { Db } from '#server/db/database.ts';
import { isTaskInArea } from '#server/registers/committee-areas.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import { listOrganizationNames } from '#server/registers/organization-names.ts';
import { listItemAgencies } from '#server/registers/item-agencies.ts';
import { taskStateOn } from '#server/registers/task-standings.ts';
import { AWAITED, awaitedOf } from '#server/registers/task-waits.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import type { ExecutionFilter, TaskCard } from './contract.ts';

/** Whose standings are read, on which day and under which filter. */
export interface BoardScope {
  readonly reach: AccessReach;
  readonly today: PlainDate;
  readonly filter: ExecutionFilter;
}

type Condition = RawBuilder<SqlBool>;

const SUNDAY = 7;

/** Wholes for who reads all and asks for no agency; otherwise parts. */
const readsParts = ({ reach, filter }: BoardScope): boolean =>
  reach.kind === 'some' || filter.agency !== undefined || filter.role !== undefined;

const whoseParts = ({ reach, filter: { agency } }: BoardScope): readonly Condition[] => [
  ...(agency === undefined ? [] : [sql<SqlBool>`standing.organization_code = ${agency}`]),
  ...(reach.kind === 'all'
    ? []
    : [sql<SqlBool>`standing.organization_code = any(${[...reach.organizationCodes]})`]),
];

const isDueThisWeek = (today: PlainDate): Condition => {
  const sunday = addDays(today, SUNDAY - dayOfWeek(today));
  return sql`standing.done_on is null and not standing.is_paused and (standing.last_day <= ${sunday}::date
    or standing.awaits_confirmation or standing.awaits_extension or standing.is_sent_back)`;
};

// The latest decision of the coordinator counts.
const servesWhat = (purpose: string): Condition => sql`standing.task_id in (
  select task_id from (
    select distinct on (task_id) task_id, decision from task_purpose_decision
    where item_id::text = ${purpose} or component_code = ${purpose}
    order by task_id, at desc, decision_id desc) as latest
  where decision = 'link')`;

const conditionsOf = (scope: BoardScope): readonly Condition[] => {
  const { plan, role, area, serves, waits, text, since, dueFrom, dueTo, week, responsible } = scope.filter;
  return [
    ...whoseParts(scope),
    ...(plan === undefined ? [] : [sql<SqlBool>`standing.document_id = ${plan}`]),
    ...(role === undefined ? [] : [sql<SqlBool>`standing.role = ${role}`]),
    ...(waits === undefined ? [] : [AWAITED[waits]]),
    ...(dueFrom === undefined ? [] : [sql<SqlBool>`standing.last_day >= ${dueFrom}::date`]),
    ...(dueTo === undefined ? [] : [sql<SqlBool>`standing.last_day <= ${dueTo}::date`]),
    ...(since === undefined
      ? []
      : [sql<SqlBool>`standing.changed_at >= ${since}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`]),
    ...(week === undefined ? [] : [isDueThisWeek(scope.today)]),
    ...(serves === undefined ? [] : [servesWhat(serves)]),
    ...(responsible === undefined ? [] : [isTaskInArea(responsible, scope.today)]),
    ...(area === undefined && text === undefined
      ? []
      : [
          sql<SqlBool>`standing.task_id in (select item.id from document_item as item where item.kind = 'task'
            and ${area === undefined ? sql`true` : sql`item.section = ${area}`}
            and ${text === undefined ? sql`true` : contains(sql`item.search_key`, searchKey(text))})`,
        ]),
  ];
};

/** What lists and counts need of the standings within a scope, with their state. */
const stated = (scope: BoardScope): RawBuilder<unknown> => {
  const { state } = scope.filter;
  const isOfParts = readsParts(scope);
  const conditions = conditionsOf(scope);
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const all = sql`select standing.task_id, standing.last_day, ${taskStateOn(scope.today)} as state,
      ${isOfParts ? sql`standing.organization_code` : sql`null::text`} as organization_code
    from ${sql.table(isOfParts ? 'part_standing' : 'task_standing')} as standing where ${where}`;
  return state === undefined ? all : sql`select * from (${all}) as stated where state = ${state}`;
};

const ORDER = sql`stated.last_day nulls last, stated.task_id, stated.organization_code`;

interface PlacedRow {
  readonly taskId: string;
  readonly organizationCode: string | null;
  readonly role: TaskCard['role'];
  readonly state: TaskState;
  readonly lastDay: string | null;
  readonly doneOn: string | null;
  readonly percent: string | null;
  readonly parts: number;
  readonly partsDone: number;
  readonly waits: TaskCard['waits'];
  readonly changedAt: string | null;
}

/** The standings that `placed` names, whole, in its order. */
const readPlaced = (scope: BoardScope, placed: RawBuilder<unknown>): RawBuilder<PlacedRow> => {
  const isOfParts = readsParts(scope);
  return sql<PlacedRow>`
    select standing.task_id as "taskId", stated.organization_code as "organizationCode", stated.state,
      ${isOfParts ? sql`standing.role` : sql`null`} as role, standing.last_day as "lastDay",
      standing.done_on as "doneOn", standing.percent::text as percent,
      ${isOfParts ? sql`1` : sql`standing.parts`} as parts,
      ${isOfParts ? sql`(standing.done_on is not null)::int` : sql`standing.parts_done`} as "partsDone",
      ${awaitedOf} as waits, standing.changed_at as "changedAt"
    from (${placed}) as stated
    join ${sql.table(isOfParts ? 'part_standing' : 'task_standing')} as standing on standing.task_id = stated.task_id
      ${isOfParts ? sql`and standing.organization_code = stated.organization_code` : sql``}
    order by ${ORDER}`;
};

const readItems = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .leftJoin('task', 'task.item_id', 'item.id')
    .where(sql<SqlBool>`item.id = any(${[...ids]}::uuid[])`)
    .select(['item.id', 'item.name', 'item.section', 'item.due_raw', 'task.due_column'])
    .select(documentColumns)
    .execute();

/** Puts words to standings: the task, its plan, its agencies. */
const describe = async (db: Db, rows: readonly PlacedRow[]): Promise<readonly TaskCard[]> => {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ taskId }) => taskId))];
  const items = new Map((await readItems(db, ids)).map((item) => [item.id, item]));
  const agencies = await listItemAgencies(db, ids);
  const names = await listOrganizationNames(db, [
    ...new Set(rows.flatMap((row) => row.organizationCode ?? [])),
  ]);
  return rows.flatMap((row): TaskCard[] => {
    const item = items.get(row.taskId);
    const code = row.organizationCode;
    if (!item) return [];
    return [
      {
        ...{ id: item.id, name: item.name, document: documentNameOf(item), section: item.section },
        ...{ due: dueWords(item.due_column, item.due_raw), agencies: [...(agencies.get(item.id) ?? [])] },
        organization: code === null ? null : { code, name: names.get(code) ?? code },
        ...{ role: row.role, state: row.state, percent: row.percent, changedAt: row.changedAt },
        ...{ lastDay: storedDay(row.lastDay), doneOn: storedDay(row.doneOn), waits: row.waits },
        ...{ parts: row.parts, partsDone: row.partsDone },
      },
    ];
  });
};

/** How many standings of a scope are in each state. */
export const countStates = async (db: Db, scope: BoardScope): Promise<ReadonlyMap<TaskState, number>> => {
  const { rows } = await sql<{ state: TaskState; total: number }>`
    select state, count(*)::int as total from (${stated(scope)}) as stated group by state`.execute(db);
  return new Map(rows.map(({ state, total }) => [state, total]));
};

/** The first standings of each state, the next due first. */
export const listFirstOfStates = async (
  db: Db,
  scope: BoardScope,
  perState: number,
): Promise<readonly TaskCard[]> => {
  const first = sql`
    with stated as materialized (${stated(scope)})
    select first.* from (select distinct state from stated) as one
    cross join lateral (
      select * from stated where stated.state = one.state order by ${ORDER} limit ${perState}) as first`;
  return describe(db, (await readPlaced(scope, first).execute(db)).rows);
};

/** A page of standings, the next due first. */
export const listStates = async (
  db: Db,
  scope: BoardScope,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly TaskCard[]> => {
  const page = sql`select * from (${stated(scope)}) as stated order by ${ORDER} offset ${offset} limit ${limit}`;
  return describe(db, (await readPlaced(scope, page).execute(db)).rows);
};

/** How many standings of a scope are due on each day, by state. */
export const countByDay = async (
  db: Db,
  scope: BoardScope,
): Promise<readonly { readonly day: PlainDate; readonly state: TaskState; readonly total: number }[]> => {
  const { rows } = await sql<{ day: PlainDate; state: TaskState; total: number }>`
    select last_day as day, state, count(*)::int as total from (${stated(scope)}) as stated
    where last_day is not null group by last_day, state order by last_day`.execute(db);
  return rows;
};

/** How many standings of a scope have no day. */
export const countUndated = async (db: Db, scope: BoardScope): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (${stated(scope)}) as stated where last_day is null`.execute(db);
  return rows[0]?.total ?? 0;
};
