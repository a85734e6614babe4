import type { z } from 'zod';
import type { Refusal } from '#core/kernel/refusal.ts';

/** The file that a job works on. */
export interface JobInput {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What a job may ask for and tell while it works. */
export interface JobWork {
  readonly jobId: string;
  /** The file that came with the job; undefined without one. */
  readonly input: () => Promise<JobInput | undefined>;
  /** Says how far the work is: a share from 0 to 1 and the code of what is being done. */
  readonly tell: (progress: number, stage: string) => void;
  /** Aborted when the job is cancelled, when another server has taken it over, or when this one stops. */
  readonly unwanted: AbortSignal;
}

/** What a finished job leaves: facts for whoever waits for it. */
export type JobResult = Readonly<Record<string, unknown>>;

/**
 * Whether jobs of a kind take minutes, or seconds, or wait for servers that are not ours. A server does one of each at a
 * time, so that short ones don't wait for long ones, nor any for a mail server that hangs.
 */
export type JobLane = 'long' | 'short' | 'outside';

/** How jobs of a kind are done. */
export interface JobKind {
  /** `noun.verb` */
  readonly name: string;
  readonly lane: JobLane;
  /**
   * Does the work. A server may die between the work and the note that it is done, and then the job runs again: what it does
   * twice must come to what it does once. An exception is a fault: the job is tried again later.
   */
  readonly run: (payload: unknown, work: JobWork) => Promise<JobResult | Refusal>;
}

/** Joins the shape of a payload with the work; what the queue holds is parsed by it. */
export const jobKind = <Payload extends z.ZodType>(kind: {
  readonly name: string;
  readonly lane: JobLane;
  readonly payload: Payload;
  readonly run: (payload: z.output<Payload>, work: JobWork) => Promise<JobResult | Refusal>;
}): JobKind => ({
  name: kind.name,
  lane: kind.lane,
  run: async (payload, work) => kind.run(kind.payload.parse(payload), work),
});
