import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import type { TaskItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { refreshTaskStandings, taskStateOn } from '#server/registers/task-standings.ts';

/** Counts the tasks by how each of them stands as a whole on a day. */
export const countTasksByState = async (
  db: Db,
  today: PlainDate,
): Promise<ReadonlyMap<TaskState, number>> => {
  await refreshTaskStandings(db, today);
  const { rows } = await sql<{ state: TaskState; total: number }>`
    select ${taskStateOn(today)} as state, count(*)::int as total
    from task_standing as standing group by 1`.execute(db);
  return new Map(rows.map(({ state, total }) => [state, total]));
};

/** A task to look at before others. */
export interface PressingTask {
  readonly item: TaskItem;
  readonly state: TaskState;
  readonly lastDay: PlainDate;
}

interface PressingRow {
  readonly id: string;
  readonly state: TaskState;
  readonly lastDay: PlainDate;
}

/** The first tasks in order of the last day: those that are overdue, then those due soon. */
export const listPressingTasks = async (
  db: Db,
  today: PlainDate,
  limit: number,
): Promise<readonly PressingTask[]> => {
  const { rows } = await sql<PressingRow>`
    select task_id as id, state, last_day as "lastDay"
    from (select standing.task_id, standing.last_day, ${taskStateOn(today)} as state
      from task_standing as standing) as stated
    where state in ('overdue', 'due-soon') and last_day is not null
    order by state = 'due-soon', last_day, task_id limit ${limit}`.execute(db);
  const items = await listRegisterItems(
    db,
    rows.map(({ id }) => id),
    today,
  );
  const tasks = new Map(items.flatMap((item) => (item.kind === 'task' ? [[item.id, item] as const] : [])));
  return rows.flatMap(({ id, state, lastDay }) => {
    const item = tasks.get(id);
    return item ? [{ item, state, lastDay }] : [];
  });
};

/** Number of registered documents. */
export const countDocuments = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};
