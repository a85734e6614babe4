import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

/** What refusals about the working calendar say and how to mend them. */
export const problemsOfCalendar: Readonly<
  Record<Extract<ProblemCode, `calendar.${string}`>, ProblemSentences>
> = {
  'calendar.already-off': {
    what: 'This day is off already.',
    mend: 'Check the day in the notice; a day that the calendar has need not be entered again.',
  },
  'calendar.already-worked': {
    what: 'This day is worked already.',
    mend: 'Check the day in the notice; only rest days that are worked in exchange are entered.',
  },
  'calendar.nothing-entered': {
    what: 'Nothing was entered of this day.',
    mend: 'Choose one of the days that were entered.',
  },
  'calendar.year-unknown': {
    what: ({ first, last }) => `The working calendar runs from ${String(first)} to ${String(last)}.`,
    mend: 'Check the year of the day.',
  },
};
