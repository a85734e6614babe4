import { sql } from 'kysely';
import type { Tx } from '#server/db/database.ts';

/**
 * Puts a job that came to no good end into the queue again, as if it were new. One whose file is gone stays as it is, and so does
 * one for which another of its kind and key waits or runs. Answers whether it was put there.
 */
export const repeatJob = async (tx: Tx, jobId: string): Promise<boolean> => {
  const row = await tx
    .updateTable('job as over')
    .set({
      ...{ state: 'waiting', attempts: 0, progress: 0, stage: null, run_after: sql<string>`now()` },
      ...{ started_at: null, ended_at: null, refusal: null, fault: null, cancel_requested_at: null },
    })
    .where('job_id', '=', jobId)
    .where('state', 'in', ['failed', 'refused', 'cancelled'])
    .where((one) =>
      one.or([
        one('has_input', '=', false),
        one.exists(
          one
            .selectFrom('job_input')
            .select('job_input.job_id')
            .whereRef('job_input.job_id', '=', 'over.job_id'),
        ),
      ]),
    )
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('job as other')
            .select('other.job_id')
            .whereRef('other.kind', '=', 'over.kind')
            .whereRef('other.job_key', '=', 'over.job_key')
            .where('other.state', 'in', ['waiting', 'running']),
        ),
      ),
    )
    .returning('job_id')
    .executeTakeFirst();
  return row !== undefined;
};
