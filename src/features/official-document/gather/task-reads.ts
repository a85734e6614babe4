import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { AcceptedProgress } from '#core/task-state/task-event.ts';
import type { RegisterKind } from '#core/plan/plan-item.ts';
import type { Db } from '#server/db/database.ts';

/** Ids of the items of a kind that no other document has ended, of one document or of all, in the order of reading, the newest document first. */
export const listItemIds = async (
  db: Db,
  kind: RegisterKind,
  documentId: string | null,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .select('item.id')
    .where('item.kind', '=', kind)
    .where('item.ended_by', 'is', null)
    .$if(documentId !== null, (query) => query.where('item.document_id', '=', documentId ?? ''))
    .orderBy('document.year', (order) => order.desc().nullsLast())
    .orderBy('document.issue_date', (order) => order.desc().nullsFirst())
    .orderBy('document.id')
    .orderBy('item.position')
    .execute();
  return rows.map(({ id }) => id);
};

/** What an organization said of its part of a task. */
export interface ToldWords {
  readonly taskId: string;
  readonly organizationCode: string;
  readonly words: string | null;
  readonly result: string | null;
  /** When it was said. */
  readonly at: string;
}

/** What counts as reached of tasks, with the words that were reported with it. */
export interface ReportedProgress extends AcceptedProgress, ToldWords {
  readonly difficulties: string | null;
}

/** Accepted progress of every task until a day, the earliest first. */
export const listProgress = async (db: Db, until: PlainDate): Promise<readonly ReportedProgress[]> => {
  const { rows } = await sql<ReportedProgress>`
    select task_id as "taskId", organization_code as "organizationCode", period, percent::text as percent,
      coalesce(done_on, (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) as on, words, result, difficulties,
      to_json(recorded_at) #>> '{}' as at
    from task_progress
    where (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${until}
    order by recorded_at, version`.execute(db);
  return rows;
};

/** What organizations reported until a day and nobody has confirmed or sent back by then, the earliest first. */
export const listOpenReports = async (db: Db, until: PlainDate): Promise<readonly ToldWords[]> => {
  const { rows } = await sql<ToldWords>`
    select "taskId", "organizationCode", words, result, to_json(at) #>> '{}' as at
    from (
      select distinct on (task_id, organization_code, period)
        task_id as "taskId", organization_code as "organizationCode", kind, words, result, at
      from task_event
      where kind in ('report', 'confirm', 'send-back') and (at at time zone 'Asia/Ho_Chi_Minh')::date <= ${until}
      order by task_id, organization_code, period, version desc) as last
    where kind = 'report' order by last.at`.execute(db);
  return rows;
};

/** Difficulties of tasks that were raised until a day and had no answer by then, the earliest first. */
export const listOpenDifficulties = async (
  db: Db,
  until: PlainDate,
): Promise<readonly Omit<ToldWords, 'result' | 'at'>[]> => {
  const { rows } = await sql<Omit<ToldWords, 'result' | 'at'>>`
    select difficulty.item_id as "taskId", difficulty.organization_code as "organizationCode", difficulty.words
    from difficulty
    cross join lateral (
      select event.move from difficulty_event as event
      where event.difficulty_id = difficulty.difficulty_id
        and (event.at at time zone 'Asia/Ho_Chi_Minh')::date <= ${until}
      order by event.version desc limit 1) as last
    where difficulty.item_id is not null and last.move not in ('answer', 'rule', 'accept', 'withdraw')
    order by difficulty.raised_at`.execute(db);
  return rows;
};

/** What was reached of a target in a year. */
export interface YearValue {
  readonly value: string;
  readonly unit: string;
  /** Accepted as an estimate: the final figure is still to come. */
  readonly isEstimate: boolean;
}

/** What was reached of targets in a year by the figures that had been accepted by a day, by target. */
export const listYearValues = async (
  db: Db,
  year: number,
  day: PlainDate,
): Promise<ReadonlyMap<string, YearValue>> => {
  const { rows } = await sql<YearValue & { readonly id: string }>`
    select distinct on (item_id) item_id as id, value::text as value, unit, value_kind = 'estimate' as "isEstimate"
    from target_year_value
    where year = ${year} and (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}
    order by item_id, version desc`.execute(db);
  return new Map(rows.map(({ id, ...value }) => [id, value]));
};
