import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { retryDelaySeconds } from '#core/job/job.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { JobInput, JobResult } from './job-kind.ts';

/** A job that this server runs, by a lease: whoever holds another one can't write to it. */
export interface LeasedJob {
  readonly jobId: string;
  readonly leaseId: string;
  readonly kind: string;
  readonly payload: unknown;
  /** Number of this attempt, from 1. */
  readonly attempt: number;
  readonly mostAttempts: number;
}

const lease = (seconds: number) => sql<string>`now() + make_interval(secs => ${seconds})`;
const NO_LEASE = { lease_id: null, leased_until: null } as const;

/** Gives up what was begun as often as it may be and never came to an end: it may be what ended the servers. */
const giveUpLost = async (db: Db, kinds: readonly string[]): Promise<void> => {
  await db
    .updateTable('job')
    .set({ state: 'failed', fault: 'lost', ended_at: sql`now()`, ...NO_LEASE })
    .where('state', '=', 'running')
    .where('kind', 'in', kinds)
    .where('leased_until', '<', sql<string>`now()`)
    .whereRef('attempts', '>=', 'most_attempts')
    .execute();
};

/** Takes the next job of these kinds: one that waits, or one whose holder has fallen silent. */
export const claimJob = async (
  db: Db,
  kinds: readonly string[],
  leaseSeconds: number,
): Promise<LeasedJob | undefined> => {
  await giveUpLost(db, kinds);
  const row = await db
    .updateTable('job')
    .set((set) => ({
      state: 'running',
      lease_id: newId(),
      leased_until: lease(leaseSeconds),
      attempts: set('attempts', '+', 1),
      progress: 0,
      stage: null,
      started_at: sql`coalesce(started_at, now())`,
    }))
    .where('job_id', '=', (query) =>
      query
        .selectFrom('job')
        .select('job_id')
        .where('kind', 'in', kinds)
        .where('state', 'in', ['waiting', 'running'])
        .where('run_after', '<=', sql<string>`now()`)
        .where((one) =>
          one.or([one('leased_until', 'is', null), one('leased_until', '<', sql<string>`now()`)]),
        )
        .orderBy('run_after')
        .orderBy('job_id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['job_id', 'lease_id', 'kind', 'payload', 'attempts', 'most_attempts'])
    .executeTakeFirst();
  if (!row?.lease_id) return undefined;
  return {
    ...{ jobId: row.job_id, leaseId: row.lease_id, kind: row.kind, payload: row.payload },
    ...{ attempt: row.attempts, mostAttempts: row.most_attempts },
  };
};

/** How far a job is. */
export interface JobProgress {
  readonly progress: number;
  readonly stage: string | null;
}

const held = (db: Db | Tx, { jobId, leaseId }: LeasedJob) =>
  db.updateTable('job').where('job_id', '=', jobId).where('lease_id', '=', leaseId);

/** Says that the holder still works, and learns whether it should: `lost` when another has taken the job over. */
export const keepLease = async (
  db: Db,
  job: LeasedJob,
  { progress, stage }: JobProgress,
  leaseSeconds: number,
): Promise<'wanted' | 'cancelled' | 'lost'> => {
  const row = await held(db, job)
    .set({ leased_until: lease(leaseSeconds), progress, stage })
    .returning('cancel_requested_at')
    .executeTakeFirst();
  if (!row) return 'lost';
  return row.cancel_requested_at === null ? 'wanted' : 'cancelled';
};

/** How an attempt ended. */
export type AttemptEnd =
  | { readonly kind: 'done'; readonly result: JobResult }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly fault: string }
  | { readonly kind: 'cancelled' }
  /** The server stops: the attempt does not count. */
  | { readonly kind: 'stopped' };

const ENDED = { ended_at: sql<string>`now()`, ...NO_LEASE } as const;

const changesOf = (job: LeasedJob, end: AttemptEnd) => {
  switch (end.kind) {
    case 'done':
      return { ...ENDED, state: 'done', progress: 1, result: JSON.stringify(end.result) };
    case 'refused': {
      const { code, details } = end.refusal;
      return { ...ENDED, state: 'refused', refusal: JSON.stringify({ code, details }) };
    }
    case 'cancelled':
      return { ...ENDED, state: 'cancelled' };
    case 'stopped':
      return { ...NO_LEASE, state: 'waiting', attempts: job.attempt - 1 };
    case 'fault':
      return job.attempt >= job.mostAttempts
        ? { ...ENDED, state: 'failed', fault: end.fault }
        : {
            ...{ ...NO_LEASE, state: 'waiting', fault: end.fault },
            run_after: lease(retryDelaySeconds(job.attempt)),
          };
  }
};

const keepsInput = (end: AttemptEnd): boolean =>
  end.kind === 'fault' || (end.kind === 'refused' && end.refusal.code === 'job.asker-not-entitled');

/**
 * Writes how an attempt ended, unless another has taken the job over. What is over needs its file no longer, unless it failed, or
 * its person was not entitled to it: then it can be repeated with the same file.
 */
export const settleJob = (db: Db, job: LeasedJob, end: AttemptEnd): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const row = await held(tx, job)
      .set(changesOf(job, end))
      .returning(['job_id', 'ended_at'])
      .executeTakeFirst();
    if (!row) return false;
    if (row.ended_at !== null && !keepsInput(end)) {
      await tx.deleteFrom('job_input').where('job_id', '=', row.job_id).execute();
    }
    return true;
  });

/** The file that came with a job; undefined without one. */
export const findInput = async (db: Db, jobId: string): Promise<JobInput | undefined> => {
  const row = await db
    .selectFrom('job_input')
    .select(['file_name', 'content'])
    .where('job_id', '=', jobId)
    .executeTakeFirst();
  return row && { name: row.file_name, content: row.content };
};

/** For how many days a job that is over is kept, and its file where it may be repeated. */
export interface KeptDays {
  readonly job: number;
  readonly input: number;
}

const before = (days: number) => sql<string>`now() - make_interval(days => ${days})`;

/** Removes what has been over for long enough. */
export const removeOldJobs = async (db: Db, days: KeptDays): Promise<void> => {
  await db.deleteFrom('job').where('ended_at', '<', before(days.job)).execute();
  await db
    .deleteFrom('job_input')
    .where('job_id', 'in', (query) =>
      query.selectFrom('job').select('job_id').where('ended_at', '<', before(days.input)),
    )
    .execute();
};
