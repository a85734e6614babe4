import { daysInMonth, findPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';

/** A reporting period by its name: a year, a half-year, a quarter or a month. */
export const PERIOD_TEXT = /^\d{4}(-(Q[1-4]|H[12]|(0[1-9]|1[0-2])))?$/;

const lastMonthOf = (part: string | undefined): number => {
  if (part === undefined) return 12;
  if (part.startsWith('Q')) return Number(part.slice(1)) * 3;
  if (part.startsWith('H')) return Number(part.slice(1)) * 6;
  return Number(part);
};

/** The last day of a period. Throws on a text that names none: parse input before. */
export const lastDayOfPeriod = (period: string): PlainDate => {
  const [year = '', part] = period.split('-');
  const month = lastMonthOf(part);
  const day = findPlainDate(Number(year), month, daysInMonth(Number(year), month));
  if (!PERIOD_TEXT.test(period) || !day) throw new RangeError(`Not a reporting period: ${period}`);
  return day;
};

/** The year that a period lies in. */
export const yearOfPeriod = (period: string): number => Number(period.slice(0, 4));

/**
 * The year or quarter of the series of figures in which a period ends; undefined for a month within a quarter, whose
 * figure belongs to no end of a quarter.
 */
export const findSeriesPeriod = (period: string): string | undefined => {
  const [year = '', part] = period.split('-');
  if (part === undefined) return year;
  const month = lastMonthOf(part);
  return month % 3 === 0 ? `${year}-Q${String(month / 3)}` : undefined;
};

/** Whether the period is a whole year, whose figures the index of that year is made of. */
export const isWholeYear = (period: string): boolean => period.length === 4;
