import { addDays, dayOfWeek } from '#core/calendar/day-arithmetic.ts';
import { daysInMonth, plainDate, type PlainDate } from '#core/kernel/plain-date.ts';

const WEEK = 7;
const MONTHS = 12;

/** The month that lies so many months after another, `YYYY-MM`. */
export const moveMonth = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * MONTHS + (number - 1) + months;
  return `${String(Math.floor(index / MONTHS)).padStart(4, '0')}-${String((index % MONTHS) + 1).padStart(2, '0')}`;
};

/** The last day of a month. */
export const lastDayOf = (month: string): PlainDate => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return plainDate(`${month}-${String(daysInMonth(year, number)).padStart(2, '0')}`);
};

/** A day that differs from its weekday, as the working calendar has it. */
interface SpecialDay {
  readonly day: string;
  readonly kind: string;
}

const SATURDAY = 6;

/** Whether a day is off: a weekend that nothing makes a working day, or a day that the calendar takes out of the week. */
export const isRestDay = (day: PlainDate, special: readonly SpecialDay[]): boolean => {
  const kind = special.find((one) => one.day === day)?.kind;
  return kind === undefined ? dayOfWeek(day) >= SATURDAY : !kind.endsWith('-worked');
};

/** The days of a month in weeks from Monday to Sunday; null where a day belongs to another month. */
export const listMonthWeeks = (month: string): readonly (readonly (PlainDate | null)[])[] => {
  const first = plainDate(`${month}-01`);
  const before = dayOfWeek(first) - 1;
  const days = Number(lastDayOf(month).slice(8));
  const weeks = Math.ceil((before + days) / WEEK);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: WEEK }, (__, place) => {
      const day = week * WEEK + place - before;
      return day < 0 || day >= days ? null : addDays(first, day);
    }),
  );
};
