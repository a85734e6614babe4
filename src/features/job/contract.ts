import { z } from 'zod';
import { JOB_STATES } from '#core/job/job.ts';
import { route } from '#contract/route.ts';
import { Instant } from '#contract/schemas.ts';

const Id = z.object({ id: z.uuid() });

/** Work that is done beside requests, and how far it is. */
export const Job = z
  .object({
    id: z.uuid(),
    /** What is done, `noun.verb`. */
    kind: z.string(),
    /** The file that it works on; null where it works on none. */
    fileName: z.string().nullable(),
    state: z.enum(JOB_STATES),
    /** Share that is done, 0 to 1. */
    progress: z.number(),
    /** The code of what is being done; null before it says. */
    stage: z.string().nullable(),
    attempts: z.number().int(),
    mostAttempts: z.number().int(),
    /** Somebody has asked that it end; its server does so within seconds. */
    isCancelled: z.boolean(),
    /** Name of the person who asked for it; null when the system itself did. */
    askedBy: z.string().nullable(),
    /** It ended without success, and what it needs is still there. */
    isRepeatable: z.boolean(),
    createdAt: Instant,
    /** Not begun before: after a fault it waits. */
    runAfter: Instant,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    /** What a job that is done leaves, as its kind says. */
    result: z.record(z.string(), z.unknown()).nullable(),
    /** What a job that is refused met. */
    refusal: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
    /** The name of the last fault; the log has more. */
    fault: z.string().nullable(),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof Job>;

export const listJobs = route({
  method: 'GET',
  path: '/jobs',
  operationId: 'listJobs',
  summary:
    'Work done beside requests, at most 200 of it: what waits or runs, then what came to no good end, then what is done, newest first',
  access: 'job.read',
  response: z.object({
    items: z.array(Job),
    total: z.number().int(),
    /** This person may have jobs repeated. */
    mayRepeat: z.boolean(),
  }),
  since: '0.1.0',
});

export const getJob = route({
  method: 'GET',
  path: '/jobs/:id',
  operationId: 'getJob',
  summary: 'How far a job is that one has asked for oneself, or, for those who run the system, any job',
  access: 'session.read',
  params: Id,
  response: Job,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const cancelJob = route({
  method: 'POST',
  path: '/jobs/:id/cancel',
  operationId: 'cancelJob',
  summary: 'Ends a job that waits or runs; what is over stays as it is, and cancelling twice changes nothing',
  access: 'session.read',
  params: Id,
  response: Job,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const repeatJob = route({
  method: 'POST',
  path: '/jobs/:id/repeat',
  operationId: 'repeatJob',
  summary: 'Has a job that failed, was refused or was ended done again, as if it were new',
  access: 'job.write',
  params: Id,
  response: Job,
  refusals: ['record.not-found', 'job.not-to-repeat'],
  since: '0.1.0',
});
