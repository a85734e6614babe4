import type { Logger } from 'pino';
import { isRefusal } from '#core/kernel/refusal.ts';
import type { Db } from '#server/db/database.ts';
import type { JobKind, JobLane, JobWork } from './job-kind.ts';
import {
  claimJob,
  findInput,
  keepLease,
  removeOldJobs,
  settleJob,
  type AttemptEnd,
  type JobProgress,
  type KeptDays,
  type LeasedJob,
} from './job-store.ts';

/** How often the queue is looked at, and for how long a job is a server's own. */
export interface JobPace {
  /** Between two looks at an empty queue. */
  readonly pollMilliseconds: number;
  /** Between two signs of life; cancelling takes as long. */
  readonly heartbeatMilliseconds: number;
  /** How long a server may be silent before another takes its job. */
  readonly leaseSeconds: number;
}

const PACE: JobPace = { pollMilliseconds: 1000, heartbeatMilliseconds: 1000, leaseSeconds: 20 };
const KEPT_DAYS: KeptDays = { job: 90, input: 7 };
const CLEANING_MILLISECONDS = 3_600_000;
const PATIENCE_MILLISECONDS = 10_000;

export interface JobRunnerOptions {
  readonly db: Db;
  readonly kinds: readonly JobKind[];
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  readonly pace?: JobPace;
}

/** Does the jobs of the queue beside requests. Any number of servers may have one: each job is one server's at a time. */
export interface JobRunner {
  /** Gives back what is under way, for another server or the next start, and takes nothing more. */
  readonly close: () => Promise<void>;
}

type Unwanted = 'cancelled' | 'lost' | 'stopped';

/** Signs of life while a job runs: they carry its progress, and bring word when nobody wants it any more. */
const watchJob = (db: Db, job: LeasedJob, pace: JobPace, stopping: AbortSignal) => {
  const unwanted = new AbortController();
  let progress: JobProgress = { progress: 0, stage: null };
  let beat: Promise<void> = Promise.resolve();
  let heardAt = performance.now();
  const end = (reason: Unwanted): void => {
    if (!unwanted.signal.aborted) unwanted.abort(reason);
  };
  const speak = async (): Promise<void> => {
    try {
      const wish = await keepLease(db, job, progress, pace.leaseSeconds);
      heardAt = performance.now();
      if (wish !== 'wanted') end(wish);
    } catch {
      // The database may come back; when it does not in time, another server has the job by then.
      if (performance.now() - heardAt > pace.leaseSeconds * 1000) end('lost');
    }
  };
  const timer = setInterval(() => {
    beat = speak();
  }, pace.heartbeatMilliseconds);
  const stop = (): void => end('stopped');
  stopping.addEventListener('abort', stop);
  return {
    speak,
    unwanted: unwanted.signal,
    tell: (share: number, stage: string): void => {
      progress = { progress: Math.min(Math.max(share, 0), 1), stage };
    },
    close: async (): Promise<void> => {
      clearInterval(timer);
      stopping.removeEventListener('abort', stop);
      await beat;
    },
  };
};

const endOf = async (
  kind: JobKind,
  job: LeasedJob,
  work: JobWork,
  logger: JobRunnerOptions['logger'],
): Promise<AttemptEnd> => {
  try {
    const answer = await kind.run(job.payload, work);
    // What came to its end in spite of everything counts; a refusal for want of somebody who waits does not.
    if (isRefusal(answer) && work.unwanted.aborted) return endUnwanted(work.unwanted);
    return isRefusal(answer) ? { kind: 'refused', refusal: answer } : { kind: 'done', result: answer };
  } catch (error) {
    if (work.unwanted.aborted) return endUnwanted(work.unwanted);
    logger.error({ err: error, job: job.jobId, kind: job.kind, attempt: job.attempt }, 'a job met a fault');
    return { kind: 'fault', fault: error instanceof Error ? error.name : 'unknown' };
  }
};

const endUnwanted = ({ reason }: AbortSignal): AttemptEnd => ({
  kind: reason === 'cancelled' ? 'cancelled' : 'stopped',
});

const runJob = async (
  { db, logger }: JobRunnerOptions,
  kind: JobKind,
  job: LeasedJob,
  pace: JobPace,
  stopping: AbortSignal,
): Promise<void> => {
  const watch = watchJob(db, job, pace, stopping);
  const work: JobWork = {
    jobId: job.jobId,
    input: () => findInput(db, job.jobId),
    tell: watch.tell,
    unwanted: watch.unwanted,
  };
  try {
    // What was cancelled while nobody held it is not begun again.
    await watch.speak();
    const end = watch.unwanted.aborted ? endUnwanted(watch.unwanted) : await endOf(kind, job, work, logger);
    await watch.close();
    await settleJob(db, job, end);
  } finally {
    await watch.close();
  }
};

const pause = (milliseconds: number, stopping: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    stopping.addEventListener('abort', done);
  });

const runLane = async (
  options: JobRunnerOptions,
  kinds: ReadonlyMap<string, JobKind>,
  pace: JobPace,
  stopping: AbortSignal,
): Promise<void> => {
  while (!stopping.aborted) {
    try {
      const job = await claimJob(options.db, [...kinds.keys()], pace.leaseSeconds);
      const kind = job && kinds.get(job.kind);
      if (job && kind) await runJob(options, kind, job, pace, stopping);
      else await pause(pace.pollMilliseconds, stopping);
    } catch (error) {
      // The queue itself does not answer: the job, if there is one, is taken again when its lease has run out.
      options.logger.warn({ err: error }, 'the queue of jobs does not answer');
      await pause(pace.pollMilliseconds * 5, stopping);
    }
  }
};

const LANES: readonly JobLane[] = ['long', 'short', 'outside'];

/** Opens a runner; it begins at once. */
export const openJobRunner = (options: JobRunnerOptions): JobRunner => {
  const { db, kinds, pace = PACE } = options;
  const stopping = new AbortController();
  const clean = (): void => void removeOldJobs(db, KEPT_DAYS).catch(() => undefined);
  clean();
  const cleaning = setInterval(clean, CLEANING_MILLISECONDS);
  const lanes = LANES.map(
    (lane) => new Map(kinds.filter((kind) => kind.lane === lane).map((kind) => [kind.name, kind])),
  )
    .filter((some) => some.size > 0)
    .map((some) => runLane(options, some, pace, stopping.signal));
  return {
    close: async () => {
      stopping.abort();
      clearInterval(cleaning);
      // Work that does not hear of it is left to its lease.
      await Promise.race([Promise.all(lanes), pause(PATIENCE_MILLISECONDS, new AbortController().signal)]);
    },
  };
};
