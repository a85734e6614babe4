import { Temporal } from 'temporal-polyfill';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { firstWorkingDayFrom, isWorkingDay, type WorkingCalendar } from '#core/calendar/working-days.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { QuietHours } from './ladder.ts';

const PROVINCE_TIME_ZONE = 'Asia/Ho_Chi_Minh';
const MIDNIGHT = '00:00';

const isQuietAt = (time: string, { from, to }: QuietHours): boolean =>
  from <= to ? time >= from && time < to : time >= from || time < to;

/** When something that is ready may leave the house: now, or when the quiet hours or the days of rest are over. Instants, ISO 8601. */
export const findSendInstant = (now: string, quiet: QuietHours, calendar: WorkingCalendar): string => {
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(PROVINCE_TIME_ZONE);
  const today = plainDate(local.toPlainDate().toString());
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const isWorked = isWorkingDay(today, calendar);
  if (isWorked && !isQuietAt(time, quiet)) return now;
  const endsToday = isWorked && time < quiet.to;
  const day = endsToday ? today : firstWorkingDayFrom(addDays(today, 1), calendar);
  // Hours that begin and end on one day leave the morning free.
  const begin = endsToday || isQuietAt(MIDNIGHT, quiet) ? quiet.to : MIDNIGHT;
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: PROVINCE_TIME_ZONE, plainTime: begin })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
};
