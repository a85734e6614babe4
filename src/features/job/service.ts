import { can, type Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { cancelJob } from '#server/jobs/cancel-job.ts';
import { repeatJob } from '#server/jobs/repeat-job.ts';
import type { Job } from './contract.ts';
import { findJob } from './reads.ts';

/** Who asks, and when. */
interface JobContext {
  readonly db: Db;
  readonly actor: Actor | undefined;
  readonly clock: Clock;
  readonly caller: Caller;
}

/** A job that the actor has asked for, or any for those who run the system. Others are not told that it exists. */
export const findJobFor = async (
  db: Db | Tx,
  actor: Actor | undefined,
  id: string,
): Promise<Job | Refusal> => {
  const found = await findJob(db, id);
  const isOwn = actor !== undefined && found?.createdBy === actor.accountId;
  return found && (isOwn || can(actor, 'job.read')) ? found.job : refuse('record.not-found', { id });
};

/** Ends a job. Doing it twice, or when the job is over, changes nothing. */
export const endJob = ({ db, actor, clock, caller }: JobContext, id: string): Promise<Job | Refusal> =>
  db.transaction().execute(async (tx) => {
    const before = await findJobFor(tx, actor, id);
    if ('refused' in before || !(await cancelJob(tx, id))) return before;
    await appendAuditEvent(tx, caller, {
      ...{ at: clock.now(), action: 'job.cancel', subject: `job:${id}` },
      details: { kind: before.kind },
    });
    return findJobFor(tx, actor, id);
  });

/** Has a job done again that came to no good end. */
export const repeatJobAgain = (
  { db, actor, clock, caller }: JobContext,
  id: string,
): Promise<Job | Refusal> =>
  db.transaction().execute(async (tx) => {
    const before = await findJobFor(tx, actor, id);
    if ('refused' in before) return before;
    if (!(await repeatJob(tx, id))) return refuse('job.not-to-repeat', { id, state: before.state });
    await appendAuditEvent(tx, caller, {
      ...{ at: clock.now(), action: 'job.repeat', subject: `job:${id}` },
      details: { kind: before.kind, state: before.state },
    });
    return findJobFor(tx, actor, id);
  });
