import type { PlainDate } from './plain-date.ts';

/** Time comes from outside: services take a clock and hand `today` to core. */
export interface Clock {
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  /** The present day in the province (Asia/Ho_Chi_Minh). */
  today(): PlainDate;
}
