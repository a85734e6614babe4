import { addDays } from './day-arithmetic.ts';
import { WEEKENDS_ONLY, firstWorkingDayFrom, isWorkingDay } from './working-days.ts';
import type { WorkingCalendar } from './working-days.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/** The public holidays of Viet Nam: Bộ luật Lao động 2019, Điều 112; 24/11 by Nghị quyết 28/2026/QH16. */
export const HOLIDAYS = [
  'new-year',
  'lunar-new-year',
  'hung-kings',
  'reunification',
  'labour',
  'national',
  'culture',
] as const;
type Holiday = (typeof HOLIDAYS)[number];

/**
 * How sure a day off is: fixed by law, announced for the year, computed from the lunar calendar (UTC+7),
 * taken from the last year in which the feast fell on the same weekday, or reported but not confirmed.
 */
export const HOLIDAY_BASES = ['law', 'announced', 'lunar', 'precedent', 'unconfirmed'] as const;
type HolidayBasis = (typeof HOLIDAY_BASES)[number];

interface HolidayDay {
  readonly day: PlainDate;
  readonly holiday: Holiday;
  readonly basis: HolidayBasis;
}

/** A weekday off for which a rest day is worked: made by a notice, never computed. */
interface SwappedDay {
  readonly off: PlainDate;
  readonly worked: PlainDate;
  readonly basis: HolidayBasis;
}

interface HolidayYear {
  readonly year: number;
  /** Whether the notice for the year is out; until then days off by precedent may still move. */
  readonly announced: boolean;
  readonly lunarNewYear: PlainDate;
  readonly sources: readonly string[];
  readonly holidays: readonly HolidayDay[];
  readonly swaps: readonly SwappedDay[];
}

export interface HolidayTable {
  /** Holidays that give no day off in lieu when they fall on a rest day: a setting, the law can be read both ways. */
  readonly withoutMakeUp: readonly Holiday[];
  readonly years: readonly HolidayYear[];
}

const calendarOf = (table: HolidayTable, extraDaysOff: readonly PlainDate[]): WorkingCalendar => ({
  daysOff: new Set([
    ...table.years.flatMap((year) => year.holidays.map((holiday) => holiday.day)),
    ...table.years.flatMap((year) => year.swaps.map((swap) => swap.off)),
    ...extraDaysOff,
  ]),
  extraWorkingDays: new Set(table.years.flatMap((year) => year.swaps.map((swap) => swap.worked))),
});

/**
 * The days off in lieu: a holiday on a weekly rest day moves to the next working day (Bộ luật Lao động 2019, Điều 111 khoản 3).
 */
export const listCompensatoryDays = (table: HolidayTable): readonly PlainDate[] => {
  const calendar = calendarOf(table, []);
  return table.years
    .flatMap((year) => year.holidays)
    .filter((holiday) => !table.withoutMakeUp.includes(holiday.holiday))
    .filter((holiday) => !isWorkingDay(holiday.day, WEEKENDS_ONLY))
    .reduce<readonly PlainDate[]>((found, holiday) => {
      const taken = new Set([...calendar.daysOff, ...found]);
      const next = firstWorkingDayFrom(addDays(holiday.day, 1), { ...calendar, daysOff: taken });
      return [...found, next];
    }, []);
};

/** The working calendar of administrative bodies: weekends, holidays, days off in lieu and swapped days. */
export const buildWorkingCalendar = (table: HolidayTable): WorkingCalendar =>
  calendarOf(table, listCompensatoryDays(table));
