import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import { decideLetterRow, lockLetter } from './letter-store.ts';
import type { ReminderWriter } from '#features/reminder/reminder-ports.ts';

interface WantedDecision {
  readonly decision: 'issued' | 'dismissed';
  readonly note: string;
  readonly writeId: string;
}

/** Notes what became of a letter that waited for a signature. A retry changes nothing. */
export const decideLetter = (
  { db, clock, caller, actor }: ReminderWriter,
  id: string,
  { decision, note, writeId }: WantedDecision,
): Promise<Refusal | undefined> =>
  db.transaction().execute(async (tx) => {
    const letter = await lockLetter(tx, id);
    if (!letter?.isMade) return refuse('record.not-found', { kind: 'reminder-letter', id });
    if (letter.writeId === writeId && letter.state === decision) return undefined;
    if (letter.state !== 'waiting') return refuse('reminder.wrong-state', { state: letter.state });
    const at = clock.now();
    await decideLetterRow(tx, id, { state: decision, note, writeId, at, by: actor.accountId });
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'reminder.decide-letter', subject: `reminder-letter:${id}`, details: { note } },
      ...{ before: { state: 'waiting' }, after: { state: decision } },
    });
    return undefined;
  });
