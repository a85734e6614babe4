import { v7 as newId } from 'uuid';
import type { ChainHead } from '#core/audit/audit-chain.ts';
import type { Db, Tx } from './database.ts';

/** Who does something, by which role, from where and in which request: what the audit trail says of every deed. */
export interface Caller {
  /** Account id, or the name of the process that acts without one. */
  readonly actor: string;
  /** The role by which it is done, as `nameHolding` writes it; null without an account. */
  readonly actingAs: string | null;
  /** Address on the network; null when it is done on this very machine. */
  readonly address: string | null;
  readonly requestId: string | null;
}

/** A process of this machine that acts without an account, by its name. */
export const processCaller = (name: string): Caller => ({
  ...{ actor: name, actingAs: null, address: null, requestId: null },
});

type Facts = Readonly<Record<string, unknown>>;

/** Something that was done: what, to what, when. Facts, never secrets, and of people their account's id alone. */
export interface AuditEvent {
  /** Instant, ISO 8601. */
  readonly at: string;
  /** `noun.verb` */
  readonly action: string;
  /** What it was done to, `kind:id`. */
  readonly subject: string;
  readonly details?: Facts;
  /** What it was before the deed, as far as the deed changes it. */
  readonly before?: Facts;
  /** What it is after the deed. */
  readonly after?: Facts;
}

/**
 * Appends to the audit trail, in the transaction of the deed itself. The database gives the event its place in the chain
 * when the transaction commits; until then it has none.
 */
export const appendAuditEvent = async (tx: Tx, caller: Caller, event: AuditEvent): Promise<void> => {
  const { details = {}, before, after } = event;
  await tx
    .insertInto('audit_event')
    .values({
      audit_event_id: newId(),
      at: event.at,
      actor: caller.actor,
      acting_as: caller.actingAs,
      address: caller.address,
      action: event.action,
      subject: event.subject,
      details: JSON.stringify({ ...details, ...(before && { before }), ...(after && { after }) }),
      request_id: caller.requestId,
    })
    .execute();
};

/** The end of the audit trail, as it was recorded with the last event: what reports carry. */
export const readAuditHead = (db: Db | Tx): Promise<ChainHead> =>
  db.selectFrom('audit_head').select(['position', 'hash']).executeTakeFirstOrThrow();
