import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

/** Words of the review of a document before it enters the registers. */
export const reviewMessages = defineMessages({ vi, en });
export type ReviewWords = SameShape<typeof vi>;
