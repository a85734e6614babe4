import { sql } from 'kysely';
import type { Tx } from '#server/db/database.ts';

/**
 * Ends a job that waits, and asks the holder of one that runs to end it; it does so within seconds. What is over stays
 * as it is: cancelling twice, or too late, changes nothing. Answers whether anything changed.
 */
export const cancelJob = async (tx: Tx, jobId: string): Promise<boolean> => {
  const row = await tx
    .updateTable('job')
    .set({
      cancel_requested_at: sql<string>`now()`,
      state: sql<string>`case state when 'waiting' then 'cancelled' else state end`,
      ended_at: sql<string | null>`case state when 'waiting' then now() end`,
    })
    .where('job_id', '=', jobId)
    .where('state', 'in', ['waiting', 'running'])
    .where('cancel_requested_at', 'is', null)
    .returning('ended_at')
    .executeTakeFirst();
  if (row && row.ended_at !== null) {
    await tx.deleteFrom('job_input').where('job_id', '=', jobId).execute();
  }
  return row !== undefined;
};
