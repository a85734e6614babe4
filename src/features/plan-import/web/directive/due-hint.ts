import { type DueKind, findLastDay } from '#core/calendar/due-rule.ts';
import { dayOrNull } from '#core/plan/read-day.ts';
import { isBeforeDay, parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { Format } from '#web/i18n/format.ts';
import type { directiveMessages } from './messages.ts';

type Words = (typeof directiveMessages)['vi'];

const WITHOUT_DAY: Readonly<Partial<Record<DueKind, 'dueRecurring' | 'dueOngoing' | 'dueEvent'>>> = {
  ...{ recurring: 'dueRecurring', ongoing: 'dueOngoing', 'from-date': 'dueOngoing', event: 'dueEvent' },
};

/** What the words of a due rule are understood as; the help while there are none. */
export const describeDueWords = (
  due: string,
  issueDate: string,
  { words, format }: { readonly words: Words; readonly format: Format },
): string => {
  if (due.trim() === '') return words.dueHelp;
  const read = parsePeriod(due, { year: issueDate === '' ? null : Number(issueDate.slice(0, 4)) });
  const rule = {
    ...read,
    start: dayOrNull(read.start),
    end: dayOrNull(read.end),
    before: isBeforeDay(read.raw),
  };
  const lastDay = findLastDay(rule);
  if (lastDay) return words.dueUntil(format.day(lastDay));
  return words[WITHOUT_DAY[read.kind] ?? 'dueUnknown'];
};
