import type { Clock } from '#core/kernel/clock.ts';
import type { Db } from '#server/db/database.ts';

/** Who asks for a change of accounts, for the audit trail. */
export interface AccountChange {
  readonly db: Db;
  readonly clock: Clock;
  /** Account id, or the name of the process that acts without one. */
  readonly by: string;
}
