import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './own-messages.en.ts';
import { vi } from './own-messages.vi.ts';

export const ownMessages = defineMessages({ vi, en });
