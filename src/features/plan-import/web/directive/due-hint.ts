import { findLastDay } from '#core/calendar/due-rule.ts';
import { dayOrNull } from '#core/plan/read-day.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { Format } from '#web/i18n/format.ts';
import type { directiveMessages } from './messages.ts';

type Words = (typeof directiveMessages)['vi'];

/** What the words of a due rule are understood as; the help while there are none. */
export const describeDueWords = (
  due: string,
  issueDate: string,
  { words, format }: { readonly words: Words; readonly format: Format },
): string => {
  if (due.trim() === '') return words.dueHelp;
  const read = parsePeriod(due, { year: issueDate === '' ? null : Number(issueDate.slice(0, 4)) });
  const rule = { ...read, start: dayOrNull(read.start), end: dayOrNull(read.end), before: false };
  const lastDay = findLastDay(rule);
  if (lastDay) return words.dueUntil(format.day(lastDay));
  switch (read.kind) {
    case 'recurring':
      return words.dueRecurring;
    case 'ongoing':
    case 'from-date':
      return words.dueOngoing;
    case 'event':
      return words.dueEvent;
    default:
      return words.dueUnknown;
  }
};
