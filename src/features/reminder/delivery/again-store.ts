import { sql } from 'kysely';
import type { Tx } from '#server/db/database.ts';
import { appendDeliveries } from './delivery-log-store.ts';

/** A message as whoever wants it sent again finds it. */
export interface AskedMessage {
  readonly channel: string;
  readonly state: string;
  readonly attempts: number;
  /** How often it was asked for. */
  readonly version: number;
}

/** Finds a message and lets nobody else change it until the transaction ends. */
export const lockMessage = async (tx: Tx, messageId: string): Promise<AskedMessage | undefined> => {
  const row = await tx
    .selectFrom('reminder_message')
    .select(['state', 'channel', 'attempts'])
    .where('message_id', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  // Counted once the message is held: who asked meanwhile is counted too.
  const { asked } = await tx
    .selectFrom('reminder_delivery')
    .select(sql<number>`count(*)::int`.as('asked'))
    .where('message_id', '=', messageId)
    .where('event', '=', 'asked-again')
    .executeTakeFirstOrThrow();
  return { ...row, version: asked };
};

/** The message that was asked for under this name of a write. */
export const findAsked = async (tx: Tx, writeId: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('reminder_delivery')
    .select('message_id')
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return row?.message_id;
};

/** Puts a message into the queue again, as if it had not been tried. */
export const queueAgain = async (
  tx: Tx,
  messageId: string,
  { attempts, at, writeId }: { readonly attempts: number; readonly at: string; readonly writeId: string },
): Promise<void> => {
  await tx
    .updateTable('reminder_message')
    .set({ state: 'queued', attempts: 0, uncertain: 0, not_before: at })
    .where('message_id', '=', messageId)
    .execute();
  await appendDeliveries(tx, [
    { messageId, at, event: 'asked-again', attempt: attempts, reason: null, items: null, writeId },
  ]);
};
