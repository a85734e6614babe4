import { daysInMonth, findPlainDate, plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { periodText, type ReportPeriod } from './official-wording.ts';

/** First and last day of a period. */
export interface PeriodDays {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

const MONTHS = { quarter: 3, 'half-year': 6, year: 12 } as const;

const daysOf = (year: number, first: number, last: number): PeriodDays => {
  const start = findPlainDate(year, first, 1);
  const end = findPlainDate(year, last, daysInMonth(year, last));
  if (!start || !end)
    throw new RangeError(`No such period: ${String(year)} ${String(first)}–${String(last)}`);
  return { start, end };
};

/** The days of a period. */
export const periodDays = (period: ReportPeriod): PeriodDays => {
  if (period.kind === 'year') return daysOf(period.year, 1, 12);
  const months = MONTHS[period.kind];
  return daysOf(period.year, (period.part - 1) * months + 1, period.part * months);
};

/** The same period a year before. */
export const yearBefore = (period: ReportPeriod): ReportPeriod => ({ ...period, year: period.year - 1 });

/** The same day a year before; the last of February where there is no 29th. */
export const sameDayYearBefore = (day: PlainDate): PlainDate =>
  findPlainDate(Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)), Number(day.slice(8))) ??
  plainDate(`${String(Number(day.slice(0, 4)) - 1)}-02-28`);

/** The period that follows. */
export const nextPeriod = (period: ReportPeriod): ReportPeriod => {
  if (period.kind === 'year') return { ...period, year: period.year + 1 };
  const last = 12 / MONTHS[period.kind];
  const { year, part } = period;
  // Safe: a part that is not the last has one after it.
  return (
    part === last ? { ...period, year: year + 1, part: 1 } : { ...period, part: part + 1 }
  ) as ReportPeriod;
};

/** Periods as they are stored and sent: "2026", "2026-H1", "2026-Q3". */
export const periodCode = (period: ReportPeriod): string => {
  const year = String(period.year);
  if (period.kind === 'year') return year;
  return `${year}-${period.kind === 'quarter' ? 'Q' : 'H'}${String(period.part)}`;
};

const CODE = /^(\d{4})(?:-(?:Q([1-4])|H([12])))?$/;

/** Reads a period's code; undefined when it is none. */
export const findReportPeriod = (code: string): ReportPeriod | undefined => {
  const match = CODE.exec(code);
  if (!match) return undefined;
  const [, year, quarter, half] = match;
  const known = { year: Number(year) };
  // Safe: the pattern admits only these digits.
  if (quarter !== undefined) return { kind: 'quarter', ...known, part: Number(quarter) as 1 | 2 | 3 | 4 };
  if (half !== undefined) return { kind: 'half-year', ...known, part: Number(half) as 1 | 2 };
  return { kind: 'year', ...known };
};

/** A period with its name and its days, as reports use it. */
export const namedPeriod = (period: ReportPeriod) => ({ name: periodText(period), ...periodDays(period) });
