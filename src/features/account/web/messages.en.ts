import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of the sign-in page. */
export const en: SameShape<typeof vi> = {
  title: 'Sign in',
  lead: 'Everyone has an account of their own.',
  demonstrationTitle: 'Demonstration accounts',
  demonstrationLead: 'Choose one to fill in the form.',
  fill: 'Fill in the form',
  fillNamed: (name) => `Fill in the account ${name}`,
};
