import { isDeepStrictEqual } from 'node:util';
import { can, type Actor } from '#core/access/access.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findLadderFault, type MessageChannel, type ReminderLadder } from '#core/reminder/ladder.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import type { LadderView, WrittenLadder } from '#features/reminder/contract.ts';
import { getLadder, insertLadder, listLadders, lockLadder, type StoredLadder } from './ladder-store.ts';
import type { ReminderWriter } from '#features/reminder/reminder-ports.ts';

const viewOf = ({ steps, writeId: _writeId, ...ladder }: StoredLadder): WrittenLadder => ({
  ...ladder,
  steps: steps.map(({ offset, audiences, channels, repeat }) => ({
    ...{ offset, audiences: [...audiences], channels: [...channels], repeat },
  })),
});

/** The ladder that counts, and those before it. */
export const answerLadder = async (
  db: Db,
  actor: Actor | undefined,
  channels: readonly MessageChannel[],
): Promise<LadderView> => {
  const [ladder, ...history] = (await listLadders(db)).map(viewOf);
  return {
    ladder: ladder ?? viewOf(await getLadder(db)),
    ...{ history, channels: [...channels], mayWrite: can(actor, 'reminder.write') },
  };
};

interface WantedLadder extends ReminderLadder {
  readonly version: number;
  readonly reason: string;
  readonly writeId: string;
}

const tidy = ({ steps, quietHours }: ReminderLadder): ReminderLadder => ({
  quietHours: { from: quietHours.from, to: quietHours.to },
  steps: steps
    .map(({ offset, audiences, channels, repeat }) => ({
      ...{ offset, audiences: [...new Set(audiences)], channels: [...new Set(channels)], repeat },
    }))
    .toSorted((a, b) => a.offset - b.offset),
});

/** Writes the ladder anew. A retry changes nothing; who changed an older one is refused. */
export const writeLadder = async (
  { db, clock, caller, actor }: ReminderWriter,
  wanted: WantedLadder,
): Promise<Refusal | undefined> => {
  const fault = findLadderFault(wanted);
  if (fault) return fault;
  return db.transaction().execute(async (tx) => {
    await lockLadder(tx);
    const ladders = await listLadders(tx);
    const earlier = ladders.find(({ writeId }) => writeId === wanted.writeId);
    const after = tidy(wanted);
    if (earlier) {
      return isDeepStrictEqual(tidy(earlier), after)
        ? undefined
        : refuse('edit.conflict', { field: 'writeId' });
    }
    const [before] = ladders;
    const version = before?.version ?? 0;
    if (version !== wanted.version) return refuse('edit.conflict', { version });
    const at = clock.now();
    const { reason, writeId } = wanted;
    await insertLadder(tx, { ...after, version: version + 1, reason, writeId, at, by: actor.accountId });
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'reminder.write-ladder', subject: 'reminder-ladder:province', details: { reason } },
      before: { version, steps: before?.steps, quietHours: before?.quietHours },
      after: { version: version + 1, ...after },
    });
    return undefined;
  });
};
