import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Db, Tx } from '#server/db/database.ts';
import type { JobInput } from './job-kind.ts';

/** Work that is asked for. */
export interface NewJob {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What is asked for: while a job of this kind and key waits or runs, no second one is made. */
  readonly key: string;
  readonly input?: JobInput;
  /** How often it is tried before it counts as failed. */
  readonly mostAttempts?: number;
  /** The account that asks; null when the system itself does. */
  readonly createdBy: string | null;
}

const MOST_ATTEMPTS = 3;

// What is being cancelled gives nobody anything any more: it leaves its key to those who ask again.
const freeKey = async (tx: Tx, jobId: string): Promise<void> => {
  await tx
    .updateTable('job')
    .set({ job_key: sql<string>`job_key || '/' || job_id` })
    .where('job_id', '=', jobId)
    .execute();
};

const insertOrJoin = (tx: Tx, id: string, job: NewJob) =>
  tx
    .insertInto('job')
    .values({
      job_id: id,
      kind: job.kind,
      job_key: job.key,
      payload: JSON.stringify(job.payload),
      most_attempts: job.mostAttempts ?? MOST_ATTEMPTS,
      has_input: job.input !== undefined,
      created_by: job.createdBy,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'job_key'])
        .where('state', 'in', ['waiting', 'running'])
        // Nothing changes but that the row is given back.
        .doUpdateSet((update) => ({ job_key: update.ref('job.job_key') })),
    )
    .returning(['job_id', 'cancel_requested_at'])
    .executeTakeFirstOrThrow();

/**
 * Puts a job into the queue, in the transaction of the deed that needs it, and answers its id; that of the job which
 * already waits or runs for the same key, where there is one that nobody has cancelled.
 */
export const enqueueJob = async (tx: Tx, job: NewJob): Promise<string> => {
  const id = newId();
  const row = await insertOrJoin(tx, id, job);
  if (row.cancel_requested_at !== null) {
    await freeKey(tx, row.job_id);
    return enqueueJob(tx, job);
  }
  if (row.job_id === id && job.input) {
    const { name, content } = job.input;
    await tx
      .insertInto('job_input')
      .values({ job_id: id, file_name: name, content: Buffer.from(content) })
      .execute();
  }
  return row.job_id;
};

/** Puts a job into the queue unless there ever was one of this kind and key: for work that is due once in a span of time. */
export const enqueueOnce = (db: Db, job: NewJob): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('job')
      .select('job_id')
      .where('kind', '=', job.kind)
      .where('job_key', '=', job.key)
      .executeTakeFirst();
    if (known) return false;
    await enqueueJob(tx, job);
    return true;
  });
