import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DuePart } from '#core/reminder/due-part.ts';
import { planReminders, type ReminderPlan } from '#core/reminder/plan-reminders.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOwedParts, listOwedReports, listOwedSteps } from './due-reads.ts';
import { getLadder, type StoredLadder } from '#features/reminder/ladder/ladder-store.ts';
import { listPeople, type Reminded } from './people-reads.ts';
import { channelsOf, type ReminderWays } from '#features/reminder/reminder-ports.ts';
import { readLettered, readTold } from './run-store.ts';

/** What is to be told on a day, with what it follows from. */
export interface GatheredPlan {
  readonly plan: ReminderPlan;
  readonly ladder: StoredLadder;
  readonly people: readonly Reminded[];
  readonly parts: readonly DuePart[];
}

/** Works out whom to tell what on a day; nothing is kept or sent by it. Standings of tasks must be fresh. */
export const gatherPlan = async (
  db: Db | Tx,
  ways: ReminderWays,
  today: PlainDate,
): Promise<GatheredPlan> => {
  const parts = [
    ...(await listOwedParts(db, today)),
    ...(await listOwedReports(db)),
    ...(await listOwedSteps(db, today)),
  ];
  const subjects = [...new Set(parts.map(({ id }) => id))];
  const ladder = await getLadder(db);
  const people = await listPeople(db, today);
  const plan = planReminders({
    ...{ parts, ladder, today, calendar: duePolicy.calendar, channels: channelsOf(ways) },
    people: people.map((person) => ({
      ...person,
      hasAddress: person.email !== null && ways.mailer !== undefined,
    })),
    told: await readTold(db, subjects),
    lettered: await readLettered(db, subjects),
  });
  return { plan, ladder, people, parts };
};
