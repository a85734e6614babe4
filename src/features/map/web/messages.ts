import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

/** The texts of the map. */
export const mapMessages = defineMessages({ vi, en });
export type MapWords = SameShape<typeof vi>;
