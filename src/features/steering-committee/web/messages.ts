import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const committeeMessages = defineMessages({ vi, en });
