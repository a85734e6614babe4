import { type AccessReach, type Actor, can, findReach } from '#core/access/access.ts';
import { daysBetween } from '#core/calendar/day-arithmetic.ts';
import { isWorkingDay } from '#core/calendar/working-days.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { daysInMonth, plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { TASK_STATES } from '#core/task-state/task-state.ts';
import type { z } from 'zod';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { countEveryState, refreshTaskStandings } from '#server/registers/task-standings.ts';
import {
  type BoardScope,
  countByDay,
  countStates,
  countUndated,
  listFirstOfStates,
  listStates,
} from './board-reads.ts';
import type * as contract from './contract.ts';

interface Reader {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor | undefined;
}

const WHOLE_AREA: AccessReach = { kind: 'all' };
const PER_STATE = 20;
const LARGEST_PAGE = 1000;
const PAGE = 100;
const LONGEST_SPAN_DAYS = 5000;

// Whoever may see an area sees all of it; what somebody reports for is never more than that.
const reachOf = (actor: Actor | undefined, { whose, responsible }: contract.ExecutionFilter): AccessReach => {
  if (whose === 'own') return findReach(actor, 'execution.report');
  return responsible === undefined ? findReach(actor, 'execution.read') : WHOLE_AREA;
};

/** Who may not see an area of the steering committee is refused what follows from it; who may sees all of it. */
const scopeOf = async (
  { db, clock, actor }: Reader,
  filter: contract.ExecutionFilter,
): Promise<BoardScope | Refusal> => {
  const { responsible } = filter;
  if (
    responsible !== undefined &&
    !can(actor, 'steering-committee.read', { committeeMemberId: responsible.toLowerCase() })
  )
    return refuse('access.denied');
  const today = clock.today();
  await refreshTaskStandings(db, today);
  return { reach: reachOf(actor, filter), today, filter };
};

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

/** Tasks by state: how many there are, and the first of each. */
export const answerBoard = async (
  reader: Reader,
  { perState, ...filter }: contract.ExecutionFilter & { readonly perState?: string | undefined },
): Promise<z.input<(typeof contract.getTaskBoard)['response']> | Refusal> => {
  const scope = await scopeOf(reader, filter);
  if (isRefusal(scope)) return scope;
  const most = perState === undefined ? PER_STATE : Number(perState);
  const counts = await countStates(reader.db, scope);
  const cards = groupBy(await listFirstOfStates(reader.db, scope, most), ({ state }) => state);
  const columns = TASK_STATES.map((state) => ({
    ...{ state, total: counts.get(state) ?? 0, items: [...(cards.get(state) ?? [])] },
  }));
  return { today: scope.today, columns, total: sum(counts.values()) };
};

/** A page of tasks with their states. */
export const answerStates = async (
  reader: Reader,
  query: contract.ExecutionFilter & {
    readonly offset?: string | undefined;
    readonly limit?: string | undefined;
  },
): Promise<z.input<(typeof contract.listTaskStates)['response']> | Refusal> => {
  const { offset = '0', limit = String(PAGE), ...filter } = query;
  const scope = await scopeOf(reader, filter);
  if (isRefusal(scope)) return scope;
  const page = { offset: Number(offset), limit: Math.min(Number(limit), LARGEST_PAGE) };
  const counts = await countStates(reader.db, scope);
  const items = await listStates(reader.db, scope, page);
  return {
    today: scope.today,
    items: [...items],
    total: sum(counts.values()),
    states: countEveryState(counts),
  };
};

interface SchedulePeriod {
  readonly period: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const MONTHS_OF_QUARTER = 3;
const twoDigits = (number: number): string => String(number).padStart(2, '0');

const quarterOf = (day: PlainDate): SchedulePeriod => {
  const year = Number(day.slice(0, 4));
  const quarter = Math.ceil(Number(day.slice(5, 7)) / MONTHS_OF_QUARTER);
  const last = quarter * MONTHS_OF_QUARTER;
  const text = String(year).padStart(4, '0');
  return {
    period: `${text}-Q${String(quarter)}`,
    from: plainDate(`${text}-${twoDigits(last - 2)}-01`),
    to: plainDate(`${text}-${twoDigits(last)}-${twoDigits(daysInMonth(year, last))}`),
  };
};

const PERIOD_OF = {
  day: (day: PlainDate): SchedulePeriod => ({ period: day, from: day, to: day }),
  quarter: quarterOf,
} as const;

/** How many tasks come due in each period of a span; periods in which none does are left out. */
export const answerSchedule = async (
  reader: Reader,
  {
    by,
    ...filter
  }: contract.ExecutionFilter & {
    readonly by: 'day' | 'quarter';
    readonly dueFrom: string;
    readonly dueTo: string;
  },
): Promise<z.input<(typeof contract.getTaskSchedule)['response']> | Refusal> => {
  const span = daysBetween(plainDate(filter.dueFrom), plainDate(filter.dueTo));
  if (span < 0 || span > LONGEST_SPAN_DAYS) {
    return refuse('value.out-of-range', { field: 'dueTo', minimum: filter.dueFrom, maximum: null });
  }
  const scope = await scopeOf(reader, filter);
  if (isRefusal(scope)) return scope;
  const rows = await countByDay(reader.db, scope);
  const undated = { ...scope, filter: { ...filter, dueFrom: undefined, dueTo: undefined } };
  const periods = groupBy(rows, ({ day }) => PERIOD_OF[by](day).period);
  const items = [...periods.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const counts = groupBy(some, ({ state }) => state);
    const states = new Map([...counts].map(([state, own]) => [state, sum(own.map(({ total }) => total))]));
    return [
      {
        ...PERIOD_OF[by](first.day),
        isWorkingDay: by === 'day' ? isWorkingDay(first.day, duePolicy.calendar) : null,
        ...{ total: sum(states.values()), states: countEveryState(states) },
      },
    ];
  });
  return {
    ...{ today: scope.today, items, total: sum(items.map(({ total }) => total)) },
    undated: await countUndated(reader.db, undated),
  };
};
