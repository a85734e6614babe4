import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { TASK_WAITS, type TaskWait } from '#core/task-state/task-wait.ts';

/** Whether somebody must do this about what `standing` tells, a row of task_standing or part_standing. */
export const AWAITED = {
  confirmation: sql<SqlBool>`standing.awaits_confirmation`,
  extension: sql<SqlBool>`standing.awaits_extension`,
  event: sql<SqlBool>`standing.waits_for_event`,
  'sent-back': sql<SqlBool>`standing.is_sent_back`,
} as const satisfies Readonly<Record<TaskWait, RawBuilder<SqlBool>>>;

/** All that somebody must do about it, as an array of text. */
export const awaitedOf: RawBuilder<TaskWait[]> = sql`array_remove(array[${sql.join(
  TASK_WAITS.map((wait) => sql`case when ${AWAITED[wait]} then ${sql.lit(wait)} end`),
)}], null)`;
