import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './administration-messages.en.ts';
import { vi } from './administration-messages.vi.ts';

export const administrationMessages = defineMessages({ vi, en });
export type AdministrationWords = (typeof administrationMessages)['vi'];
