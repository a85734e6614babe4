import { z } from 'zod';
import { PlainDateText } from '#contract/schemas.ts';
import { DEFAULT_DUE_SOON_DAYS } from '#core/calendar/due-state.ts';
import { withEnteredDays, type EnteredDay } from '#core/calendar/entered-days.ts';
import {
  HOLIDAYS,
  HOLIDAY_BASES,
  buildWorkingCalendar,
  type HolidayTable,
} from '#core/calendar/public-holidays.ts';
import type { DuePolicy } from '#core/calendar/due-state.ts';
import holidays from '#data/holidays/vietnam-2024-2035.json' with { type: 'json' };

const Basis = z.enum(HOLIDAY_BASES);

const StoredTable = z.object({
  withoutMakeUp: z.array(z.enum(HOLIDAYS)),
  years: z.array(
    z.object({
      year: z.number().int(),
      announced: z.boolean(),
      lunarNewYear: PlainDateText,
      sources: z.array(z.string()).min(1),
      holidays: z.array(z.object({ day: PlainDateText, holiday: z.enum(HOLIDAYS), basis: Basis })),
      swaps: z.array(z.object({ off: PlainDateText, worked: PlainDateText, basis: Basis })),
    }),
  ),
});

/** The public holidays, each with what it rests on, as they are delivered. */
export const holidayTable: HolidayTable = StoredTable.parse(holidays);

/** The working calendar as it is delivered, without what was entered. */
export const deliveredCalendar = buildWorkingCalendar(holidayTable);
let calendar = deliveredCalendar;
let adopted = '[]';

/** Puts what was entered above the table; from then on every deadline of this process is told by it. */
export const adoptEnteredDays = (entered: readonly EnteredDay[]): void => {
  const wanted = JSON.stringify(entered);
  // What was derived by this very calendar stays.
  if (wanted === adopted) return;
  adopted = wanted;
  calendar = withEnteredDays(deliveredCalendar, entered);
};

/** When something counts as due soon or overdue: the working calendar as it stands now, and thirty days ahead. */
export const duePolicy: DuePolicy = {
  dueSoonDays: DEFAULT_DUE_SOON_DAYS,
  get calendar() {
    return calendar;
  },
};
