import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './submission-messages.en.ts';
import { vi } from './submission-messages.vi.ts';

/** The words that every screen about submissions uses. */
export const submissionMessages = defineMessages({ vi, en });
