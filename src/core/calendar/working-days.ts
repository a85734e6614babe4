import { addDays, dayOfWeek } from './day-arithmetic.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/** Which days administrative bodies work: Monday to Friday, but for days off and for rest days worked in exchange. */
export interface WorkingCalendar {
  /** Weekdays that are not worked: holidays, compensatory days, days swapped away. */
  readonly daysOff: ReadonlySet<PlainDate>;
  /** Saturdays and Sundays that are worked in exchange for a weekday off. */
  readonly extraWorkingDays: ReadonlySet<PlainDate>;
}

/** A calendar that knows only weekends. */
export const WEEKENDS_ONLY: WorkingCalendar = { daysOff: new Set(), extraWorkingDays: new Set() };

const SATURDAY = 6;

/** Whether administrative bodies work on the day. */
export const isWorkingDay = (day: PlainDate, calendar: WorkingCalendar): boolean => {
  if (calendar.extraWorkingDays.has(day)) return true;
  return dayOfWeek(day) < SATURDAY && !calendar.daysOff.has(day);
};

const step = (day: PlainDate, days: 1 | -1, calendar: WorkingCalendar): PlainDate =>
  isWorkingDay(day, calendar) ? day : step(addDays(day, days), days, calendar);

/** The day itself when it is worked, otherwise the next working day. */
export const firstWorkingDayFrom = (day: PlainDate, calendar: WorkingCalendar): PlainDate =>
  step(day, 1, calendar);

/** The day itself when it is worked, otherwise the working day before it. */
export const lastWorkingDayUntil = (day: PlainDate, calendar: WorkingCalendar): PlainDate =>
  step(day, -1, calendar);

/** The working day that lies a number of working days after (or, when negative, before) a day; the day itself at zero. */
export const addWorkingDays = (day: PlainDate, days: number, calendar: WorkingCalendar): PlainDate => {
  const direction = days < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(days); left > 0; left -= 1) {
    found = step(addDays(found, direction), direction, calendar);
  }
  return found;
};
