import type { EnteredDay, EnteredKind } from '#core/calendar/entered-days.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { adoptEnteredDays } from '#server/reference/due-policy.ts';

const readEntries = (db: Db | Tx) =>
  db
    .selectFrom('calendar_entry')
    .select(['calendar_entry_id as id', 'day', 'kind'])
    .orderBy('position')
    .execute();

const enteredOf = (rows: Awaited<ReturnType<typeof readEntries>>): readonly EnteredDay[] =>
  rows.map(({ day, kind }) => ({ day: plainDate(day), kind: kind as EnteredKind }));

/** All days that were entered, the latest entry last. */
export const listEnteredDays = async (db: Db | Tx): Promise<readonly EnteredDay[]> =>
  enteredOf(await readEntries(db));

let adopted: string | null = null;

/** The latest entry that this process knows of; null where it knows of none. Entries come one after the other. */
export const latestAdoptedEntry = (): string | null => adopted;

/** Tells this process what was entered, here or by another server: from then on its deadlines are told by it. */
export const refreshCalendar = async (db: Db | Tx): Promise<void> => {
  const rows = await readEntries(db);
  adoptEnteredDays(enteredOf(rows));
  adopted = rows.at(-1)?.id ?? null;
};
