import type { Clock } from '#core/kernel/clock.ts';
import { appendAuditEvent, type AuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** What a change of accounts is made with, and by whom. */
export interface AccountChange {
  readonly db: Db;
  readonly clock: Clock;
  readonly caller: Caller;
}

/** Something that was done to an account. Names and contacts stay out of the details: the trail can't forget them. */
export interface AccountDeed extends Pick<AuditEvent, 'action' | 'details' | 'before' | 'after'> {
  readonly accountId: string;
}

/** Writes deeds to the audit trail: the last statements of their transaction. */
export const recordDeeds = async (
  tx: Tx,
  { clock, caller }: AccountChange,
  deeds: readonly AccountDeed[],
): Promise<void> => {
  for (const { accountId, ...deed } of deeds) {
    await appendAuditEvent(tx, caller, { ...deed, at: clock.now(), subject: `account:${accountId}` });
  }
};
