import type { Clock } from '#core/kernel/clock.ts';
import type { Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';

/** Who acts, and when. */
export interface ImportContext {
  readonly db: Db;
  readonly clock: Clock;
  /** Account, or null when the system itself acts. */
  readonly accountId: string | null;
  readonly caller: Caller;
}
