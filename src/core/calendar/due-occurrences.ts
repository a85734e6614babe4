import { findDueDays, type DueRule } from './due-rule.ts';
import { daysInMonth, findPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';

/** One time that something is due: once for most rules, once a period for recurring ones, once a year within a span of years. */
export interface DueOccurrence {
  /** The period: `2026`, `2026-H1`, `2026-Q1`, `2026-03`; empty where the rule has one occurrence alone. */
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

/** How many months lie between two occurrences, by the words of the rule; half-years say "tháng" too, so they come first. */
const FREQUENCIES: readonly { readonly words: RegExp; readonly months: 1 | 3 | 6 | 12 }[] = [
  { words: /(?:0?6|sáu)\s+tháng|nửa năm/iu, months: 6 },
  { words: /quý/iu, months: 3 },
  { words: /tháng/iu, months: 1 },
  { words: /năm/iu, months: 12 },
];

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

const listPeriods = (months: 1 | 3 | 6 | 12, span: PlanSpan): readonly DueOccurrence[] =>
  yearsOf(span).flatMap((year) =>
    Array.from({ length: MONTHS / months }, (_, index) => index + 1).flatMap((part) => {
      const lastDay = periodEnd(year, part * months);
      if (lastDay === undefined || lastDay < span.start || lastDay > span.end) return [];
      return [{ period: PERIOD_NAMES[months](String(year), part), lastDay }];
    }),
  );

// "Quý I hằng năm" comes once a year, however much it speaks of quarters.
const NAMED_QUARTER = /quý\s+(IV|I{1,3}|[1-4])\s+(?:hằng|hàng|mỗi)\s+năm/iu;
const NAMED_MONTH = /(?:ngày\s+(\d{1,2})\s+)?tháng\s+(1[0-2]|0?[1-9])\s+(?:hằng|hàng|mỗi)\s+năm/iu;
const QUARTERS = ['I', 'II', 'III', 'IV'];
const MONTHS_OF_QUARTER = 3;

/** The part of every year that the words of a rule name: a month, with a day where they name one. */
const findYearlyPart = (raw: string): { readonly month: number; readonly day?: number } | undefined => {
  const quarter = NAMED_QUARTER.exec(raw)?.[1]?.toUpperCase();
  if (quarter !== undefined) {
    const number = QUARTERS.indexOf(quarter) + 1 || Number(quarter);
    return { month: number * MONTHS_OF_QUARTER };
  }
  const [, day, month] = NAMED_MONTH.exec(raw) ?? [];
  if (month === undefined) return undefined;
  return { month: Number(month), ...(day === undefined ? {} : { day: Number(day) }) };
};

const listYearly = (raw: string, span: PlanSpan): readonly DueOccurrence[] | undefined => {
  const part = findYearlyPart(raw);
  if (!part) return undefined;
  const { month, day } = part;
  return yearsOf(span).flatMap((year) => {
    const lastDay = day === undefined ? periodEnd(year, month) : findPlainDate(year, month, day);
    if (lastDay === undefined || lastDay < span.start || lastDay > span.end) return [];
    return [{ period: PERIOD_NAMES[MONTHS](String(year)), lastDay }];
  });
};

/** A span of years has a milestone at the end of each; the last one is the end of the span itself. */
const listMilestones = (span: PlanSpan): readonly DueOccurrence[] =>
  yearsOf(span).flatMap((year, index, all) => {
    const lastDay = index === all.length - 1 ? span.end : periodEnd(year, MONTHS);
    return lastDay === undefined ? [] : [{ period: String(year), lastDay }];
  });

const isSpanOfYears = ({ kind, start, end }: DueRule): boolean =>
  kind === 'range' && start !== null && end !== null && start.slice(0, 4) < end.slice(0, 4);

/**
 * All occurrences of a due rule, in the order of days; never none. A recurring rule recurs while its plan runs; without
 * the plan's days, or in words of no known frequency, it is one occurrence without a day.
 */
export const listDueOccurrences = (rule: DueRule, plan: PlanSpan | null): readonly DueOccurrence[] => {
  const single: DueOccurrence = { period: '', lastDay: findDueDays(rule)?.lastDay ?? null };
  if (isSpanOfYears(rule) && rule.start !== null && rule.end !== null) {
    return listMilestones({ start: rule.start, end: rule.end });
  }
  if (rule.kind !== 'recurring' || plan === null) return [single];
  const frequency = FREQUENCIES.find(({ words }) => words.test(rule.raw ?? ''));
  const periods = listYearly(rule.raw ?? '', plan) ?? (frequency ? listPeriods(frequency.months, plan) : []);
  return periods.length === 0 ? [single] : periods;
};
