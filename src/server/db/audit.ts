import { v7 as newId } from 'uuid';
import type { Tx } from './database.ts';

/** Something that was done: who, what, to what, when. Details are facts, never secrets. */
export interface AuditEvent {
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Account id, or the name of the process that acts without one. */
  readonly actor: string;
  /** `noun.verb` */
  readonly action: string;
  /** What it was done to, `kind:id`. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
}

/** Appends to the audit trail, in the transaction of the deed itself. */
export const appendAuditEvent = async (tx: Tx, event: AuditEvent): Promise<void> => {
  await tx
    .insertInto('audit_event')
    .values({
      audit_event_id: newId(),
      at: event.at,
      actor: event.actor,
      action: event.action,
      subject: event.subject,
      details: JSON.stringify(event.details ?? {}),
      request_id: event.requestId ?? null,
    })
    .execute();
};
