import { sql } from 'kysely';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Tx } from '#server/db/database.ts';
import { enqueueJob, type NewJob } from './enqueue-job.ts';

/** A job that waits or runs, as a refusal tells of it. */
interface OpenJob {
  readonly id: string;
  /** The file or paper that it works on; null where it has no name yet. */
  readonly name: string | null;
  readonly askedAt: string;
  readonly state: string;
}

const listOthers = (tx: Tx, { kind, key, createdBy }: NewJob): Promise<readonly OpenJob[]> =>
  tx
    .selectFrom('job')
    .select(['job_id as id', 'created_at as askedAt', 'state'])
    .select(sql<string | null>`coalesce(payload ->> 'fileName', payload ->> 'title')`.as('name'))
    .where('kind', '=', kind)
    .where('created_by', '=', createdBy)
    .where('job_key', '<>', key)
    .where('state', 'in', ['waiting', 'running'])
    .where('cancel_requested_at', 'is', null)
    .orderBy('created_at')
    .orderBy('job_id')
    .execute();

const isAskedAlready = async (tx: Tx, { kind, key }: NewJob): Promise<boolean> => {
  const known = await tx
    .selectFrom('job')
    .select('job_id')
    .where('kind', '=', kind)
    .where('job_key', '=', key)
    .where('state', 'in', ['waiting', 'running'])
    .where('cancel_requested_at', 'is', null)
    .executeTakeFirst();
  return known !== undefined;
};

/**
 * Puts a job that a person asks for into the queue as `enqueueJob` does, unless as many of its kind as one person may have
 * wait or run for this person already: nobody makes all others wait. Refuses with `job.too-many-open`, which says which they are.
 * `noteNew` is told of a job that did not wait or run before, so that a retry is noted once.
 */
export const enqueueAskedJob = async (
  tx: Tx,
  job: NewJob,
  most: number,
  noteNew?: (jobId: string) => Promise<unknown>,
): Promise<string | Refusal> => {
  // Those who ask at once are counted one after the other.
  const queue = `job/${job.kind}/${job.createdBy ?? ''}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${queue}, 0))`.execute(tx);
  const jobs = await listOthers(tx, job);
  if (jobs.length >= most) {
    return refuse('job.too-many-open', { kind: job.kind, open: jobs.length, most, jobs });
  }
  const isAsked = await isAskedAlready(tx, job);
  const jobId = await enqueueJob(tx, job);
  if (!isAsked) await noteNew?.(jobId);
  return jobId;
};
