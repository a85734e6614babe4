import { addDays } from '#core/calendar/day-arithmetic.ts';
import { firstWorkingDayFrom, isWorkingDay } from '#core/calendar/working-days.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { isDuty, MESSAGE_CHANNELS } from '#core/reminder/ladder.ts';
import type { PlannedReminder } from '#core/reminder/plan-reminders.ts';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import { listOrganizationNames } from '#server/registers/organization-names.ts';
import type { PreviewedPerson, ReminderPreview } from '#features/reminder/contract.ts';
import { listDueNames, type DueName } from './due-reads.ts';
import { gatherPlan } from './gather-plan.ts';
import type { Reminded } from './people-reads.ts';
import type { ReminderWays } from '#features/reminder/reminder-ports.ts';
import { findRun, hasRun } from './run-store.ts';

const MOST_LINES = 3;

interface Names {
  readonly due: ReadonlyMap<string, DueName>;
  readonly organizations: ReadonlyMap<string, string>;
}

const organizationOf = (code: string, { organizations }: Names) => ({
  code,
  name: organizations.get(code) ?? code,
});

const viewPerson = (
  person: Reminded,
  reminders: readonly PlannedReminder[],
  names: Names,
  day: PlainDate,
): PreviewedPerson => {
  const duties = reminders.filter(({ audience }) => isDuty(audience)).length;
  const isLate = ({ part }: PlannedReminder): boolean => isAfter(day, part.lateAfter);
  const lines = reminders.toSorted((a, b) => (a.part.lastDay < b.part.lastDay ? -1 : 1)).slice(0, MOST_LINES);
  return {
    account: { id: person.accountId, name: person.displayName },
    places: person.places.map(({ audience, organizationCode: code }) => ({
      audience,
      organization: code === null ? null : organizationOf(code, names),
    })),
    channels: MESSAGE_CHANNELS.filter((channel) =>
      reminders.some(({ channels }) => channels.includes(channel)),
    ),
    ...{ duties, copies: reminders.length - duties, late: reminders.filter(isLate).length },
    lines: lines.map((reminder) => {
      const { kind, id, period, lastDay, organizationCode } = reminder.part;
      const { name, document } = names.due.get(id) ?? { name: id, document: null };
      return {
        ...{ kind, id, name, document, period, lastDay },
        organization: organizationOf(organizationCode, names),
        ...{ isLate: isLate(reminder), isDuty: isDuty(reminder.audience) },
      };
    }),
  };
};

/** The next working day that is not planned yet. */
const findOpenDay = async (db: Db, today: PlainDate): Promise<PlainDate> => {
  const { calendar } = duePolicy;
  const isOpen = isWorkingDay(today, calendar) && !(await hasRun(db, today));
  return isOpen ? today : firstWorkingDayFrom(addDays(today, 1), calendar);
};

/** What the next working day would tell whom, as things stand. */
export const answerPreview = async (db: Db, clock: Clock, ways: ReminderWays): Promise<ReminderPreview> => {
  const today = clock.today();
  await refreshTaskStandings(db, today);
  const day = await findOpenDay(db, today);
  const { plan, people } = await gatherPlan(db, ways, day);
  const { reminders, letterParts, unreached } = plan;
  const byPerson = groupBy(reminders, ({ accountId }) => accountId);
  const codes = [
    ...unreached.map(({ organizationCode }) => organizationCode),
    ...people.flatMap(({ places }) => places.flatMap(({ organizationCode }) => organizationCode ?? [])),
    ...reminders.map(({ part }) => part.organizationCode),
  ];
  const names: Names = {
    due: await listDueNames(db, [...new Set(reminders.map(({ part }) => part.id))]),
    organizations: await listOrganizationNames(db, codes),
  };
  const organizations = new Set(letterParts.map(({ part }) => part.organizationCode)).size;
  return {
    ...{ day, isToday: day === today, reminders: reminders.length, run: (await findRun(db, today)) ?? null },
    people: people.flatMap((person) => {
      const own = byPerson.get(person.accountId);
      return own ? [viewPerson(person, own, names, day)] : [];
    }),
    letter: letterParts.length === 0 ? null : { parts: letterParts.length, organizations },
    unreached: unreached
      .map(({ organizationCode, reason, parts }) => ({
        ...{ organization: organizationOf(organizationCode, names), reason, parts },
      }))
      .toSorted((a, b) => b.parts - a.parts),
  };
};
