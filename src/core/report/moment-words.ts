import { Temporal } from 'temporal-polyfill';
import { plainDate } from '#core/kernel/plain-date.ts';
import { dayInWords } from './official-wording.ts';

/** An instant of UTC as the province's clocks showed it: "09 giờ 05 phút ngày 28 tháng 11 năm 2026". */
export const momentInWords = (instant: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const minute = String(local.minute).padStart(2, '0');
  return `${String(local.hour).padStart(2, '0')} giờ ${minute} phút ${dayInWords(plainDate(local.toPlainDate().toString()))}`;
};
