import { addDays } from '#core/calendar/day-arithmetic.ts';
import { firstWorkingDayFrom } from '#core/calendar/working-days.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { DuePart } from '#core/reminder/due-part.ts';
import { DEFAULT_LADDER } from '#core/reminder/ladder.ts';
import { planReminders } from '#core/reminder/plan-reminders.ts';
import type { ReminderPerson } from '#core/reminder/reminder-person.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { againstBudget, percentile, timeRuns, type BenchRow } from './row.ts';

const ORGANIZATIONS = 142;
const PARTS = 20_000;
const REMINDERS = 10_000;
const RUNS = 5;

const codeOf = (place: number): string => `CQ${String(place % ORGANIZATIONS)}`;

/** Parts of tasks of all agencies of a province, due through a year around the day. */
const parts = (today: string): readonly DuePart[] =>
  Array.from({ length: PARTS }, (_, place) => {
    const lastDay = addDays(plainDate(today), (place % 365) - 180);
    return {
      ...{
        kind: 'task',
        id: String(place),
        organizationCode: codeOf(place),
        role: 'lead',
        period: '',
        lastDay,
      },
      isMilestone: false,
      lateAfter: firstWorkingDayFrom(lastDay, duePolicy.calendar),
    };
  });

/** An officer and a head of each agency, and who coordinates. */
const people: readonly ReminderPerson[] = [
  ...Array.from({ length: ORGANIZATIONS }, (_, place) => place).flatMap((place) =>
    (['officer', 'head'] as const).map((audience) => ({
      ...{ accountId: `${audience} ${String(place)}`, hasAddress: true, copyChannels: ['in-app' as const] },
      places: [{ audience, organizationCode: codeOf(place) }],
    })),
  ),
  {
    ...{ accountId: 'coordinator', hasAddress: true, copyChannels: ['in-app'] },
    places: [{ audience: 'coordinator', organizationCode: null }],
  },
];

/** Whom to remind of what on a day, over all parts of tasks of a province. */
export const measureReminders = async (): Promise<readonly BenchRow[]> => {
  const today = '2026-11-27';
  const due = parts(today);
  let counted = 0;
  const times = await timeRuns(RUNS, () => {
    const { reminders } = planReminders({
      ...{
        parts: due,
        people,
        ladder: DEFAULT_LADDER,
        calendar: duePolicy.calendar,
        today: plainDate(today),
      },
      ...{ told: new Map(), lettered: new Map(), channels: ['in-app', 'e-mail'] },
    });
    counted = reminders.length;
  });
  if (counted < REMINDERS) throw new Error(`Only ${String(counted)} reminders`);
  const seconds = percentile(times, 1) / 1000;
  return [
    againstBudget(
      `${String(counted)} reminders of ${String(PARTS)} parts of tasks, slowest`,
      seconds,
      5,
      's',
    ),
  ];
};
