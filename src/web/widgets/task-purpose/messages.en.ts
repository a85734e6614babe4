import type { SameShape } from '#web/i18n/messages.ts';
import { countOf } from '#web/i18n/plural.ts';
import type { vi } from './messages.vi.ts';

/** The English words of what tasks serve. */
export const en: SameShape<typeof vi> = {
  title: 'Tasks that serve this',
  counted: (total, overdue) =>
    overdue === '0'
      ? `${countOf(total, 'task', 'tasks')}, none overdue`
      : `${countOf(total, 'task', 'tasks')}, ${overdue} overdue`,
  all: 'Show the tasks',
  agencies: (names) => `lead: ${names}`,
};
