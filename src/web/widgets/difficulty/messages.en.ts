import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

/** The English words of difficulties that every page uses. */
export const en: SameShape<typeof vi> = {
  kinds: {
    regulation: 'Regulations',
    funding: 'Funding',
    staff: 'Staff',
    technology: 'Technology, infrastructure',
    data: 'Data',
    coordination: 'Coordination',
    other: 'Other',
  },
  states: {
    open: 'Awaiting an answer',
    forwarded: 'With the provincial People’s Committee',
    answered: 'Answered',
    closed: 'Settled',
  },
  overdue: 'Answer overdue',
  title: (count) => (count === '0' ? 'Difficulties' : `Difficulties: ${count}`),
  none: 'No agency has raised a difficulty yet.',
  raise: 'Raise a difficulty',
  all: 'Show all',
  by: (organization, day) => `raised by ${organization} at ${day}`,
  due: (day) => `answer due ${day}`,
};
