import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './difficulty-texts.en.ts';
import { vi } from './difficulty-texts.vi.ts';

const difficultyTexts = defineMessages({ vi, en });

/** All that the pages of one difficulty speak with. */
export const useDifficultyTexts = () => ({ texts: useMessages(difficultyTexts), format: useFormat() });
