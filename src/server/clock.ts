import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#core/kernel/clock.ts';
import { plainDate } from '#core/kernel/plain-date.ts';

const PROVINCE_TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** A clock that tells the day of the province from whatever gives the present instant. */
export const clockFrom = (now: () => string): Clock => ({
  now,
  today: () =>
    plainDate(Temporal.Instant.from(now()).toZonedDateTimeISO(PROVINCE_TIME_ZONE).toPlainDate().toString()),
});

/** The machine's clock. */
export const systemClock: Clock = clockFrom(() =>
  Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
);
