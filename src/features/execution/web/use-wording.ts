import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { taskStateMessages } from '#web/widgets/task-state/messages.ts';
import { executionMessages } from './messages.ts';

/** All that the screens of tasks speak with. */
export const useWording = () => ({
  words: useMessages(executionMessages),
  states: useMessages(taskStateMessages).states,
  format: useFormat(),
});
export type Wording = ReturnType<typeof useWording>;
