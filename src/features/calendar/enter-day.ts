import {
  decideEnteredDay,
  findYearRefusal,
  withEnteredDays,
  type EnteredKind,
} from '#core/calendar/entered-days.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { deliveredCalendar, holidayTable } from '#server/reference/due-policy.ts';
import { askForStandings } from '#server/registers/ask-for-standings.ts';
import { listEnteredDays, refreshCalendar } from '#server/registers/entered-days.ts';
import { hasEntry, insertEntry, lockCalendar } from './store.ts';

/** Who writes, and when. */
export interface CalendarWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly accountId: string;
}

interface DayOfNotice {
  readonly writeId: string;
  readonly day: PlainDate;
  readonly kind: EnteredKind;
  readonly reason: string;
}

/** Enters what a notice makes of a day. A retry enters nothing; what the calendar already says is refused. */
export const enterDay = async (
  { db, clock, caller, accountId }: CalendarWriter,
  { writeId, day, kind, reason }: DayOfNotice,
): Promise<Refusal | undefined> => {
  const refused = await db.transaction().execute(async (tx) => {
    await lockCalendar(tx);
    if (await hasEntry(tx, writeId)) return undefined;
    const entered = await listEnteredDays(tx);
    const before = entered.findLast((entry) => entry.day === day);
    const years = holidayTable.years.map(({ year }) => year);
    const refusal =
      findYearRefusal({ day, kind }, years) ??
      decideEnteredDay({ day, kind }, before, withEnteredDays(deliveredCalendar, entered));
    if (refusal) return refusal;
    const at = clock.now();
    await insertEntry(tx, { id: writeId, day, kind, reason, at, by: accountId });
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'calendar.enter-day', subject: `calendar-day:${day}`, details: { reason } },
      ...{ before: { kind: before?.kind ?? null }, after: { kind } },
    });
    await askForStandings(tx);
    return undefined;
  });
  await refreshCalendar(db);
  return refused;
};
