import { addDays } from './day-arithmetic.ts';
import { findDueDays, type DueRule } from './due-rule.ts';
import { readRecurrence, type Recurrence, type YearlyDay } from './recurrence.ts';
import { daysInMonth, findPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';

/** One time that something is due: once for most rules, once a period for recurring ones, once a year within a span of years. */
export interface DueOccurrence {
  /** The period: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, a day where one month has several; empty where the rule has one occurrence alone. */
  readonly period: string;
  /** The last day on which it is kept; null where the rule names none. */
  readonly lastDay: PlainDate | null;
}

/** The days between which a plan runs. */
export interface PlanSpan {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

const MONTHS = 12;

// A plan that names decades would list what nobody plans.
const MOST_YEARS = 10;

const PERIOD_NAMES = {
  1: (year: string, part: number) => `${year}-${String(part).padStart(2, '0')}`,
  3: (year: string, part: number) => `${year}-Q${String(part)}`,
  6: (year: string, part: number) => `${year}-H${String(part)}`,
  12: (year: string) => year,
} as const;

const yearsOf = ({ start, end }: PlanSpan): readonly number[] => {
  const first = Number(start.slice(0, 4));
  const count = Math.min(Number(end.slice(0, 4)) - first + 1, MOST_YEARS);
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
};

const periodEnd = (year: number, month: number): PlainDate | undefined =>
  findPlainDate(year, month, daysInMonth(year, month));

/** The last day on which an occurrence is kept: before the day named where the rule says before. */
const lastDayOf = (
  year: number,
  { month, day }: YearlyDay,
  { delay, isBefore }: Recurrence,
): PlainDate | undefined => {
  const dueYear = month + delay > MONTHS ? year + 1 : year;
  const dueMonth = dueYear > year ? month + delay - MONTHS : month + delay;
  const last = Math.min(isBefore ? day - 1 : day, daysInMonth(dueYear, dueMonth));
  if (last > 0) return findPlainDate(dueYear, dueMonth, last);
  const first = findPlainDate(dueYear, dueMonth, 1);
  return first && addDays(first, -1);
};

const nameOf = (months: 1 | 3 | 6 | 12, day: PlainDate): string =>
  PERIOD_NAMES[months](day.slice(0, 4), Math.ceil(Number(day.slice(5, 7)) / months));

// Two days of one month are told apart by themselves; of a shorter month they may be one.
const nameApart = (all: readonly DueOccurrence[]): readonly DueOccurrence[] =>
  new Set(all.map(({ period }) => period)).size === all.length
    ? all
    : [...new Set(all.map(({ lastDay }) => lastDay))].map((lastDay) => ({ period: lastDay ?? '', lastDay }));

const listRecurring = (recurrence: Recurrence, span: PlanSpan): readonly DueOccurrence[] => {
  const years = yearsOf(span);
  // "Trước 01/01" of the year after falls into the last year of the plan.
  const named = [...years, (years.at(-1) ?? 0) + 1];
  const all = named.flatMap((year) =>
    recurrence.days.flatMap((yearly) => {
      const lastDay = lastDayOf(year, yearly, recurrence);
      // What is handed in after its period belongs to the plan in which the period lies.
      const within = recurrence.delay === 0 ? lastDay : periodEnd(year, yearly.month);
      if (lastDay === undefined || within === undefined || within < span.start || within > span.end)
        return [];
      return [{ period: nameOf(recurrence.months, within), lastDay }];
    }),
  );
  return nameApart(all.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1)));
};

/**
 * A span of years has a milestone at the end of each, unless that was over before the plan began; the last one is the end
 * of the span itself.
 */
const listMilestones = (span: PlanSpan, plan: PlanSpan | null): readonly DueOccurrence[] => {
  const ends = yearsOf(span)
    .map((year) => periodEnd(year, MONTHS))
    .filter(
      (day): day is PlainDate => day !== undefined && day < span.end && (plan === null || day >= plan.start),
    );
  return [...ends, span.end].map((day) => ({ period: day.slice(0, 4), lastDay: day }));
};

const isSpanOfYears = ({ kind, start, end }: DueRule): boolean =>
  kind === 'range' && start !== null && end !== null && start.slice(0, 4) < end.slice(0, 4);

/**
 * All occurrences of a due rule, in the order of days; never none. A recurring rule recurs while its plan runs, as its
 * words were read when it was entered, or by its words where nothing was kept; without the plan's days, or in words of no
 * known frequency, it is one occurrence without a day.
 */
export const listDueOccurrences = (
  rule: DueRule,
  plan: PlanSpan | null,
  kept: Recurrence | null = null,
): readonly DueOccurrence[] => {
  const single: DueOccurrence = { period: '', lastDay: findDueDays(rule)?.lastDay ?? null };
  if (isSpanOfYears(rule) && rule.start !== null && rule.end !== null) {
    return listMilestones({ start: rule.start, end: rule.end }, plan);
  }
  if (rule.kind !== 'recurring' || plan === null) return [single];
  const periods = listRecurring(kept ?? readRecurrence(rule.raw ?? ''), plan);
  return periods.length === 0 ? [single] : periods;
};
