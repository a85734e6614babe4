import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { computeTaskState } from '#core/task-state/task-state.ts';
import type { Db } from '#server/db/database.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import { taskStateOn } from '#server/registers/task-standings.ts';

/** The state of every standing on a day, as the database says it and as the core does. */
export const listPartStates = async (
  db: Db,
  day: PlainDate,
): Promise<{ readonly bySql: readonly string[]; readonly byCore: readonly string[] }> => {
  const wholes = await db
    .selectFrom('task_standing as standing')
    .selectAll()
    .select(taskStateOn(day).as('state'))
    .execute();
  const parts = await db
    .selectFrom('part_standing as standing')
    .selectAll()
    .select(taskStateOn(day).as('state'))
    .execute();
  const rows = [...wholes, ...parts];
  return {
    bySql: rows.map(({ state }) => state),
    byCore: rows.map((row) =>
      computeTaskState(
        {
          ...{ lastDay: storedDay(row.last_day), soonFrom: storedDay(row.soon_from) },
          ...{ lateAfter: storedDay(row.late_after), doneOn: storedDay(row.done_on) },
          ...{ isDoneLate: row.is_done_late, isPaused: row.is_paused, hasBegun: row.has_begun },
        },
        day,
      ),
    ),
  };
};

/** The latest event of the audit trail about a subject. */
export const findLatestEvent = async (db: Db, subject: string) => {
  const { rows } = await sql<{ action: string; details: object }>`
    select action, details from audit_event where subject = ${subject} order by sequence desc limit 1`.execute(
    db,
  );
  return rows[0];
};
