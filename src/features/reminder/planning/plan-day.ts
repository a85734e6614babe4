import { addWorkingDays, isWorkingDay } from '#core/calendar/working-days.ts';
import { findSendInstant } from '#core/reminder/send-instant.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import { gatherPlan } from './gather-plan.ts';
import { findUnmadeLetter, insertLetter, settleLetter } from '#features/reminder/letter/letter-store.ts';
import type { ReminderPorts } from '#features/reminder/reminder-ports.ts';
import { hasRun, insertReminders, insertRun } from './run-store.ts';

/** What planning a day came to. */
export interface PlannedDay {
  /** False on a day of rest, and where the day was planned before. */
  readonly isNew: boolean;
  readonly reminders: number;
}

const NOTHING: PlannedDay = { isNew: false, reminders: 0 };

const keepPlan = ({ db, clock, ...ways }: ReminderPorts): Promise<PlannedDay> =>
  db.transaction().execute(async (tx) => {
    const today = clock.today();
    const at = clock.now();
    const { plan, ladder } = await gatherPlan(tx, ways, today);
    const { reminders, letterParts, unreached } = plan;
    const people = new Set(reminders.map(({ accountId }) => accountId)).size;
    const run = {
      day: today,
      ladderVersion: ladder.version,
      reminders: reminders.length,
      people,
      unreached,
      at,
    };
    if (!(await insertRun(tx, run))) return NOTHING;
    const notBefore = findSendInstant(at, ladder.quietHours, duePolicy.calendar);
    await insertReminders(tx, reminders, { day: today, at, notBefore });
    if (letterParts.length > 0) await insertLetter(tx, letterParts, { day: today, at });
    return { isNew: true, reminders: reminders.length };
  });

// The late have as long to answer as offices usually give them.
const DAYS_TO_ANSWER = 7;

/** Draws up the letter that a step has asked for, also where a server died before it could. */
const makeAskedLetter = async ({ db, clock, makeLetter }: ReminderPorts): Promise<void> => {
  const letterId = await findUnmadeLetter(db);
  if (letterId === undefined) return;
  const answerBy = addWorkingDays(clock.today(), DAYS_TO_ANSWER, duePolicy.calendar);
  const made = await makeLetter({ writeId: letterId, answerBy });
  await settleLetter(db, letterId, made);
};

/**
 * Plans the reminders of a working day, once however many servers try; whatever was missed on earlier days is in it. A letter
 * that it asks for is drawn up and left to wait.
 */
export const planDay = async (ports: ReminderPorts): Promise<PlannedDay> => {
  const { db, clock } = ports;
  const today = clock.today();
  const isDue = isWorkingDay(today, duePolicy.calendar) && !(await hasRun(db, today));
  if (isDue) await refreshTaskStandings(db, today);
  const planned = isDue ? await keepPlan(ports) : NOTHING;
  await makeAskedLetter(ports);
  return planned;
};
