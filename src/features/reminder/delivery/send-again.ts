import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import { queueAgain } from './message-store.ts';
import type { ReminderWriter } from '#features/reminder/reminder-ports.ts';

/** Has a message sent again: it keeps its name, so that whoever got it the first time can tell. */
export const sendAgain = (
  { db, clock, caller }: ReminderWriter,
  id: string,
): Promise<{ readonly id: string } | Refusal> =>
  db.transaction().execute(async (tx) => {
    const at = clock.now();
    const outcome = await queueAgain(tx, id, at);
    if (outcome === undefined) return refuse('record.not-found', { kind: 'reminder-message', id });
    if (outcome === 'not-possible') return refuse('reminder.wrong-state', { id });
    const subject = `reminder-message:${id}`;
    await appendAuditEvent(tx, caller, { at, action: 'reminder.send-again', subject });
    return { id };
  });
