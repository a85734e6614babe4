import { type Actor, findReach } from '#core/access/access.ts';
import { isWorkingDay } from '#core/calendar/working-days.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { listWeekDays, placeInWeek, type WeekPlace } from '#core/work-plan/week.ts';
import { computeStepState } from '#core/work-plan/work-step.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import { buildPlanAccess } from './plan-access.ts';
import type { PlanReader } from './view-plan.ts';
import type { WeekItem, WorkWeek } from './week-contract.ts';
import {
  listWeekChoices,
  listWeekParts,
  listWeekSteps,
  type WeekPartRow,
  type WeekStepRow,
} from './week-reads.ts';

type NameOf = (code: string) => { readonly code: string; readonly name: string };

const itemOfPart = (row: WeekPartRow, nameOf: NameOf): WeekItem => ({
  ...{ kind: 'task', id: row.taskId, name: row.name, task: { id: row.taskId, name: row.name } },
  ...{ organization: nameOf(row.organizationCode), state: row.state, lastDay: row.lastDay },
  ...{ doneOn: row.doneOn, percent: row.percent, assignee: null, waits: row.waits },
});

const itemOfStep = (
  row: WeekStepRow,
  { nameOf, codes, today }: { nameOf: NameOf; codes: readonly string[]; today: PlainDate },
): WeekItem => ({
  kind: codes.includes(row.organizationCode) ? 'step' : 'handed',
  ...{ id: row.id, name: row.name, task: { id: row.taskId, name: row.taskName } },
  organization: nameOf(row.organizationCode),
  state: computeStepState(row, { today, calendar: duePolicy.calendar, isPaused: row.isPaused }),
  ...{ lastDay: row.lastDay, doneOn: row.doneOn, percent: null, assignee: row.assignee, waits: [] },
});

const placeOf = (item: WeekItem, days: readonly PlainDate[]) =>
  placeInWeek(
    {
      lastDay: item.lastDay === null ? null : plainDate(item.lastDay),
      ...{ isDone: item.doneOn !== null, isPaused: item.state === 'paused' },
      waits: item.waits.some((wait) => wait !== 'event'),
    },
    days,
  );

const PER_PLACE = 20;
const MOST_PER_PLACE = 200;

const layOut = (items: readonly WeekItem[], days: readonly PlainDate[], perPlace: number) => {
  const placed = groupBy(items, (item) => placeOf(item, days) ?? '');
  const at = (place: WeekPlace): readonly WeekItem[] => placed.get(place) ?? [];
  const firstOf = (all: readonly WeekItem[]) => {
    const inOrder = all.toSorted((one, other) => Number(one.doneOn !== null) - Number(other.doneOn !== null));
    return { items: inOrder.slice(0, perPlace), total: all.length };
  };
  const due = days.flatMap(at);
  const all = [...due, ...at('earlier'), ...at('waiting')];
  return {
    // What was due last is the likeliest to be still of use this week.
    earlier: firstOf(
      at('earlier').toSorted((one, other) => ((one.lastDay ?? '') < (other.lastDay ?? '') ? 1 : -1)),
    ),
    waiting: firstOf(at('waiting')),
    days: days.map((day) => ({
      ...{ day, isWorkingDay: isWorkingDay(day, duePolicy.calendar), ...firstOf(at(day)) },
    })),
    counts: {
      due: due.length,
      done: due.filter(({ doneOn }) => doneOn !== null).length,
      overdue: all.filter(({ state }) => state === 'overdue').length,
    },
  };
};

interface WantedWeek {
  readonly organization?: string | undefined;
  readonly day?: string | undefined;
  readonly perPlace?: string | undefined;
}

/** Who reads all by one role and reports for an organization by another looks at that one's week first. */
const findOwnChoice = <Choice extends { readonly code: string }>(
  actor: Actor | undefined,
  choices: readonly Choice[],
): Choice | undefined => {
  const reported = findReach(actor, 'execution.report');
  return reported.kind === 'some'
    ? choices.find(({ code }) => reported.organizationCodes.includes(code))
    : undefined;
};

/** The week of an organization within reach: the wanted one, or the own where there is no other. */
export const viewWeek = async (
  { db, clock, actor }: PlanReader,
  { organization, day, perPlace = String(PER_PLACE) }: WantedWeek,
): Promise<WorkWeek | Refusal> => {
  const today = clock.today();
  await refreshTaskStandings(db, today);
  const reach = findReach(actor, 'execution.read');
  const choices = await listWeekChoices(db, reach);
  const chosen = choices.find(({ code }) => code === organization);
  if (organization !== undefined && !chosen) {
    return refuse('record.not-found', { kind: 'organization', code: organization });
  }
  const own = chosen ?? findOwnChoice(actor, choices) ?? (reach.kind === 'some' ? choices[0] : undefined);
  const organizations = await listOrganizations(db);
  const { ownersOf, nameOf } = buildPlanAccess(actor, organizations, today);
  const codes = own
    ? organizations.map(({ code }) => code).filter((code) => ownersOf(code).includes(own.code))
    : [];
  const days = listWeekDays(day === undefined ? today : plainDate(day));
  const [monday = today, sunday = today] = [days.at(0), days.at(-1)];
  const span = { today, monday, sunday };
  const items = [
    ...(await listWeekParts(db, codes, span)).map((row) => itemOfPart(row, nameOf)),
    ...(await listWeekSteps(db, codes, span)).map((row) => itemOfStep(row, { nameOf, codes, today })),
  ];
  return {
    ...{ today, monday, sunday, organization: own ?? null, choices: [...choices] },
    ...layOut(items, days, Math.min(Number(perPlace), MOST_PER_PLACE)),
  };
};
