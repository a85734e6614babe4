import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of reminders. */
export const en: SameShape<typeof vi> = {
  title: (count) => `Reminders: ${count}`,
  late: (round, organization) => `${organization} is late: ${round}`,
  due: (round, organization, day) => `${organization} must send by ${day}: ${round}`,
  sent: (by, at) => `${by} reminded at ${at}`,
  unread: 'new',
  read: 'Mark as read',
  bySystem: 'system',
};
