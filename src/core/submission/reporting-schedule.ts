import { addDays } from '#core/calendar/day-arithmetic.ts';
import { findPlainDate, recurringDay, type PlainDate } from '#core/kernel/plain-date.ts';

/** A reporting duty as a plan states it: on which days of the year, or on which day once. */
export interface ReportingDuty {
  readonly frequency: string;
  /** What the report covers, in the words of the plan, as "Quý I". */
  readonly covers: string | null;
  readonly comparator: string | null;
  readonly dueDate: PlainDate | null;
  /** Days of the year, `DD/MM` as plans write them, one by one: they follow no pattern; of a monthly duty the day, `DD`. */
  readonly recurringDays: readonly string[];
}

/** One time that a duty comes due. */
export interface DutyOccurrence {
  readonly period: string;
  readonly dueDay: PlainDate;
  readonly dueBefore: boolean;
}

const QUARTERS: Readonly<Record<string, string>> = { i: 'Q1', ii: 'Q2', iii: 'Q3', iv: 'Q4' };

// "Quý IV và cả năm" is the year's report; "Quý II và 06 tháng" is named by its quarter, which ends on the same day.
const partOfWords = (covers: string): string | undefined => {
  if (/cả năm/iu.test(covers)) return '';
  const quarter = /quý\s+(iv|iii|ii|i)\b/iu.exec(covers)?.[1]?.toLowerCase();
  if (quarter !== undefined) return `-${QUARTERS[quarter] ?? 'Q1'}`;
  return /0?6 tháng/iu.test(covers) ? '-H1' : undefined;
};

// A report is due in, or shortly after, the period that it covers.
const partOfDay = (frequency: string, dueDay: PlainDate): string => {
  const month = Number(addDays(dueDay, -1).slice(5, 7));
  if (frequency === 'quarterly') return `-Q${String(Math.ceil(month / 3))}`;
  if (frequency === 'half-yearly') return month <= 8 ? '-H1' : '-H2';
  if (frequency === 'monthly') return `-${String(month).padStart(2, '0')}`;
  return '';
};

const occurrenceOn = (duty: ReportingDuty, dueDay: PlainDate): DutyOccurrence => {
  const year = addDays(dueDay, -1).slice(0, 4);
  const part =
    (duty.covers === null ? undefined : partOfWords(duty.covers)) ?? partOfDay(duty.frequency, dueDay);
  return { period: `${year}${part}`, dueDay, dueBefore: duty.comparator === '<' };
};

const MONTHS = 12;
const LEAP_YEAR = 2024;

const daysOf = (dayMonth: string, year: number): readonly PlainDate[] => {
  const [day = 0, month] = dayMonth.split('/').map(Number);
  const months = month === undefined ? Array.from({ length: MONTHS }, (_, index) => index + 1) : [month];
  // A monthly day that a month does not have is its last; of the days of a year only 29 February is missing in some.
  return months.flatMap((one) => {
    const isKnown =
      month === undefined ? day >= 1 && day <= 31 : findPlainDate(LEAP_YEAR, one, day) !== undefined;
    return isKnown
      ? [recurringDay(year, `${String(one).padStart(2, '0')}-${String(day).padStart(2, '0')}`)]
      : [];
  });
};

/** When a duty comes due in a year, in the order of days. A duty without a day never does by itself. */
export const listOccurrences = (duty: ReportingDuty, year: number): readonly DutyOccurrence[] => {
  const days = duty.recurringDays.flatMap((dayMonth) => daysOf(dayMonth, year));
  const once = duty.dueDate?.startsWith(String(year)) ? [duty.dueDate] : [];
  const all = new Set([...days, ...once]);
  return [...all].toSorted().map((day) => occurrenceOn(duty, day));
};
