import { type PlainDate, recurringDay } from '#core/kernel/plain-date.ts';

/** A reporting period, named by its year or its quarter: `2026`, `2026-Q3`. */
export type Period = string & { readonly __period: unique symbol };

const PERIOD = /^(\d{4})(?:-Q([1-4]))?$/;
const QUARTERS = 4;

/** Whether the text names a period. */
export const isPeriod = (text: string): text is Period => PERIOD.test(text);

/** Takes a text that is known to name a period. Throws when it does not: parse input before. */
export const period = (text: string): Period => {
  if (!isPeriod(text)) throw new RangeError(`Not a reporting period: ${text}`);
  return text;
};

/** The end of a period in years: a value of 2026-Q3 was true at 2026.75, one of 2025 at 2026. */
export const endOfPeriod = (of: Period): number => {
  const match = PERIOD.exec(of);
  const year = Number(match?.[1]);
  const quarter = match?.[2] === undefined ? QUARTERS : Number(match[2]);
  return year + quarter / QUARTERS;
};

/** The year that a period belongs to. */
export const yearOfPeriod = (of: Period): number => Number(PERIOD.exec(of)?.[1]);

/** The quarters that end after a point in time, up to the end of that year. */
export const listQuartersAfter = (time: number, year: number): readonly Period[] =>
  [1, 2, 3, 4].map((quarter) => period(`${year}-Q${quarter}`)).filter((of) => endOfPeriod(of) > time);

const FIRST_DAYS = ['01-01', '04-01', '07-01', '10-01'];
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

/** The first and the last day of a period. */
export const daysOfPeriod = (of: Period): { readonly first: PlainDate; readonly last: PlainDate } => {
  const quarter = PERIOD.exec(of)?.[2];
  const [first, last] = quarter === undefined ? [1, QUARTERS] : [Number(quarter), Number(quarter)];
  const year = yearOfPeriod(of);
  return {
    first: recurringDay(year, FIRST_DAYS[first - 1] ?? '01-01'),
    last: recurringDay(year, LAST_DAYS[last - 1] ?? '12-31'),
  };
};

/** The quarters after a year that have begun by a day, the latest first. */
export const listBegunQuarters = (afterYear: number, today: PlainDate): readonly Period[] => {
  const years = Array.from(
    { length: Math.max(0, Number(today.slice(0, 4)) - afterYear) },
    (_, place) => afterYear + 1 + place,
  );
  return years
    .flatMap((year) => listQuartersAfter(year, year))
    .filter((of) => daysOfPeriod(of).first <= today)
    .reverse();
};
