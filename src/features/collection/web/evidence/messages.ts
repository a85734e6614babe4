import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

/** Words for the evidence behind one figure. */
export const figureEvidenceMessages = defineMessages({ vi, en });
