import { sql } from 'kysely';
import type { PlanSpan } from '#core/calendar/due-occurrences.ts';
import type { DueKind, DueRule } from '#core/calendar/due-rule.ts';
import type { Recurrence } from '#core/calendar/recurrence.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Organization } from '#core/organization/organization.ts';
import { listAnsweringOrganizations, type NamedAgency } from '#core/task-progress/answering-organizations.ts';
import type { ExecutedTask } from '#core/task-state/derive-lines.ts';
import type { AcceptedProgress, TaskEvent } from '#core/task-state/task-event.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** A task as its states are derived from it. */
export interface StoredTask extends ExecutedTask {
  readonly id: string;
  readonly documentId: string;
  /** When something was last said or decided of it; null before. */
  readonly changedAt: string | null;
  /** The same, by organization. */
  readonly changes: Readonly<Record<string, string>>;
}

interface TaskRow {
  readonly id: string;
  readonly documentId: string;
  readonly due: DueRule | null;
  readonly recurrence: Recurrence | null;
  readonly plan: PlanSpan | null;
  readonly agencies: readonly NamedAgency[];
  readonly events: readonly (TaskEvent & { readonly at: string })[];
  readonly accepted: readonly (AcceptedProgress & { readonly at: string })[];
}

const NO_DUE: DueRule = { kind: 'other' satisfies DueKind, raw: null, start: null, end: null, before: false };

// The plan's days, or the year of its document; a plan that names its first day alone ends with that year. Nothing of it was
// owed before it was issued.
const planSpan = sql`case
  when plan.period_start is not null then json_build_object('start', greatest(plan.period_start, document.issue_date),
    'end', coalesce(plan.period_end, make_date(extract(year from plan.period_start)::int, 12, 31)))
  when document.year between 1 and 9999 then json_build_object(
    'start', greatest(make_date(document.year, 1, 1), document.issue_date),
    'end', make_date(document.year, 12, 31)) end`;

const ofProvince = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh')::date`;

const readRows = async (db: Db | Tx, ids: readonly string[]): Promise<readonly TaskRow[]> => {
  const { rows } = await sql<TaskRow>`
    select item.id, item.document_id as "documentId", ${planSpan} as plan,
      case when item.due_kind is not null then json_build_object('kind', item.due_kind, 'raw', item.due_raw,
        'start', item.due_start, 'end', item.due_end, 'before', item.due_before) end as due,
      item.due_recurrence as recurrence,
      coalesce(named.agencies, '[]') as agencies, coalesce(said.events, '[]') as events,
      coalesce(counted.accepted, '[]') as accepted
    from document_item as item
    join document on document.id = item.document_id
    left join plan on plan.document_id = document.id
    left join lateral (
      select json_agg(json_build_object('role', agency.role, 'organizationCode', agency.organization_code)
        order by agency.position) as agencies
      from item_agency as agency
      where agency.item_id = item.id and agency.role in ('lead', 'coordinating')
        and agency.organization_code is not null) as named on true
    left join lateral (
      select json_agg(json_build_object('kind', event.kind, 'organizationCode', event.organization_code,
        'period', event.period, 'percent', event.percent::text, 'day', event.day, 'dueDay', event.due_day,
        'on', ${ofProvince('event.at')}, 'at', event.at) order by event.at, event.version) as events
      from task_event as event where event.task_id = item.id) as said on true
    left join lateral (
      select json_agg(json_build_object('organizationCode', known.organization_code, 'period', known.period,
        'percent', known.percent::text, 'on', coalesce(known.done_on, ${ofProvince('known.recorded_at')}),
        'at', known.recorded_at) order by known.version) as accepted
      from task_progress as known where known.task_id = item.id) as counted on true
    where item.kind = 'task' and item.ended_by is null and item.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
};

const latestChanges = ({ events, accepted }: TaskRow): Readonly<Record<string, string>> => {
  const latest: Record<string, string> = {};
  for (const { organizationCode, at } of [...accepted, ...events]) {
    const key = organizationCode ?? '';
    if (at > (latest[key] ?? '')) latest[key] = at;
  }
  return latest;
};

/** The tasks with these ids, with what their states follow from; what is no task is left out. */
export const readExecutedTasks = async (
  db: Db | Tx,
  ids: readonly string[],
  organizations: readonly Organization[],
  today: PlainDate,
): Promise<readonly StoredTask[]> => {
  const known = new Map<string, readonly NamedAgency[]>();
  const answeringOf = (agencies: readonly NamedAgency[]): readonly NamedAgency[] => {
    const key = JSON.stringify(agencies);
    const found = known.get(key) ?? listAnsweringOrganizations(agencies, organizations, today);
    known.set(key, found);
    return found;
  };
  return (await readRows(db, ids)).map((row) => {
    const changes = latestChanges(row);
    return {
      ...{
        id: row.id,
        documentId: row.documentId,
        due: row.due ?? NO_DUE,
        recurrence: row.recurrence,
        plan: row.plan,
      },
      ...{ events: row.events, accepted: row.accepted, answering: answeringOf(row.agencies) },
      ...{ changes, changedAt: Object.values(changes).toSorted().at(-1) ?? null },
    };
  });
};
