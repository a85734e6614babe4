/** How a job stands. A job that is `failed` met a fault in every attempt; one that is `refused` met a "no" that has a name. */
export const JOB_STATES = ['waiting', 'running', 'done', 'refused', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

const IS_OVER = {
  waiting: false,
  running: false,
  done: true,
  refused: true,
  failed: true,
  cancelled: true,
} as const satisfies Record<JobState, boolean>;

/** Whether nothing more happens to a job in this state. */
export const isJobOver = (state: JobState): boolean => IS_OVER[state];

const FIRST_DELAY_SECONDS = 5;
const LONGEST_DELAY_SECONDS = 3600;

/** How many seconds a job waits after its attempt of this number, from 1, met a fault: twice as long each time, an hour at most. */
export const retryDelaySeconds = (attempt: number): number =>
  Math.min(FIRST_DELAY_SECONDS * 2 ** (attempt - 1), LONGEST_DELAY_SECONDS);
