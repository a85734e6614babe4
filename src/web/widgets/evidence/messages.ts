import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

/** Words for pieces of evidence and for adding them. */
export const evidenceMessages = defineMessages({ vi, en });
export type EvidenceWords = SameShape<typeof vi>;
