import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './advice.en.ts';
import { vi } from './advice.vi.ts';

/** What to do about each kind of contradiction. */
export const adviceMessages = defineMessages({ vi, en });
