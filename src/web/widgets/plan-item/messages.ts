import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

/** Words for what documents say: kinds of items, roles of agencies, comparators, due rules. */
export const planItemMessages = defineMessages({ vi, en });
export type PlanItemWords = SameShape<typeof vi>;
