import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './link-messages.en.ts';
import { vi } from './link-messages.vi.ts';

export const linkMessages = defineMessages({ vi, en });
export type LinkWords = SameShape<typeof vi>;
