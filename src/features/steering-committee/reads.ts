import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { listComponents, type Framework } from '#core/scoring/framework.ts';
import type { AreaPart } from '#core/steering-committee/area-part.ts';
import type { CommitteePost, MemberChange } from '#core/steering-committee/committee-member.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { NOBODY, isTargetInArea, isTaskInArea, tasksOfMembers } from '#server/registers/committee-areas.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import { resultStated, type DueColumns } from '#server/registers/due.ts';
import { countsOn } from '#server/registers/role-holdings.ts';
import { taskStateOn } from '#server/registers/task-standings.ts';
import type { DocumentName } from '#contract/plan-item.ts';

/** An account as far as memberships speak of it. */
export interface MemberAccount {
  readonly id: string;
  readonly name: string;
  /** It cannot open the pages of areas on the day: it is shut, erased or holds no role that reads them. */
  readonly isClosed: boolean;
}

/** The accounts with these ids; all that could be a member's where none are given. */
export const listMemberAccounts = async (
  db: Db | Tx,
  roles: readonly string[],
  today: PlainDate,
  ids?: readonly string[],
): Promise<readonly MemberAccount[]> => {
  const { rows } = await sql<MemberAccount>`
    select account.account_id as id, account.display_name as name,
      account.is_disabled or not exists (
        select from role_holding as holding
        where holding.account_id = account.account_id and holding.role = any(${[...roles]})
          and ${countsOn('holding', today)}) as "isClosed"
    from account
    where ${ids === undefined ? sql`true` : sql`account.account_id = any(${[...ids]}::uuid[])`}
    order by account.display_name, account.account_id`.execute(db);
  return rows;
};

/** How many tasks the area of each member has, and how many of them are overdue. */
export type TaskCounts = ReadonlyMap<string, { readonly tasks: number; readonly overdue: number }>;

/** The counts of all members; of one alone where it is given. */
export const countTasksOfMembers = async (db: Db, today: PlainDate, member?: string): Promise<TaskCounts> => {
  const { rows } = await sql<{ member: string; tasks: number; overdue: number }>`
    select area.member, count(*)::int as tasks,
      (count(*) filter (where ${taskStateOn(today)} = 'overdue'))::int as overdue
    from (${tasksOfMembers(today, member)}) as area join task_standing as standing on standing.task_id = area.task_id
    group by area.member`.execute(db);
  return new Map(rows.map(({ member, ...counts }) => [member, counts]));
};

/** The targets in the area of a member that no document has ended and whose period is over by a day, the first to end first. */
export const listTargetsUntil = async (
  db: Db,
  member: string,
  { today, until }: { readonly today: PlainDate; readonly until: PlainDate },
): Promise<readonly (DueColumns & { readonly id: string })[]> => {
  const { rows } = await sql<DueColumns & { readonly id: string }>`
    select item.id, item.due_kind, item.due_raw, item.due_start, item.due_end, item.due_before,
      ${resultStated} as result_stated
    from document_item as item join document on document.id = item.document_id
    join target on target.item_id = item.id
    where item.kind = 'target' and item.ended_by is null and not target.embedded
      and item.due_last_day <= ${until}::date and ${isTargetInArea(member, today)}
    order by item.due_last_day, item.id`.execute(db);
  return rows;
};

/** How many tasks there are, and how many of them are in nobody's own area. */
export const countUnassigned = async (
  db: Db,
  today: PlainDate,
): Promise<{ readonly tasks: number; readonly unassigned: number }> => {
  // A condition of rows, which is answered for all at once; as one of a count it was asked of each task anew.
  const { rows } = await sql<{ tasks: number; unassigned: number }>`
    select (select count(*) from task_standing)::int as tasks, count(*)::int as unassigned
    from task_standing as standing where ${isTaskInArea(NOBODY, today)}`.execute(db);
  return rows[0] ?? { tasks: 0, unassigned: 0 };
};

/** The documents with these ids, by id, each with the sections in which a task stands that no document has ended. */
export const listDocumentsWithSections = async (
  db: Db | Tx,
  ids: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly document: DocumentName; readonly sections: ReadonlySet<string> }>
> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('document')
    .select(documentColumns)
    .where('id', 'in', [...ids])
    .execute();
  const { rows: found } = await sql<{ id: string; section: string }>`
    select distinct document_id as id, section from document_item
    where document_id = any(${[...ids]}::uuid[]) and kind = 'task' and ended_by is null
      and section is not null`.execute(db);
  return new Map(
    rows.map((row) => [
      row.document_id,
      {
        document: documentNameOf(row),
        sections: new Set(found.filter(({ id }) => id === row.document_id).map(({ section }) => section)),
      },
    ]),
  );
};

/** A task as an area names it. */
export interface AreaTask {
  readonly id: string;
  readonly name: string;
  readonly documentId: string;
  readonly isEnded: boolean;
}

/** The tasks with these ids, by id. */
export const listAreaTasks = async (
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AreaTask>> => {
  const { rows } = await sql<AreaTask>`
    select id, name, document_id as "documentId", ended_by is not null as "isEnded" from document_item
    where id = any(${[...ids]}::uuid[]) and kind = 'task'`.execute(db);
  return new Map(rows.map((task) => [task.id, task]));
};

/** Main and component indicators of the frameworks that score the province, of each code the latest version in force. */
export const listIndicatorNames = async (db: Db | Tx): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('index_framework')
    .distinctOn('code')
    .select('definition')
    .where('state', '=', 'in-force')
    .where(sql<string>`definition ->> 'subjectKind'`, '=', 'province')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ definition }) =>
      // Safe: only definitions that passed the schema of frameworks are stored.
      listComponents((definition as unknown as Framework).components).map(
        ({ code, name }) => [code, name.vi] as const,
      ),
    ),
  );
};

/** What was written of a membership. */
export interface RevisionRow {
  readonly version: number;
  readonly change: MemberChange;
  readonly post: CommitteePost;
  readonly area: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly docNumber: string | null;
  readonly parts: readonly AreaPart[];
  readonly at: string;
  readonly by: string | null;
}

/** All that was written of a membership, the latest first. */
export const listRevisions = async (db: Db, memberId: string): Promise<readonly RevisionRow[]> => {
  const { rows } = await sql<RevisionRow>`
    select revision.version, revision.change, facts->>'post' as post, facts->>'area' as area,
      facts->>'validFrom' as "validFrom", facts->>'validTo' as "validTo", facts->>'docNumber' as "docNumber",
      facts->'parts' as parts, revision.at, writer.display_name as by
    from committee_member_revision as revision left join account as writer on writer.account_id = revision.by
    where revision.committee_member_id = ${memberId} order by revision.version desc`.execute(db);
  return rows;
};
