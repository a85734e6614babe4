import { findPlainDate, plainDate, type PlainDate } from '#core/kernel/plain-date.ts';

// Registers and standings reckon with hundreds of thousands of days at once: numbers, not objects for each.

const FIRST_DAY = plainDate('0001-01-01');
const LAST_DAY = plainDate('9999-12-31');

const WEEK = 7;
const MONTHS = 12;
const YEAR = 365;
const FOUR_YEARS = 4 * YEAR + 1;
const CENTURY = 25 * FOUR_YEARS - 1;
/** The Gregorian calendar comes back after 400 years. */
const CYCLE = 4 * CENTURY + 1;
/** Five months from March or August on have so many days, whichever comes next. */
const FIVE_MONTHS = 153;
/** March, with which a year begins here, so that a leap day is its last. */
const FIRST_MONTH = 3;

const daysBeforeMonth = (index: number): number => Math.floor((FIVE_MONTHS * index + 2) / 5);
const daysBeforeYear = (year: number): number =>
  YEAR * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/** Days since 1 March of the year 0, by the Gregorian calendar. */
const numberOf = (day: PlainDate): number => {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month < FIRST_MONTH ? 1 : 0);
  const index = (month - FIRST_MONTH + MONTHS) % MONTHS;
  return daysBeforeYear(year) + daysBeforeMonth(index) + Number(day.slice(8, 10)) - 1;
};

const dayOf = (number: number): PlainDate | undefined => {
  const cycle = Math.floor(number / CYCLE);
  const inCycle = number - cycle * CYCLE;
  const leapDays =
    Math.floor(inCycle / (FOUR_YEARS - 1)) -
    Math.floor(inCycle / CENTURY) +
    Math.floor(inCycle / (CYCLE - 1));
  const yearOfCycle = Math.floor((inCycle - leapDays) / YEAR);
  const inYear = inCycle - daysBeforeYear(yearOfCycle);
  const index = Math.floor((5 * inYear + 2) / FIVE_MONTHS);
  const month = ((index + FIRST_MONTH - 1) % MONTHS) + 1;
  const year = cycle * 400 + yearOfCycle + (month < FIRST_MONTH ? 1 : 0);
  return findPlainDate(year, month, inYear - daysBeforeMonth(index) + 1);
};

const FIRST = numberOf(FIRST_DAY);
const LAST = numberOf(LAST_DAY);

/** The day that lies a number of days after (or, when negative, before) another; the calendar ends with the year 9999. */
export const addDays = (day: PlainDate, days: number): PlainDate => {
  const number = numberOf(day) + days;
  if (number <= FIRST) return FIRST_DAY;
  return (number < LAST ? dayOf(number) : undefined) ?? LAST_DAY;
};

/** Number of days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => numberOf(to) - numberOf(from);

// The first day of this reckoning is a Wednesday.
const BEFORE_WEDNESDAY = 2;

/** Day of the week, Monday 1 to Sunday 7. */
export const dayOfWeek = (day: PlainDate): number => ((numberOf(day) + BEFORE_WEDNESDAY) % WEEK) + 1;
