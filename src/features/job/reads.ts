import { sql } from 'kysely';
import type { Db, Tx } from '#server/db/database.ts';
import { Job } from './contract.ts';

const MOST_LISTED = 200;

const listing = (db: Db | Tx) =>
  db
    .selectFrom('job')
    .leftJoin('account', 'account.account_id', 'job.created_by')
    .select([
      'job_id',
      'kind',
      'state',
      'progress',
      'stage',
      'attempts',
      'most_attempts',
      'result',
      'refusal',
    ])
    .select(['fault', 'job.created_at', 'started_at', 'ended_at', 'run_after'])
    .select(['job.created_by', 'account.display_name'])
    .select(
      sql<boolean>`has_input and not exists (select 1 from job_input where job_input.job_id = job.job_id)`.as(
        'has_lost_input',
      ),
    )
    .select(sql<string | null>`payload ->> 'fileName'`.as('file_name'))
    .select(sql<boolean>`cancel_requested_at is not null`.as('is_cancelled'));

type ListedJob = Awaited<ReturnType<ReturnType<typeof listing>['executeTakeFirstOrThrow']>>;

const viewOf = (row: ListedJob): Job => ({
  id: row.job_id,
  kind: row.kind,
  fileName: row.file_name,
  state: row.state as Job['state'],
  progress: row.progress,
  stage: row.stage,
  attempts: row.attempts,
  mostAttempts: row.most_attempts,
  isCancelled: row.is_cancelled,
  askedBy: row.display_name,
  isRepeatable: !row.has_lost_input && ['failed', 'refused', 'cancelled'].includes(row.state),
  createdAt: row.created_at,
  runAfter: row.run_after,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  result: Job.shape.result.parse(row.result),
  refusal: Job.shape.refusal.parse(row.refusal),
  fault: row.fault,
});

/** What waits or runs, then the newest of what came to no good end, then of what is done. */
export const listJobs = async (db: Db): Promise<{ readonly items: Job[]; readonly total: number }> => {
  const rows = await listing(db)
    .orderBy(sql`case when state in ('waiting', 'running') then 0 when state = 'done' then 2 else 1 end`)
    .orderBy('job.created_at', 'desc')
    .orderBy('job_id', 'desc')
    .limit(MOST_LISTED)
    .execute();
  const { total } = await db
    .selectFrom('job')
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return { items: rows.map(viewOf), total };
};

/** A job, and the account that asked for it. */
export const findJob = async (
  db: Db | Tx,
  id: string,
): Promise<{ readonly job: Job; readonly createdBy: string | null } | undefined> => {
  const row = await listing(db).where('job_id', '=', id).executeTakeFirst();
  return row && { job: viewOf(row), createdBy: row.created_by };
};
