import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#core/kernel/clock.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';

const PROVINCE_TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** The day on which an instant lies where the province is. */
export const dayInProvince = (instant: string): PlainDate =>
  plainDate(Temporal.Instant.from(instant).toZonedDateTimeISO(PROVINCE_TIME_ZONE).toPlainDate().toString());

/** A clock that tells the day of the province from whatever gives the present instant. */
export const clockFrom = (now: () => string): Clock => ({
  now,
  today: () => dayInProvince(now()),
});

/** The machine's clock. */
export const systemClock: Clock = clockFrom(() =>
  Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
);
