import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { MessageChannel } from '#core/reminder/ladder.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import type { OwnReminder, Preference } from './own-contract.ts';
import { listOwnRows, ownReminderOf } from './own-reads.ts';
import { listPeople } from '#features/reminder/planning/people-reads.ts';
import { findPreference, findReminded, lockPreference, savePreference } from './preference-store.ts';
import type { ReminderWriter } from '#features/reminder/reminder-ports.ts';

interface OwnList {
  readonly items: OwnReminder[];
  readonly total: number;
  readonly late: number;
  readonly fresh: number;
  readonly toldAt: string | null;
}

const NOTHING: OwnList = { items: [], total: 0, late: 0, fresh: 0, toldAt: null };

/** What a person was reminded of and is still due. */
export const answerOwnReminders = async (
  db: Db,
  clock: Clock,
  actor: Actor | undefined,
  limit: number,
): Promise<OwnList> => {
  const today = clock.today();
  const [person] = actor ? await listPeople(db, today, actor.accountId) : [];
  if (!person) return NOTHING;
  await refreshTaskStandings(db, today);
  const all = (await listOwnRows(db, person, today)).map((row) => ownReminderOf(row, today));
  return {
    ...{ items: all.slice(0, limit), total: all.length },
    late: all.filter(({ isLate }) => isLate).length,
    fresh: all.filter(({ isNew }) => isNew).length,
    toldAt:
      all
        .map(({ toldAt }) => toldAt)
        .toSorted()
        .at(-1) ?? null,
  };
};

/** How a person is reminded, and what can be chosen. */
export const answerPreference = async (
  db: Db,
  clock: Clock,
  { accountId }: Actor,
  channels: readonly MessageChannel[],
): Promise<Preference> => {
  const [person] = await listPeople(db, clock.today(), accountId);
  const { copyChannels, ...preference } = await findPreference(db, accountId);
  return {
    ...{ ...preference, copyChannels: [...copyChannels], channels: [...channels] },
    email: (await findReminded(db, accountId))?.email ?? null,
    audiences: [...new Set((person?.places ?? []).map(({ audience }) => audience))],
  };
};

/** Chooses how a person is reminded. Duties are told whatever is chosen. */
export const choosePreference = (
  { db, clock, caller, actor: { accountId } }: ReminderWriter,
  wanted: Pick<Preference, 'version' | 'language' | 'copyChannels'>,
): Promise<Refusal<'edit.conflict'> | undefined> =>
  db.transaction().execute(async (tx) => {
    const before = await lockPreference(tx, accountId);
    const isSame =
      before.language === wanted.language &&
      [...before.copyChannels].toSorted().join() === [...new Set(wanted.copyChannels)].toSorted().join();
    // What is so already needs no version: a retry finds its own write.
    if (isSame) return undefined;
    if (before.version !== wanted.version) return refuse('edit.conflict', { version: before.version });
    const after = { language: wanted.language, copyChannels: [...new Set(wanted.copyChannels)] };
    const at = clock.now();
    await savePreference(tx, accountId, { ...after, version: before.version }, at);
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'reminder.choose', subject: `account:${accountId}`, after },
      before: { language: before.language, copyChannels: before.copyChannels },
    });
    return undefined;
  });
