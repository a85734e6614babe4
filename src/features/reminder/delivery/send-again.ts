import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { mayBeSentAgain } from '#core/reminder/delivery.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { ReminderWriter } from '#features/reminder/reminder-ports.ts';
import { findAsked, lockMessage, queueAgain } from './again-store.ts';

interface WantedAgain {
  /** The version of the message that was looked at. */
  readonly version: number;
  readonly writeId: string;
}

/**
 * Has a message sent again: it keeps its name, so that whoever got it the first time can tell. A retry changes nothing, and
 * whoever has not seen that it was asked for meanwhile is refused, so that nobody is sent what nobody wanted.
 */
export const sendAgain = (
  { db, clock, caller }: ReminderWriter,
  id: string,
  { version, writeId }: WantedAgain,
): Promise<{ readonly id: string } | Refusal> =>
  db.transaction().execute(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) return refuse('record.not-found', { kind: 'reminder-message', id });
    const asked = await findAsked(tx, writeId);
    if (asked !== undefined) return asked === id ? { id } : refuse('edit.conflict', { field: 'writeId' });
    if (message.version !== version) return refuse('edit.conflict', { version: message.version });
    if (!mayBeSentAgain(message)) return refuse('reminder.wrong-state', { state: message.state });
    const at = clock.now();
    await queueAgain(tx, id, { attempts: message.attempts, at, writeId });
    const subject = `reminder-message:${id}`;
    await appendAuditEvent(tx, caller, { at, action: 'reminder.send-again', subject });
    return { id };
  });
