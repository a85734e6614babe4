import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const jobMessages = defineMessages({ vi, en });
export type JobWords = SameShape<typeof vi>;
