import { sql } from 'kysely';
import type { DeliveryEvent } from '#core/reminder/delivery.ts';
import type { Tx } from '#server/db/database.ts';

export interface NewDelivery {
  readonly messageId: string;
  readonly at: string;
  readonly event: DeliveryEvent;
  readonly attempt: number;
  readonly reason: string | null;
  /** Of how many things the message told when it was sent. */
  readonly items: number | null;
  /** Names the wish of a person that it be sent again. */
  readonly writeId?: string;
}

/** Appends to the log of deliveries, in the transaction of what happened. */
export const appendDeliveries = async (tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> => {
  if (deliveries.length === 0) return;
  await sql`
    insert into reminder_delivery (message_id, at, event, attempt, reason, items, write_id)
    select "messageId", at, event, attempt, reason, items, "writeId"
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as given(
      "messageId" uuid, at timestamptz, event text, attempt integer, reason text, items integer, "writeId" uuid)`.execute(
    tx,
  );
};
