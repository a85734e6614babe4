import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './template-messages.en.ts';
import { vi } from './template-messages.vi.ts';

export const templateMessages = defineMessages({ vi, en });
