import type { Clock } from '#core/kernel/clock.ts';
import type { Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';

/** Who asks for a change of accounts, for the audit trail. */
export interface AccountChange {
  readonly db: Db;
  readonly clock: Clock;
  readonly caller: Caller;
}
