import type { EnteredDay, EnteredKind } from '#core/calendar/entered-days.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { adoptEnteredDays } from '#server/reference/due-policy.ts';

/** All days that were entered, the latest entry last. */
export const listEnteredDays = async (db: Db | Tx): Promise<readonly EnteredDay[]> => {
  const rows = await db.selectFrom('calendar_entry').select(['day', 'kind']).orderBy('position').execute();
  return rows.map(({ day, kind }) => ({ day: plainDate(day), kind: kind as EnteredKind }));
};

/** Tells this process what was entered, here or by another server: from then on its deadlines are told by it. */
export const refreshCalendar = async (db: Db): Promise<void> => adoptEnteredDays(await listEnteredDays(db));
