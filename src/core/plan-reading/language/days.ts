import { findPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Whether a number can be the year of a document or of what it plans: "0012" and "0202" are slips of the pen. */
export const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** The day that a document prints; undefined when no calendar has it or no plan can mean it. */
export const findDay = (year: number, month: number, day: number): PlainDate | undefined =>
  isYear(year) ? findPlainDate(year, month, day) : undefined;

const DAY = String.raw`(\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)(\d{4})`;
// A count is not printed with zeros before its thousands: "12/0000" is a month.
const MONTH = String.raw`(?:0?[1-9]|1[0-2])(?:\s?/\s?|\s+năm\s+)(0\d{3})`;
const YEAR = String.raw`(?<![A-Za-zÀ-ỹ])năm\s+(0\d{3})`;
const PRINTED_TIME = new RegExp(`(?<![\\d/.,-])(?:${DAY}|${MONTH}|${YEAR})(?![\\d/-])`, 'giu');

/** Where a text prints a day, month or year that no calendar has, in order. */
export const findUnreadDays = (text: string): readonly { readonly raw: string; readonly start: number }[] =>
  [...text.matchAll(PRINTED_TIME)]
    .filter(
      ([, day, month, year]) => year === undefined || !findDay(Number(year), Number(month), Number(day)),
    )
    .map((match) => ({ raw: match[0], start: match.index }));
