import { z } from 'zod';
import { PlainDateText } from '#contract/schemas.ts';
import { DEFAULT_DUE_SOON_DAYS } from '#core/calendar/due-state.ts';
import { HOLIDAYS, HOLIDAY_BASES, buildWorkingCalendar } from '#core/calendar/public-holidays.ts';
import type { DuePolicy } from '#core/calendar/due-state.ts';
import holidays from '#data/holidays/vietnam-2024-2035.json' with { type: 'json' };

const Basis = z.enum(HOLIDAY_BASES);

const HolidayTable = z.object({
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

/** When something counts as due soon or overdue: the country's working calendar and thirty days ahead. */
export const duePolicy: DuePolicy = {
  dueSoonDays: DEFAULT_DUE_SOON_DAYS,
  calendar: buildWorkingCalendar(HolidayTable.parse(holidays)),
};
