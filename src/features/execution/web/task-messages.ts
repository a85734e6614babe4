import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './task-messages.en.ts';
import { vi } from './task-messages.vi.ts';

export const taskMessages = defineMessages({ vi, en });
