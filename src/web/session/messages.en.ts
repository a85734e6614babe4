import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of signing in, on the page for it and over any other page. */
export const en: SameShape<typeof vi> = {
  username: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  usernameMissing: 'Enter the user name.',
  passwordMissing: 'Enter the password.',
  code: 'One-time code',
  codeHint: 'The 6 digits of your authenticator, or a recovery code.',
  codeMissing: 'Enter the code.',
  ended: 'Your session has ended',
  endedUnsaved:
    'What you just sent has not been saved; it still stands on the page. Sign in here, then save again.',
  endedReading: 'Sign in here to read on. What you are typing on the page stays as it is.',

  form: 'The sign-in form',
};
