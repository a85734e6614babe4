import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { difficultyWords } from '#web/widgets/difficulty/messages.ts';
import { difficultyMessages } from './messages.ts';

/** All that the lists of difficulties speak with. */
export const useWording = () => ({
  words: useMessages(difficultyMessages),
  shared: useMessages(difficultyWords),
  format: useFormat(),
});
export type Wording = ReturnType<typeof useWording>;
