import type { DueState } from '#core/calendar/due-state.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { TaskItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { dueReaderFor } from '#server/registers/due.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';

/** A task with no more than counting and choosing need. */
export interface TaskDue {
  readonly id: string;
  readonly state: DueState;
  /** Null when the rule ends on no day. */
  readonly lastDay: string | null;
}

/** How every task stands on a day, the earliest due first. */
export const listTaskDues = async (db: Db, today: PlainDate): Promise<readonly TaskDue[]> => {
  const rows = await db
    .selectFrom('document_item')
    .select(['id', 'due_kind', 'due_raw', 'due_start', 'due_end', 'due_before', 'due_last_day'])
    .where('kind', '=', 'task')
    .where('ended_by', 'is', null)
    .orderBy('due_last_day', (order) => order.asc().nullsLast())
    .orderBy('document_id')
    .orderBy('position')
    .execute();
  const due = dueReaderFor(today);
  return rows.map((row) => ({ id: row.id, state: due.getState(row), lastDay: row.due_last_day }));
};

/** The tasks with these ids, in this order. */
export const listTasksById = async (
  db: Db,
  ids: readonly string[],
  today: PlainDate,
): Promise<readonly TaskItem[]> => {
  const items = await listRegisterItems(db, ids, today);
  return items.filter((item) => item.kind === 'task');
};

/** Number of registered documents. */
export const countDocuments = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};
