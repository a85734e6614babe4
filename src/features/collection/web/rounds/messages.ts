import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const roundMessages = defineMessages({ vi, en });
export type RoundWords = SameShape<typeof vi>;
