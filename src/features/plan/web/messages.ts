import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const planMessages = defineMessages({ vi, en });
export type PlanWords = SameShape<typeof vi>;
