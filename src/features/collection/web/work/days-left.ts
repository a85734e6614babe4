import type { Format } from '#web/i18n/format.ts';
import type { WorkWords } from './messages.ts';

/** How far a deadline is: `còn 3 ngày`, `hạn hôm nay`, `quá hạn 2 ngày`. */
export const describeDaysLeft = (
  daysLeft: number,
  words: Pick<WorkWords, 'daysLeft' | 'today' | 'overdue'>,
  format: Format,
): string => {
  if (daysLeft === 0) return words.today;
  return daysLeft > 0 ? words.daysLeft(format.number(daysLeft)) : words.overdue(format.number(-daysLeft));
};
