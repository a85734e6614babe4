import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

/** Words for contradictions: their kinds, how grave they are, what each side says. */
export const findingMessages = defineMessages({ vi, en });
export type FindingWords = SameShape<typeof vi>;
