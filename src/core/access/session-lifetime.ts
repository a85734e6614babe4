const HOUR = 60 * 60 * 1000;
/** A session ends after twelve hours without a request… */
const IDLE_LIMIT = 12 * HOUR;
/** …and after seven days in any case. */
const TOTAL_LIMIT = 7 * 24 * HOUR;
// Written down at most this often, so that reading a page does not write to the database.
const NOTING_INTERVAL = 5 * 60 * 1000;

/** Milliseconds since the epoch; core does not read instants from text. */
export type Milliseconds = number;

/** When a session that was opened at `createdAt` and used at `now` expires. */
export const computeExpiry = (createdAt: Milliseconds, now: Milliseconds): Milliseconds =>
  Math.min(now + IDLE_LIMIT, createdAt + TOTAL_LIMIT);

/** Whether the use of a session is worth noting. */
export const isWorthNoting = (lastSeenAt: Milliseconds, now: Milliseconds): boolean =>
  now - lastSeenAt >= NOTING_INTERVAL;
