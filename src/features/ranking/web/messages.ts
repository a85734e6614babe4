import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

/** The texts of rankings. */
export const rankingMessages = defineMessages({ vi, en });
export type RankingWords = SameShape<typeof vi>;
