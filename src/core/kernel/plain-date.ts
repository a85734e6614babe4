/**
 * A day of the calendar, `YYYY-MM-DD`, without time or zone.
 * Never a JavaScript `Date`: `new Date('2026-03-31')` is an instant in Greenwich and shows as the day before west of it.
 * As text it compares, sorts, travels and stores as it is.
 */
export type PlainDate = string & { readonly __plainDate: unique symbol };

const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days of a month (1–12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Tells whether the text is a day that exists, of the years 1 to 9999. */
export const isPlainDate = (text: string): text is PlainDate => {
  const match = PLAIN_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** Takes a text that is known to be a day. Throws when it is not: parse input before. */
export const plainDate = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new RangeError(`Not a calendar day: ${text}`);
  return text;
};

/** The day with this year, month (1–12) and day of the month, or undefined when there is none. */
export const findPlainDate = (year: number, month: number, day: number): PlainDate | undefined => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(text) ? text : undefined;
};

/** The day of a year on which a day `MM-DD` comes back; 29 February is the 28th in a year without it. Years before 1 are year 1. */
export const recurringDay = (year: number, monthDay: string): PlainDate => {
  const within = Math.max(1, year);
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  const days = Math.min(day, daysInMonth(within, month));
  return findPlainDate(within, month, days) ?? plainDate(`${String(within)}-${monthDay}`);
};

/** Whether `a` comes after `b`. */
export const isAfter = (a: PlainDate, b: PlainDate): boolean => a > b;
