import type { Clock } from '#core/kernel/clock.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** Who asks for a change of accounts and from where, for the audit trail. */
export interface AccountChange {
  readonly db: Db;
  readonly clock: Clock;
  /** Account id, or the name of the process that acts without one. */
  readonly by: string;
  readonly requestId?: string;
  readonly clientAddress?: string;
}

/** Something that was done to an account. Names and contacts stay out of the details: the trail can't forget them. */
export interface AccountDeed {
  /** `noun.verb` */
  readonly action: string;
  readonly accountId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes deeds to the audit trail: the last statements of their transaction. */
export const recordDeeds = async (
  tx: Tx,
  { clock, by, requestId, clientAddress }: AccountChange,
  deeds: readonly AccountDeed[],
): Promise<void> => {
  for (const { action, accountId, details = {} } of deeds) {
    await appendAuditEvent(tx, {
      ...{ at: clock.now(), actor: by, action, subject: `account:${accountId}` },
      details: { ...details, ...(clientAddress !== undefined && { address: clientAddress }) },
      ...(requestId !== undefined && { requestId }),
    });
  }
};
